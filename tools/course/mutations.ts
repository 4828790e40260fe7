/** Small mistakes that students make, as changes to the samples: copies and mutations of these are a class. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mutation {
  what: string;
  /** The sample's file that has the text. */
  file: 'early.js' | 'subtle.js';
  text: string;
  becomes: string;
}

export const MUTATIONS: readonly Mutation[] = [
  {
    what: 'a greeting with another code',
    file: 'early.js',
    text: '`220 ${MAIL_DOMAIN} at',
    becomes: '`200 ${MAIL_DOMAIN} at',
  },
  {
    what: 'no greeting',
    file: 'early.js',
    text: '  socket.write(`220 ${MAIL_DOMAIN} at your service\\r\\n`);\n',
    becomes: '',
  },
  {
    what: 'RCPT in any state',
    file: 'early.js',
    text: "if (session.from === undefined) return '503 MAIL comes first';",
    becomes: '',
  },
  {
    what: 'DATA without a recipient',
    file: 'early.js',
    text: "if (session.to.length === 0) return '503 RCPT comes first';",
    becomes: '',
  },
  {
    what: 'a connection that QUIT leaves open',
    file: 'early.js',
    text: 'if (session.over) socket.end();',
    becomes: '',
  },
  { what: 'dots that stay', file: 'early.js', text: "(line.startsWith('.') ? line.slice(1) : line)", becomes: 'line' },
  { what: 'one recipient alone', file: 'early.js', text: 'of session.to)', becomes: 'of session.to.slice(0, 1))' },
  {
    what: 'no Return-Path',
    file: 'early.js',
    text: '`Return-Path: <${session.from}>\\r\\n${received}${text}`',
    becomes: '`${received}${text}`',
  },
  { what: 'lines that end in LF alone', file: 'early.js', text: '`${each}\\r\\n`', becomes: '`${each}\\n`' },
  {
    what: 'a transaction that never ends',
    file: 'early.js',
    text: "    reset(session);\n    return '250 OK';\n  }\n  const",
    becomes: "    session.data = undefined;\n    return '250 OK';\n  }\n  const",
  },
  {
    what: 'everybody has a mailbox',
    file: 'early.js',
    text: "if (!boxes.has(to.toLowerCase())) return '550 There is no such mailbox';",
    becomes: '',
  },
  { what: 'a syntax error', file: 'early.js', text: 'const commands = {', becomes: 'const commands = {{' },
  { what: 'commands in upper case alone', file: 'early.js', text: "(verb ?? '').toUpperCase()", becomes: "verb ?? ''" },
  {
    what: 'mail that is kept in memory',
    file: 'subtle.js',
    text: "fs.readFileSync(path.join(folder, file), 'latin1')",
    becomes: "fs.readFileSync(path.join(folder, file), 'utf8')",
  },
  {
    what: 'any password',
    file: 'subtle.js',
    text: "if (passwords.get(user) !== words.join(' ')) return '-ERR No';",
    becomes: '',
  },
  {
    what: 'RETR without stuffing',
    file: 'subtle.js',
    text: "several('+OK', stuffed(text))",
    becomes: "several('+OK', text.split('\\r\\n'))",
  },
  {
    what: 'LIST with the sizes of all',
    file: 'subtle.js',
    text: 'left(session.mail).map(line)',
    becomes: 'session.mail.map(line)',
  },
];

/** The submission of one of a class: the early sample or the subtle one, with none, one or two of the mutations. */
export function submit(folder: string, samples: string, number: number): string[] {
  mkdirSync(folder, { recursive: true });
  const hasPop3 = number % 2 === 1;
  cpSync(join(samples, 'early.js'), join(folder, 'early.js'));
  if (hasPop3) cpSync(join(samples, 'subtle.js'), join(folder, 'subtle.js'));
  writeFileSync(join(folder, 'run.sh'), `exec node ${hasPop3 ? 'subtle' : 'early'}.js\n`);
  const possible = MUTATIONS.filter(({ file }) => hasPop3 || file === 'early.js');
  const count = number % 3;
  const chosen = Array.from({ length: count }, (_, index) => possible[(number * 5 + index * 7) % possible.length]!);
  for (const { file, text, becomes } of new Set(chosen)) {
    const path = join(folder, file);
    const source = readFileSync(path, 'utf8');
    if (!source.includes(text)) throw new Error(`${file} has changed: it does not have ${text}`);
    writeFileSync(
      path,
      source.replace(text, () => becomes),
    );
  }
  return chosen.map(({ what }) => what);
}

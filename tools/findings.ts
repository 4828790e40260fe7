/**
 * `npm run findings`: writes into docs/security.md what the presets' baselines say of the security of each server, what somebody could use
 * apart from what is only not conformant. Lint fails when the page is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './checks/finding';
import { filesBelow } from './files';
import { withGenerated } from './generated';

const PAGE = 'docs/security.md';
/** Where the scenarios of security stand. */
const SECURITY =
  /^(?:tls|security|smtp\/robustness|imap\/robustness|pop3\/robustness|pop3\/stls|imap\/login\/starttls|smtp\/extensions\/starttls|relay\/tls|webmail)[/#]/;

/** What a deviation lets somebody do, told by the reason that its baseline gives; what none of them names is only not conformant. */
export const HARMS: readonly (readonly [why: RegExp, harm: string])[] = [
  [
    /SMTP smuggling|a bare LF ends a line, within the data|lines at a bare LF, within the data|data (?:ends )?at a bare LF|Haraka ends lines at a bare LF/,
    'A message hides a second one, of a sender whom nobody has checked.',
  ],
  [
    /^A bare LF ends a command|a bare LF inside an address ends the command|^A bare LF inside an address/,
    'An address, in a program that looks for CRLF alone, hides recipients and commands.',
  ],
  [/bare CR is handed on|hands on a bare CR/, 'What the next host may take for an end leaves.'],
  [/clear behind STLS is/, 'Who is in between has commands carried out in the session of the user.'],
  [/The name of USER in clear is kept/, 'Who is in between chooses the account that the user logs in to.'],
  [/A login in clear counts under TLS/, 'Who is in between logs in, and the user sends by that account.'],
  [/behind the answer to STARTTLS is kept/, 'Who is in between keeps mail from being handed on under TLS.'],
  [/QUIT without its CRLF/, 'Who cuts the connection has messages removed that the user may not have got.'],
  [/takes “\.\.” in a mailbox's name/, 'A user opens what lies outside of the own mailboxes.'],
  [
    /without a token|has no token/,
    'Any page that the user looks at changes, loses or sends mail in the name of the user.',
  ],
  [/links are left as they are/, 'A script of a mail waits behind a link; one line of a header keeps it from running.'],
  [/has no HttpOnly/, 'A script that gets into a page takes what lets somebody in.'],
];

interface Row {
  server: string;
  why: string;
  harm?: string;
  ids: Set<string>;
}

export function checkFindings(root: string): Finding[] {
  const page = readFileSync(join(root, PAGE), 'utf8');
  const rows = rowsOf(root);
  const idle = HARMS.filter(([pattern]) => !rows.some(({ why }) => pattern.test(why)));
  return [
    ...(page === withTables(page, tablesOf(rows))
      ? []
      : [{ at: PAGE, message: 'is not up to date: npm run findings' }]),
    ...idle.map(([pattern]) => ({ at: 'tools/findings.ts', message: `no baseline has ${pattern}` })),
  ];
}

/** A row for each server and reason, in the order of the servers' names. */
export function rowsOf(root: string): Row[] {
  const rows = new Map<string, Row>();
  for (const file of filesBelow(root, 'support/presets', '.json').filter((path) => /\/baseline[^/]*$/.test(path))) {
    const { target, entries } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
      target: string;
      entries: { id: string; verdict: string; why: string }[];
    };
    for (const { id, verdict, why } of entries) {
      if (verdict !== 'fail' || !SECURITY.test(id)) continue;
      const key = `${target}\n${why}`;
      const row = rows.get(key) ?? {
        server: target,
        why,
        harm: HARMS.find(([pattern]) => pattern.test(why))?.[1],
        ids: new Set(),
      };
      rows.set(key, row);
      row.ids.add(id);
    }
  }
  return [...rows.values()].sort((one, other) => (one.server.toLowerCase() < other.server.toLowerCase() ? -1 : 1));
}

export function tablesOf(rows: readonly Row[]): string {
  const used = rows.filter(({ harm }) => harm !== undefined);
  const others = rows.filter(({ harm }) => harm === undefined);
  return [
    'What somebody could use:',
    '',
    '| server | why | what it lets somebody do | scenarios | one of them |',
    '|---|---|---|---|---|',
    ...used.map(({ server, why, harm, ids }) => `| ${server} | ${cell(why)} | ${harm} | ${ids.size} | ${first(ids)} |`),
    '',
    'What is only not conformant:',
    '',
    '| server | why | scenarios | one of them |',
    '|---|---|---|---|',
    ...others.map(({ server, why, ids }) => `| ${server} | ${cell(why)} | ${ids.size} | ${first(ids)} |`),
  ].join('\n');
}

function withTables(page: string, tables: string): string {
  return withGenerated(page, 'findings', `\n${tables}\n`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function first(ids: ReadonlySet<string>): string {
  return `\`${[...ids].sort()[0]}\``;
}

if (require.main === module) {
  const root = join(__dirname, '..');
  const page = readFileSync(join(root, PAGE), 'utf8');
  writeFileSync(join(root, PAGE), withTables(page, tablesOf(rowsOf(root))));
}

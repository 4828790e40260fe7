// SMTP and POP3, and three mistakes that no message of every day shows:
// a dot is taken away only where two begin the line (RFC 5321 §4.5.2: the first of any that begins a longer line);
// DELE removes at once, so that RSET brings nothing back (RFC 1939 §6: QUIT removes);
// the unique-ids of UIDL are numbers of the session, so that the next session has others (RFC 1939 §7).
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { isEnd, serve } = require('./early.js');

const { MAIL_POP3_PORT, MAIL_ACCOUNTS, MAIL_DATA } = process.env;
const lines = fs.readFileSync(MAIL_ACCOUNTS, 'utf8').split('\n');
const passwords = new Map(lines.filter((line) => line !== '').map((line) => line.split(' ')));
let sessions = 0;

function open(user) {
  const folder = path.join(MAIL_DATA, user, 'new');
  fs.mkdirSync(folder, { recursive: true });
  const files = fs
    .readdirSync(folder)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
  sessions++;
  return files.map((file, index) => ({
    path: path.join(folder, file),
    text: fs.readFileSync(path.join(folder, file), 'latin1'),
    id: `${sessions}-${index + 1}`,
  }));
}

const several = (head, list) => [head, ...list, '.'].join('\r\n');
const stuffed = (text) =>
  text
    .replace(/\r\n$/, '')
    .split('\r\n')
    .map((line) => (line.startsWith('.') ? `.${line}` : line));

const commands = {
  CAPA: () => several('+OK', ['USER', 'TOP', 'UIDL']),
  USER(session, [user]) {
    if (session.mail !== undefined || user === undefined) return '-ERR Not now';
    session.user = user.toLowerCase();
    return '+OK';
  },
  PASS(session, words) {
    const { user } = session;
    session.user = undefined;
    if (session.mail !== undefined || user === undefined) return '-ERR USER comes first';
    if (passwords.get(user) !== words.join(' ')) return '-ERR No';
    session.mail = open(user);
    return `+OK ${session.mail.length} messages`;
  },
  QUIT(session) {
    session.over = true;
    return '+OK Goodbye';
  },
};

const withMail = {
  NOOP: () => '+OK',
  STAT: ({ mail }) => `+OK ${left(mail).length} ${left(mail).reduce((sum, { text }) => sum + text.length, 0)}`,
  LIST: (session, words) => each(session, words, ({ text }) => text.length),
  UIDL: (session, words) => each(session, words, ({ id }) => id),
  RETR: (session, words) => one(session, words, ({ text }) => several('+OK', stuffed(text))),
  TOP(session, words) {
    if (!/^\d+$/.test(words[1] ?? '')) return '-ERR TOP message lines';
    return one(session, words, ({ text }) => {
      const [head, ...body] = text.split('\r\n\r\n');
      const some = body.join('\r\n\r\n').replace(/\r\n$/, '').split('\r\n').slice(0, Number(words[1]));
      return several(
        '+OK',
        [...head.split('\r\n'), '', ...some].map((line) => (line.startsWith('.') ? `.${line}` : line)),
      );
    });
  },
  DELE: (session, words) =>
    one(session, words, (message) => {
      message.gone = true;
      fs.rmSync(message.path, { force: true });
      return '+OK';
    }),
  RSET: () => '+OK',
};

const left = (mail) => mail.filter(({ gone }) => !gone);

function one({ mail }, [number], act) {
  const message = /^\d+$/.test(number ?? '') ? mail[Number(number) - 1] : undefined;
  return message === undefined || message.gone ? '-ERR There is no such message' : act(message);
}

function each(session, words, show) {
  const line = (message) => `${session.mail.indexOf(message) + 1} ${show(message)}`;
  if (words.length > 0) return one(session, words, (message) => `+OK ${line(message)}`);
  return several('+OK', left(session.mail).map(line));
}

function take(session, line) {
  const [verb = '', ...words] = line.split(' ');
  const name = verb.toUpperCase();
  if (Object.hasOwn(commands, name)) return commands[name](session, words);
  if (!Object.hasOwn(withMail, name)) return '-ERR Not known here';
  return session.mail === undefined ? '-ERR Log in first' : withMail[name](session, words);
}

const server = net.createServer((socket) => {
  const session = {};
  let waiting = '';
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.write('+OK at your service\r\n');
  socket.on('data', (chunk) => {
    waiting += chunk;
    for (let end = waiting.indexOf('\r\n'); end >= 0 && !session.over; end = waiting.indexOf('\r\n')) {
      socket.write(`${take(session, waiting.slice(0, end))}\r\n`, 'latin1');
      waiting = waiting.slice(end + 2);
    }
    if (session.over) socket.end();
  });
});
server.listen(Number(MAIL_POP3_PORT), '127.0.0.1');
serve({ isEnd, unstuffed: (line) => (line.startsWith('..') ? line.slice(1) : line) });

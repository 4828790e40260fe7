// A server of the first weeks: SMTP, and every message lies as a file in the Maildir of each of its recipients. No POP3 yet.
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

const { MAIL_SMTP_PORT, MAIL_DOMAIN, MAIL_ACCOUNTS, MAIL_DATA } = process.env;
const lines = fs.readFileSync(MAIL_ACCOUNTS, 'utf8').split('\n');
const boxes = new Set(lines.map((line) => line.split(' ')[0].toLowerCase()).filter((address) => address !== ''));
let count = 0;

function store(session, text) {
  const received = `Received: from ${session.name} by ${MAIL_DOMAIN}; ${new Date().toUTCString().replace('GMT', '+0000')}\r\n`;
  for (const address of session.to) {
    const folder = path.join(MAIL_DATA, address);
    for (const each of ['tmp', 'new', 'cur']) fs.mkdirSync(path.join(folder, each), { recursive: true });
    const file = `${Date.now()}.${process.pid}_${++count}.${MAIL_DOMAIN}`;
    fs.writeFileSync(path.join(folder, 'tmp', file), `Return-Path: <${session.from}>\r\n${received}${text}`, 'latin1');
    // Whoever looks into `new` sees whole messages alone.
    fs.renameSync(path.join(folder, 'tmp', file), path.join(folder, 'new', file));
  }
}

function reset(session) {
  session.from = undefined;
  session.to = [];
  session.data = undefined;
}

const PATH = /^<((?:"(?:[^"\\]|\\.)*"|[^\s<>@"]+)@[A-Za-z0-9.:[\]-]+)?>$/;

const commands = {
  EHLO(session, rest) {
    if (rest === '') return '501 EHLO needs a name';
    reset(session);
    session.name = rest;
    return `250 ${MAIL_DOMAIN}`;
  },
  HELO: (session, rest) => commands.EHLO(session, rest),
  MAIL(session, rest) {
    if (session.name === undefined) return '503 Say EHLO first';
    if (session.from !== undefined) return '503 There is a transaction already';
    const [, written, parameters] = /^FROM:(<.*?>)(.*)$/i.exec(rest) ?? [];
    const [, from] = PATH.exec(written ?? '') ?? [];
    if (written === undefined || (from === undefined && written !== '<>')) return '501 MAIL FROM:<address>';
    if (parameters.trim() !== '') return '555 No parameters are known here';
    session.from = from ?? '';
    return '250 OK';
  },
  RCPT(session, rest) {
    if (session.from === undefined) return '503 MAIL comes first';
    const [, written, parameters] = /^TO:(<.*?>)(.*)$/i.exec(rest) ?? [];
    const [, to] = PATH.exec(written ?? '') ?? [];
    if (to === undefined) return '501 RCPT TO:<address>';
    if (parameters.trim() !== '') return '555 No parameters are known here';
    if (!boxes.has(to.toLowerCase())) return '550 There is no such mailbox';
    session.to.push(to.toLowerCase());
    return '250 OK';
  },
  DATA(session, rest) {
    if (rest !== '') return '501 DATA stands alone';
    if (session.to.length === 0) return '503 RCPT comes first';
    session.data = [];
    return '354 Go on, and end with a dot';
  },
  RSET(session) {
    reset(session);
    return '250 OK';
  },
  NOOP: () => '250 OK',
  VRFY: () => '252 It may be there',
  QUIT(session) {
    session.over = true;
    return `221 ${MAIL_DOMAIN} Goodbye`;
  },
};

/** A dot that begins a line was put before it by the client. */
const unstuffed = (line) => (line.startsWith('.') ? line.slice(1) : line);

function take(session, line, habits) {
  if (session.data !== undefined) {
    if (!habits.isEnd(line)) return void session.data.push(habits.unstuffed(line));
    store(session, session.data.map((each) => `${each}\r\n`).join(''));
    reset(session);
    return '250 OK';
  }
  const [, verb, rest] = /^([A-Za-z]+)(?: +(.*?))? *$/.exec(line) ?? [];
  const command = commands[(verb ?? '').toUpperCase()];
  return command === undefined ? '500 Not known here' : command(session, rest ?? '');
}

/** Serves SMTP. @param habits what another sample does otherwise */
function serve(habits) {
  net.createServer((socket) => talk(socket, habits)).listen(Number(MAIL_SMTP_PORT), '127.0.0.1');
  console.log(`SMTP on ${MAIL_SMTP_PORT}`);
}

function talk(socket, habits) {
  const session = { to: [] };
  let waiting = '';
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.write(`220 ${MAIL_DOMAIN} at your service\r\n`);
  socket.on('data', (chunk) => {
    waiting += chunk;
    for (let end = waiting.indexOf('\r\n'); end >= 0 && !session.over; end = waiting.indexOf('\r\n')) {
      const reply = take(session, waiting.slice(0, end), habits);
      waiting = waiting.slice(end + 2);
      if (reply !== undefined) socket.write(`${reply}\r\n`);
    }
    if (session.over) socket.end();
  });
}

const isEnd = (line) => line === '.';

if (require.main === module) serve({ unstuffed, isEnd });
module.exports = { commands, isEnd, serve, unstuffed };

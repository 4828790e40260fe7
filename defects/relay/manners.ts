/** Mistakes with who waits for whom (RFC 5321 §3.1, §4.1.1.1, §4.3.1). */

import { readAnswer } from '../../reference-server/relay/answer';
import type { Dialogue } from '../../reference-server/relay/dialogue';
import { believing, COMMON, defect, type RelayDefect, saying } from './tools';

const heard = ({ connection }: Dialogue) => readAnswer(() => connection.readLine(2000));
const GO = { code: 354, lines: ['surely'] };

export const manners: readonly RelayDefect[] = [
  defect(
    'greeting-not-awaited',
    'EHLO goes out as soon as there is a connection.',
    'https://www.postfix.org/POSTSCREEN_README.html#pregreet',
    saying((right) => ({
      async begin() {
        const { hostname, timeouts } = right.options;
        right.demand(await right.say(`EHLO ${hostname}`, timeouts.greeting));
        right.demand(await heard(right));
      },
    })),
  ),
  defect(
    'ehlo-for-esmtp-only',
    'A host whose greeting does not say ESMTP is told HELO.',
    'https://www.postfix.org/postconf.5.html#smtp_always_send_ehlo',
    saying((right) => ({
      async begin() {
        const greeting = await heard(right);
        if (greeting.lines.some((line) => line.includes('ESMTP'))) await right.hello();
        else right.demand(await right.say(`HELO ${right.options.hostname}`, right.options.timeouts.other));
      },
    })),
  ),
  defect(
    'hello-left-out',
    'The first command is MAIL.',
    COMMON,
    saying(() => ({ hello: async () => {} })),
  ),
  defect(
    'localhost-in-ehlo',
    'EHLO gives the name localhost.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/4960',
    saying((right) => ({
      say: (line, timeout) => right.say(line.replace(/^(EHLO|HELO) .*/, '$1 localhost'), timeout),
    })),
  ),
  defect(
    'literal-and-more-in-ehlo',
    'Behind the address literal in EHLO stands a name.',
    'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1',
    saying((right) => ({
      say: (line, timeout) => right.say(line.replace(/^(EHLO|HELO) (.*)/, '$1 [127.0.0.1] $2'), timeout),
    })),
  ),
  defect(
    'pipelining-unasked',
    'Commands are sent ahead whether PIPELINING was offered or not.',
    'https://github.com/HubSpot/NioSmtpClient/issues/35',
    believing((offers) => new Map([...offers, ['PIPELINING', []]])),
  ),
  defect(
    'ehlo-not-awaited',
    'The next command goes out together with EHLO.',
    COMMON,
    saying((right) => ({
      async say(line, timeout) {
        if (!line.startsWith('EHLO ')) return right.say(line, timeout);
        const answer = await right.say(`${line}\r\nNOOP`, timeout);
        await heard(right);
        return answer;
      },
    })),
  ),
  defect(
    '354-not-awaited',
    'The content goes out together with DATA.',
    COMMON,
    saying((right) => ({
      async startData() {
        right.startData().catch(() => {});
        return GO;
      },
    })),
  ),
  defect(
    'quit-not-awaited',
    'The connection is closed behind QUIT at once.',
    'https://www.postfix.org/postconf.5.html#smtp_skip_quit_response',
    saying(({ connection }) => ({
      async quit() {
        connection.write('QUIT\r\n');
        await connection.flush();
      },
    })),
  ),
];

import assert from 'node:assert/strict';
import { Nonsense, readAnswer } from '../../../reference-server/relay/answer';
import { offersOf } from '../../../reference-server/relay/offers';
import { EXTENSIONS } from '../../../reference-server/smtp/extensions';
import { parseCommand } from '../../../reference-server/smtp/line';
import type { Session } from '../../../reference-server/smtp/session';
import { literalAddress } from '../../../reference-server/smtp/syntax/domain';
import { parseParameters } from '../../../reference-server/smtp/syntax/parameters';
import { parseMailbox, parsePath } from '../../../reference-server/smtp/syntax/path';
import { decodeXtext } from '../../../reference-server/smtp/syntax/xtext';
import { mutated } from '../grammar/mutate';
import { command, replies, WORDS } from '../grammar/smtp';
import { promised, stateless } from '../subject';

/** All that a command line is parsed by. */
const SESSION = { service: { extensions: EXTENSIONS } } as unknown as Session;

export const commands = stateless(
  'smtp-command',
  'command lines, paths and parameters of SMTP; a path that is taken reads the same by itself, and has no control in it',
  mutated(command, WORDS),
  (octets) => {
    const parsed = parseCommand(SESSION, { octets, tooLong: false });
    if ('refused' in parsed) return;
    assert.equal(parsed.verb, parsed.sentVerb.toUpperCase());
    const found = parsePath(parsed.argument.slice(parsed.argument.indexOf(':') + 1));
    if (!found) return;
    const { path, rest } = found;
    const again = parseMailbox(path.text);
    assert.deepEqual(again, path);
    assert.ok(!/[\x00-\x1f\x7f]/.test(path.text), 'a control in a path');
    if (path.domain.startsWith('[')) literalAddress(path.domain);
    for (const value of parseParameters(rest)?.values() ?? []) if (value !== undefined) decodeXtext(value);
  },
);

/** The reader where the server is the client. */
export const answers = stateless(
  'smtp-answer',
  "other servers' replies, as the relay reads them; what is taken holds visible ASCII alone",
  mutated(replies),
  async (octets) => {
    const lines = octets.toString('latin1').split('\r\n');
    const next = async () => ({ octets: Buffer.from(lines.shift() ?? '', 'latin1'), tooLong: false });
    while (lines.length > 1) {
      const answer = await readAnswer(next).catch((error) => promised([Nonsense], error));
      if (!answer) return;
      assert.ok(answer.code >= 200 && answer.code < 600);
      assert.ok(answer.lines.every((line) => /^[\x20-\x7e]*$/.test(line)));
      offersOf(answer);
    }
  },
);

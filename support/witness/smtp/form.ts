/** The form of a reply: RFC 5321 §4.2, §4.2.1, §4.5.3.1.5. */
import { BASE64 } from '../../base64';
import type { Answers, SmtpReply } from './reply';
import type { Check } from './smtp-rules';

const LONGEST = 512;

/**
 * The next reply.
 * @returns undefined where its end has not come; `broken` where it is none, and nobody can tell where the next begins
 */
export function readReply(
  octets: Buffer,
  turnTo: (bytes: Buffer) => void,
  check: Check,
): SmtpReply | 'broken' | undefined {
  const lines: { text: string; at: number }[] = [];
  let code = '';
  for (let at = 0; ; ) {
    const feed = octets.indexOf(10, at);
    if (feed < 0) return undefined;
    turnTo(octets.subarray(0, feed + 1));
    const ended = feed > at && octets[feed - 1] === 13 ? feed - 1 : feed;
    const text = octets.toString('latin1', at, ended);
    const digits = /^\d{3}/.exec(text)?.[0];
    if (
      !check.check(
        'code',
        digits !== undefined && digits >= '200' && digits < '600',
        'a reply begins with three digits, the first of them 2 to 5',
        at,
      )
    )
      return 'broken';
    const cr = text.indexOf('\r');
    check.check('line-end', ended < feed && cr < 0, 'a line of a reply ends in CRLF', cr < 0 ? ended : at + cr);
    const separator = text[3];
    if (
      !check.check(
        'separator',
        separator === undefined || separator === ' ' || separator === '-',
        'a space or a hyphen stands behind the code',
        at + 3,
      )
    )
      return 'broken';
    if (code !== '') check.check('same-code', digits === code, `a line of a reply ${code} begins with ${digits}`, at);
    code ||= digits!;
    check.check('line-length', feed + 1 - at <= LONGEST, `a line of ${feed + 1 - at} octets`, at + LONGEST);
    lines.push({ text: text.slice(4), at: at + 4 });
    at = feed + 1;
    if (separator !== '-') return { code: Number(code), lines, octets: octets.subarray(0, at) };
  }
}

export function checkForm({ lines, code }: SmtpReply, answers: Answers, check: Check): void {
  const last = lines.at(-1)!;
  check.check('text-follows', last.text !== '' || code === 334, 'a reply is not a bare code', last.at);
  // RFC 6531 §3.7.4.2: mailboxes that VRFY and EXPN tell may be international where the client said so.
  // §3.7.4.1: so may those of 251 and 551.
  const international =
    code === 251 ||
    code === 551 ||
    answers.kind === 'unknown' ||
    (answers.kind === 'command' && /^(?:VRFY|EXPN)$/.test(answers.command.verb));
  for (const { text, at } of lines) {
    const odd = text.search(international ? /[\x00-\x08\x0a-\x1f\x7f]/ : /[^\t -~]/);
    check.check('text', odd < 0, 'an octet in the text is neither printable ASCII nor white space', at + odd);
  }
  // RFC 4954 §4: base64, or nothing.
  if (code === 334 && answers.kind !== 'unknown')
    check.check(
      'challenge',
      lines.length === 1 && BASE64.test(last.text),
      'a challenge is base64 and nothing more',
      last.at,
    );
}

/** Enhanced status codes, in sessions that announce them: RFC 2034 §4, RFC 3463 §2. */
import type { Answers, SmtpReply } from './reply';
import type { Check } from './smtp-rules';
import type { SmtpState } from './state';

/** Without leading zeros (RFC 3463 §2), and a space behind it (RFC 2034 §3). */
const STATUS = /^[245]\.(?:0|[1-9]\d{0,2})\.(?:0|[1-9]\d{0,2})(?= |$)/;
/**
 * Subject and detail: RFC 3463 §3, and what was registered since (RFC 5248): RFC 3886, RFC 4468, RFC 4954, RFC 6531, RFC 6710, RFC 7293, RFC 7372,
 * RFC 7505, RFC 8617, RFC 8689. How many details each subject has.
 */
const DETAILS = [0, 10, 4, 6, 7, 6, 10, 30];
const REGISTERED: ReadonlySet<string> = new Set(
  DETAILS.flatMap((details, subject) => Array.from({ length: details + 1 }, (_, detail) => `${subject}.${detail}`)),
);
const HELLO = /^(?:EHLO|HELO|LHLO)$/;

export function checkStatusCodes({ code, lines }: SmtpReply, answers: Answers, state: SmtpState, check: Check): void {
  const announced = state.announced.has('ENHANCEDSTATUSCODES');
  const exempt = answers.kind === 'greeting' || (answers.kind === 'command' && HELLO.test(answers.command.verb));
  // After a session lost its way a reply may be that to EHLO.
  if (!announced || exempt || answers.kind === 'unknown' || (code >= 300 && code < 400)) return;
  const [first] = lines;
  const status = STATUS.exec(first!.text)?.[0];
  const begun = /^\d+\./.test(first!.text);
  check.check('status-code', status !== undefined || begun, 'the text begins with no status code', first!.at);
  if (begun) check.check('status-code-form', status !== undefined, 'this is no status code', first!.at);
  if (status === undefined) return;
  check.check('status-code-class', status[0] === String(code)[0], `${status} stands in a reply ${code}`, first!.at);
  check.check(
    'status-code-registered',
    REGISTERED.has(status.slice(2)),
    `the meaning of ${status} is in no registry`,
    first!.at,
  );
  for (const { text, at } of lines.slice(1))
    check.check(
      'status-code-on-each-line',
      STATUS.exec(text)?.[0] === status,
      `a line does not begin with ${status}`,
      at,
    );
}

/** Greeting and EHLO: who the server is, and what it can do (RFC 5321 §4.2, §4.1.1.1). */
import { isRegistered } from './keywords';
import { type Answers, isSuccess, type SmtpReply } from './reply';
import type { Check } from './smtp-rules';
import type { SmtpState } from './state';

/** RFC 5321 §4.1.2 and §4.1.3; a name in the form of an A-label is one of these. */
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const DOMAIN = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[!-Z^-~]+\\])(?= |$)`);
const KEYWORD = /^[A-Za-z0-9][A-Za-z0-9-]*(?: [!-~]+)*$/;
const NONE = /^$/;
/** RFC 1870 §3 and §6, RFC 4954 §3, RFC 2034 §3, RFC 6531 §3.1, RFC 2920 §3, RFC 6152 §2, RFC 3207 §2, RFC 3030 §2 and §3, RFC 3461 §3. */
const PARAMETERS: Readonly<Record<string, RegExp>> = {
  SIZE: /^\d{0,20}$/,
  AUTH: /^[A-Z0-9_-]{1,20}(?: [A-Z0-9_-]{1,20})*$/,
  ENHANCEDSTATUSCODES: NONE,
  SMTPUTF8: NONE,
  PIPELINING: NONE,
  '8BITMIME': NONE,
  STARTTLS: NONE,
  CHUNKING: NONE,
  BINARYMIME: NONE,
  DSN: NONE,
};

export function checkAnnouncement(reply: SmtpReply, answers: Answers, state: SmtpState, check: Check): void {
  const [first, ...rest] = reply.lines;
  if (answers.kind === 'greeting') {
    if (reply.code === 220)
      check.check(
        'greeting-names-server',
        DOMAIN.test(first!.text),
        'the greeting begins with a domain or an address literal',
        first!.at,
      );
    return;
  }
  if (answers.kind !== 'command' || !isSuccess(reply)) return;
  const { verb } = answers.command;
  if (verb !== 'EHLO' && verb !== 'LHLO' && verb !== 'HELO') return;
  check.check(
    'hello-names-server',
    DOMAIN.test(first!.text),
    'the answer begins with a domain or an address literal',
    first!.at,
  );
  if (verb === 'HELO') return;
  const keywords = new Set<string>();
  for (const { text, at } of rest) {
    if (!check.check('keyword', KEYWORD.test(text), 'a keyword, then parameters, each behind one space', at)) continue;
    const [word = ''] = text.split(' ', 1);
    const keyword = word.toUpperCase();
    keywords.add(keyword);
    check.check('keyword-registered', isRegistered(keyword), `${word} is in no registry`, at);
    const form = PARAMETERS[keyword];
    if (form !== undefined)
      check.check(
        'keyword-parameters',
        form.test(text.slice(word.length + 1)),
        `these are no parameters of ${word}`,
        at + word.length,
      );
  }
  if (keywords.has('SMTPUTF8'))
    check.check('utf8-with-8bit', keywords.has('8BITMIME'), 'SMTPUTF8 is announced without 8BITMIME');
  if (state.underTls) check.check('no-second-tls', !keywords.has('STARTTLS'), 'STARTTLS is announced within TLS');
  state.announced = keywords;
}

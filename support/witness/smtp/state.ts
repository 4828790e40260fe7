/** What an SMTP or LMTP session may do where it stands. */
import { type Answers, isSuccess, type SmtpCommand, type SmtpReply } from './reply';
import type { Check, SmtpProtocol } from './smtp-rules';

/** RFC 5321 §4.3.2; RFC 3207 §4, RFC 4954 §4, RFC 3030 §2. */
const SUCCESS: Readonly<Record<string, readonly number[]>> = {
  EHLO: [250],
  HELO: [250],
  LHLO: [250],
  MAIL: [250],
  RCPT: [250, 251],
  DATA: [250],
  BDAT: [250],
  RSET: [250],
  NOOP: [250],
  QUIT: [221],
  VRFY: [250, 251, 252],
  STARTTLS: [220],
  AUTH: [235],
};

export class SmtpState {
  announced: ReadonlySet<string> = new Set();
  underTls = false;
  /** QUIT was answered. */
  over = false;
  /** Accepted in this transaction. */
  recipients = 0;
  private inTransaction = false;
  private authenticated = false;

  constructor(
    private readonly protocol: SmtpProtocol,
    private readonly check: Check,
  ) {}

  endTransaction(): void {
    this.inTransaction = false;
    this.recipients = 0;
  }

  take(reply: SmtpReply, answers: Answers): void {
    if (answers.kind === 'greeting' || answers.kind === 'unknown') return;
    const { command } = answers;
    const { verb } = command;
    // RFC 2033 §4.1.
    if (this.protocol === 'lmtp' && (verb === 'HELO' || verb === 'EHLO'))
      this.check.check('no-hello', !isSuccess(reply), `${verb} is accepted`);
    if (reply.code === 334)
      this.check.check('challenge-in-auth', verb === 'AUTH', `${verb} is answered with a challenge`);
    if (reply.code === 354)
      this.check.check('intermediate-after-data', verb === 'DATA', `${verb} is answered with 354`);
    if (isSuccess(reply)) this.succeed(reply, command, answers.kind);
    if (reply.code === 354 && answers.kind === 'command') this.beginContent();
    if (verb === 'QUIT') this.over = isSuccess(reply);
  }

  private succeed({ code }: SmtpReply, { verb }: SmtpCommand, kind: Answers['kind']): void {
    const codes = SUCCESS[verb];
    const intermediate = kind === 'command' && verb === 'DATA';
    if (codes !== undefined) {
      const right = !intermediate && codes.includes(code);
      this.check.check(
        'success-code',
        right,
        `${verb} succeeds with ${intermediate ? '354' : codes.join(' or ')}, not with ${code}`,
      );
    }
    switch (verb) {
      case 'EHLO':
      case 'HELO':
        this.endTransaction();
        break;
      case 'LHLO':
      case 'RSET':
        this.endTransaction();
        break;
      case 'MAIL':
        this.check.check('sequence', !this.inTransaction, 'MAIL is accepted within a transaction');
        this.inTransaction = true;
        this.recipients = 0;
        break;
      case 'RCPT':
        this.check.check('sequence', this.inTransaction, 'RCPT is accepted outside a transaction');
        this.recipients++;
        break;
      case 'BDAT':
        if (kind === 'command')
          this.check.check('sequence', this.inTransaction, 'BDAT is accepted outside a transaction');
        break;
      case 'AUTH':
        this.check.check('auth-once', !this.authenticated, 'AUTH succeeds a second time');
        this.check.check('auth-outside-transaction', !this.inTransaction, 'AUTH succeeds within a transaction');
        this.authenticated = true;
        break;
      case 'STARTTLS':
        this.underTls = true;
        this.announced = new Set();
        this.authenticated = false;
        this.endTransaction();
        break;
      case 'QUIT':
        this.check.check('quit-is-last', true, '');
    }
  }

  private beginContent(): void {
    this.check.check('sequence', this.inTransaction, 'DATA is accepted outside a transaction');
    if (this.protocol === 'lmtp')
      this.check.check('data-needs-recipient', this.recipients > 0, 'DATA is accepted without a recipient');
  }
}

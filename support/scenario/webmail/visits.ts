/** Who is before the webmail in a scenario: each with a browser of her own, what she looks at, and what she was served. */
import { bringAbout } from '../../bring-about';
import { Blocked, NotApplicable } from '../../outcome';
import type { Account, AccountName, Target } from '../../targets/target';
import { webmailAt } from '../../webmail/adapters';
import { Browser } from '../../webmail/browser';
import type { Opened, Row, Webmail } from '../../webmail/webmail';
import type { Transcript } from '../../wire/transcript';
import { ACCOUNTS } from '../values';

export const VISITORS = [...ACCOUNTS, 'the thief', 'a stranger'] as const;
export type Visitor = (typeof VISITORS)[number];

/** Failing here is judged by the scenario that lets somebody sign in. */
const SIGNING_IN = 'M-webmail-sign-in';

export class Visit {
  /** What the list shows that was looked at last, and of which folder. */
  rows: Row[] | undefined;
  opened: Opened | undefined;

  constructor(
    readonly webmail: Webmail,
    readonly account?: Account,
  ) {}

  get browser(): Browser {
    return this.webmail.browser;
  }
}

export class Visits {
  private readonly visits = new Map<Visitor, Visit>();
  /** Who did something last. */
  private latest: Visitor | undefined;

  constructor(
    private readonly target: Target,
    private readonly transcript: Transcript,
  ) {}

  /** Nothing was asked of the webmail yet. */
  get untouched(): boolean {
    return this.visits.size === 0;
  }

  /** The visit, begun when it is first spoken of. */
  of(visitor: Visitor): Visit {
    this.latest = visitor;
    const known = this.visits.get(visitor) ?? this.begin(visitor);
    this.visits.set(visitor, known);
    return known;
  }

  /** Of who did something last. */
  last(): Visit {
    if (this.latest === undefined) throw new Error('Nobody has come to the webmail: begin with “alice signs in …”.');
    return this.of(this.latest);
  }

  /** Lets her in. @throws Blocked where the webmail does not */
  async signIn(name: AccountName): Promise<void> {
    const { webmail, account } = this.of(name);
    const { user, password } = this.login(account!);
    const isIn = await bringAbout('signing in', () => webmail.signIn(user, password), SIGNING_IN);
    if (!isIn) throw new Blocked('not-let-in', `the webmail does not let ${user} in`, undefined, SIGNING_IN);
  }

  login(account: Account) {
    const login = account.login('imap');
    this.transcript.hide(login.password);
    this.transcript.hide(encodeURIComponent(login.password));
    return login;
  }

  /** The thief has the cookies that somebody has now. */
  steal(from: Visitor): void {
    const { browser } = this.of(from);
    this.visits.set('the thief', this.begin('the thief', browser.another('the thief', browser.jar.copy())));
  }

  async close(): Promise<void> {
    await Promise.all([...this.visits.values()].map(({ browser }) => browser.close()));
  }

  private begin(visitor: Visitor, browser = this.browser(visitor)): Visit {
    const name = ACCOUNTS.find((account) => account === visitor);
    return new Visit(webmailAt(browser, this.target.webmail!.adapter), name && this.target.account(name));
  }

  private browser(visitor: Visitor): Browser {
    const { target, transcript } = this;
    if (target.webmail === undefined) throw new NotApplicable('no-webmail', 'needs a webmail');
    const { url } = target.webmail;
    return new Browser({ name: visitor, url, tls: target.tls, timeout: target.timing.reply, transcript });
  }
}

/** What holds of all that somebody was served, in the words of {web-quality}. */
import { Mismatch, NotApplicable } from '../../outcome';
import type { Page } from '../../webmail/page';
import type { Stage } from '../stage';
import { isKept, parametersOf } from './downloads';
import { type Active, directivesOf, formsIn, loadsIn, scriptsIn } from './hostile';
import type { Visit } from './visits';

/** Gives what is wrong, a line each. */
type Check = (visit: Visit, stage: Stage) => string[] | Promise<string[]>;

const html = ({ browser }: Visit) => browser.pages.filter((page) => page.isHtml && page.status === 200);
/** Pages that a person is before, and not parts of them. */
const whole = (visit: Visit) => html(visit).filter((page) => page.$('body').text().trim() !== '');
const at = (page: Page, what: string) => `${page.method} ${page.url.pathname}${page.url.search}: ${what}`;
const marked = (stage: Stage) => `ran('${stage.id}')`;
const told = (found: readonly Active[]) => found.map(({ page, what }) => at(page, what));

const onPages =
  (wrong: (page: Page) => string | undefined | false, which = whole): Check =>
  (visit) =>
    which(visit).flatMap((page) => {
      const what = wrong(page);
      return what ? [at(page, what)] : [];
    });

const onCookies =
  (wrong: (attributes: ReadonlyMap<string, string | true>) => boolean): Check =>
  ({ browser }) => {
    // Those that are no session cannot let anybody in: what is set before the sign-in and kept by it is none of them.
    const bad = browser.jar.set.filter(({ attributes }) => wrong(attributes));
    return bad.map(
      ({ name, attributes }) => `the cookie ${name} has ${[...attributes.keys()].join(', ') || 'nothing'}`,
    );
  };

export const WEB_QUALITIES = {
  'cookies that scripts cannot read': onCookies((has) => !has.has('httponly')),
  'cookies that other sites do not send': onCookies(
    (has) => !/^(?:lax|strict)$/i.test(String(has.get('samesite') ?? '')),
  ),
  'cookies for TLS only': (visit, stage) => {
    if (visit.browser.home.protocol !== 'https:')
      throw new NotApplicable('no-tls', 'needs a webmail under TLS (https in services.webmail.url)');
    return onCookies((has) => !has.has('secure'))(visit, stage);
  },
  'no password in it': (visit) => {
    const { password } = visit.account!.login('imap');
    const forms = [password, encodeURIComponent(password), Buffer.from(password).toString('base64')];
    const pages = visit.browser.pages.filter(({ text }) => forms.some((form) => text.includes(form)));
    const cookies = visit.browser.jar.set.filter(({ value }) => forms.some((form) => value.includes(form)));
    return [...pages.map((page) => at(page, 'the password')), ...cookies.map(({ name }) => `the cookie ${name}`)];
  },
  'no session in its addresses': ({ browser }) => {
    const values = browser.jar.set.map(({ value }) => value).filter((value) => value.length >= 8);
    return browser.pages
      .filter(({ url }) => values.some((value) => url.href.includes(value)))
      .map((page) => at(page, 'it'));
  },
  'a policy against scripts within its pages': onPages((page) => {
    const policy = directivesOf(page.header('content-security-policy'));
    const source = policy.get('script-src') ?? policy.get('default-src');
    if (source === undefined) return !policy.has('sandbox') && 'no script-src in Content-Security-Policy';
    return source.includes("'unsafe-inline'") && !/'nonce-|'sha\d+-/.test(source) && `script-src ${source}`;
  }),
  'types that nobody guesses': onPages(
    (page) => page.header('x-content-type-options').toLowerCase() !== 'nosniff' && 'no X-Content-Type-Options: nosniff',
    ({ browser }) => browser.pages.filter(({ status }) => status === 200),
  ),
  'pages that other sites cannot frame': onPages((page) => {
    const frames = directivesOf(page.header('content-security-policy')).get('frame-ancestors');
    const option = page.header('x-frame-options').toLowerCase();
    const guarded = frames === "'none'" || frames === "'self'" || option === 'deny' || option === 'sameorigin';
    return !guarded && 'neither frame-ancestors nor X-Frame-Options';
  }),
  'pages that nobody keeps': onPages(
    (page) => !/no-store/i.test(page.header('cache-control')) && `Cache-Control: ${page.header('cache-control')}`,
  ),
  'no address given to other sites': onPages((page) => {
    const meta = page.$('meta[name="referrer" i]').attr('content') ?? '';
    const policy = page.header('referrer-policy') || meta;
    // Without a word, browsers give other sites the origin alone.
    return (
      /unsafe-url|no-referrer-when-downgrade|^origin-when-cross-origin$/i.test(policy) && `Referrer-Policy: ${policy}`
    );
  }),
  'no script of the message': ({ browser }, stage) => told(scriptsIn(browser.pages, marked(stage))),
  'no script of the message that could run': ({ browser }, stage) =>
    told(scriptsIn(browser.pages, marked(stage)).filter(({ unguarded }) => unguarded)),
  'nothing that is loaded from elsewhere': ({ browser }, stage) =>
    told(loadsIn(browser.pages, stage.id).filter(({ unguarded }) => unguarded)),
  'no form that sends elsewhere': ({ browser }, stage) =>
    told(formsIn(browser.pages, stage.id).filter(({ unguarded }) => unguarded)),
  'attachments that are kept as files': async ({ opened, browser }) => {
    const files = await Promise.all((opened?.attachments ?? []).map(({ address }) => browser.get(address)));
    return files.filter((page) => !isKept(page)).map((page) => at(page, page.header('content-disposition') || 'shown'));
  },
  'attachments that are no pages of the webmail': async ({ opened, browser }) => {
    const files = await Promise.all((opened?.attachments ?? []).map(({ address }) => browser.get(address)));
    const active = /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml|text\/xml|application\/xml)$/;
    const sandboxed = (page: Page) => directivesOf(page.header('content-security-policy')).has('sandbox');
    return files
      .filter((page) => active.test(page.type) && !isKept(page) && !sandboxed(page))
      .map((page) => at(page, page.type));
  },
  'attachments whose names add no field': async ({ opened, browser }) => {
    const files = await Promise.all((opened?.attachments ?? []).map(({ address }) => browser.get(address)));
    const added = (page: Page) => {
      const names = parametersOf(page);
      return page.headers.has('x-added') || new Set(names).size < names.length || names.includes('x');
    };
    return files.filter(added).map((page) => at(page, page.header('content-disposition')));
  },
  'attachments whose types nobody guesses': async ({ opened, browser }) => {
    const files = await Promise.all((opened?.attachments ?? []).map(({ address }) => browser.get(address)));
    const guessed = (page: Page) => page.header('x-content-type-options').toLowerCase() !== 'nosniff';
    return files.filter((page) => guessed(page)).map((page) => at(page, 'no X-Content-Type-Options: nosniff'));
  },
  'links that leave without an opener': ({ opened }) =>
    (opened?.page.withFrames() ?? []).flatMap((page) =>
      page
        .$('a[href^="http"][target]')
        .get()
        .filter((link) => !page.$(link).attr('href')!.startsWith(page.url.origin))
        .filter((link) => !/noopener|noreferrer/.test(page.$(link).attr('rel') ?? ''))
        .filter((link) => !/^_(?:self|top|parent|blank)$/.test(page.$(link).attr('target') ?? ''))
        .map((link) => at(page, page.$.html(link).slice(0, 120))),
    ),
  // WCAG 2.2, 3.1.1, 2.4.2, 1.1.1, 3.3.2.
  'a language': onPages((page) => page.$('html').attr('lang') === undefined && '<html> without lang', pagesOfItsOwn),
  'a title': onPages((page) => page.$('title').first().text().trim() === '' && 'no <title>', pagesOfItsOwn),
  'a text for each picture': onPages((page) => {
    const bare = page.$('img:not([alt])').get();
    return bare.length > 0 && page.$.html(bare[0]!);
  }, pagesOfItsOwn),
  'a label for each field': onPages((page) => {
    const { $ } = page;
    const fields =
      'input:not([type]), input[type=text], input[type=password], input[type=email], input[type=search], textarea';
    const bare = $(fields)
      .get()
      .find((element) => {
        const field = $(element);
        const id = field.attr('id');
        const named = field.attr('aria-label') || field.attr('aria-labelledby') || field.attr('title');
        return (
          !named && field.closest('label').length === 0 && (id === undefined || $(`label[for="${id}"]`).length === 0)
        );
      });
    return bare !== undefined && $.html(bare).slice(0, 120);
  }, pagesOfItsOwn),
} satisfies Record<string, Check>;

/** Pages, and not what is loaded into frames of them. */
function pagesOfItsOwn(visit: Visit): Page[] {
  const framed = new Set(visit.browser.pages.flatMap(({ frames }) => frames.map(({ page }) => page)));
  return whole(visit).filter((page) => !framed.has(page) && !isKept(page));
}

/** @throws Mismatch `served-otherwise` with each place */
export async function checkServed(stage: Stage, visit: Visit, quality: string): Promise<void> {
  const check = WEB_QUALITIES[quality as keyof typeof WEB_QUALITIES] as Check;
  const wrong = [...new Set(await check(visit, stage))];
  if (wrong.length === 0) return;
  throw new Mismatch('served-otherwise', `what was served has not “${quality}”: ${wrong[0]}`, wrong.join('\n'));
}

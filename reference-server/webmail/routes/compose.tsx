/** Writing, keeping and sending. */

import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Draft, EMPTY } from '../compose/answers';
import { gather, type Kept, referenceOf, writtenReference } from '../compose/enclosures';
import type { Letter } from '../compose/letter';
import { recipientsOf } from '../compose/recipients';
import type { TakeFile } from '../forms';
import { listFolders } from '../mail/folders';
import { Compose } from '../views/compose';
import { link } from '../views/links';
import type { Visitor, Web, WebContext, Webmail } from '../web';
import { problemOf, type Shown, show } from './show';
import { formOf, visitorOf } from './visitors';

export function composeRoutes(app: Hono<Web>, webmail: Webmail): void {
  const { limits, smtp: place, writing } = webmail;

  const page = async (c: WebContext, draft: Draft, problem?: Shown['problem']) => {
    const visitor = visitorOf(c);
    const { words, language } = c.var;
    const folders = await visitor.desk.account.use(visitor, listFolders);
    const status = problem ? (problem.code === 'too-large' ? 413 : 422) : 200;
    return show(
      webmail,
      c,
      { page: 'compose', title: words.compose, folders, problem, status },
      <Compose
        words={words}
        language={language}
        token={visitor.session.token}
        once={webmail.random(12).toString('hex')}
        draft={draft}
        from={addressOf(webmail, visitor)}
        most={limits.upload}
      />,
    );
  };

  app.get('/compose', async (c) => {
    const visitor = visitorOf(c);
    const { words, language } = c.var;
    const query = c.req.query();
    const own = addressOf(webmail, visitor);
    const draft = await visitor.desk.account.use(visitor, (client) =>
      writing.begun(client, query, { own, words, language, most: limits.shown }),
    );
    return await page(c, draft ?? { ...EMPTY, to: query.to ?? '', subject: query.subject ?? '' });
  });

  /** Files are brought before anything else is done, so that what goes wrong later does not lose them. */
  const taking = (visitor: Visitor) => {
    const brought: Kept[] = [];
    let fits = true;
    const take: TakeFile = async (_field, name, type, content) => {
      const upload = await visitor.desk.uploads.take(name, type, content);
      if (upload)
        brought.push({
          value: writtenReference({ kind: 'upload', id: upload.id }),
          name: upload.name,
          size: upload.size,
        });
      else fits = false;
      return true;
    };
    return { brought, take, fits: () => fits };
  };

  app.post('/compose/files', async (c) => {
    const { brought, take, fits } = taking(visitorOf(c));
    await formOf(webmail, c, take);
    if (!fits()) throw new HTTPException(413);
    return c.json({ files: brought });
  });

  app.post('/compose', async (c) => {
    const visitor = visitorOf(c);
    const { desk } = visitor;
    const { words } = c.var;
    const { brought, take, fits } = taking(visitor);
    const form = await formOf(webmail, c, take);
    const draft = writing.draftIn(form, brought, desk.uploads);
    if (!fits()) return await page(c, draft, problemOf(words, 'too-large'));
    const doing = form.get('do');
    if (doing === 'discard') {
      await desk.account.use(visitor, (client) => writing.discard(client, draft.draft));
      desk.uploads.drop(uploadsOf(draft));
      desk.notice = { code: 'discarded' };
      return c.redirect('/list', 303);
    }
    if (doing !== 'send' && doing !== 'save') throw new HTTPException(400);
    const [to, cc, bcc] = [draft.to, draft.cc, draft.bcc].map(recipientsOf) as [Found, Found, Found];
    const wrong = [to, cc, bcc].flatMap((found) => found.wrong);
    if (doing === 'send' && wrong.length > 0)
      return await page(c, draft, problemOf(words, 'bad-address', wrong.join(', ')));
    if (doing === 'send' && [to, cc, bcc].every(({ addresses }) => addresses.length === 0))
      return await page(c, draft, problemOf(words, 'no-recipient'));
    const sending = doing === 'send' ? desk.sendings.begin(writing.sendingOf(form.get('once'), draft)) : undefined;
    if (await sending?.before) return c.redirect('/list', 303);
    let taken = false;
    try {
      const wanted = draft.kept.map(({ value }) => value);
      const enclosures = await desk.account.use(visitor, (client) =>
        gather(wanted, { client, uploads: desk.uploads, most: limits.upload }),
      );
      if (!enclosures) return await page(c, draft, problemOf(words, 'too-large'));
      const address = addressOf(webmail, visitor);
      const letter: Letter = {
        from: { name: '', address },
        to: to.addresses,
        cc: cc.addresses,
        bcc: bcc.addresses,
        subject: draft.subject,
        text: draft.text,
        inReplyTo: draft.inReplyTo,
        references: draft.references.split(' ').filter(Boolean),
        enclosures,
        date: new Date(webmail.now()),
        messageId: `<${webmail.random(16).toString('hex')}@${address.slice(address.lastIndexOf('@') + 1)}>`,
      };
      if (doing === 'save') {
        const saved = await desk.account.use(visitor, (client) => writing.keepDraft(client, letter, draft.draft));
        if (c.req.header('accept') === 'application/json') return c.json(saved);
        desk.uploads.drop(uploadsOf(draft));
        desk.notice = { code: 'saved' };
        return c.redirect(saved.id ? link('/compose', { draft: true, ...saved.id }) : '/list', 303);
      }
      const { password, click, session } = visitor;
      const done = await writing.post(letter, {
        place,
        user: session.user,
        password,
        click,
        patience: limits.patience,
        streamOf: writing.streamOf,
      });
      if (!done.taken) return await page(c, draft, problemOf(words, 'not-taken', done.answer));
      taken = true;
      desk.notice = { code: done.refused.length > 0 ? 'sent-partly' : 'sent' };
      desk.known = undefined;
      try {
        await desk.account.use(visitor, async (client) => {
          await writing.keepCopy(client, letter);
          await writing.discard(client, draft.draft);
          await writing.markOrigin(client, draft.origin);
        });
      } catch (error) {
        webmail.log(`webmail: what was sent is not kept as it should be: ${(error as Error).message}`);
        desk.notice = { code: 'sent-not-kept' };
      }
      desk.uploads.drop(uploadsOf(draft));
      return c.redirect('/list', 303);
    } finally {
      sending?.end(taken);
    }
  });
}

type Found = ReturnType<typeof recipientsOf>;

function uploadsOf({ kept }: Draft): string[] {
  return kept.flatMap(({ value }) => {
    const reference = referenceOf(value);
    return reference?.kind === 'upload' ? [reference.id] : [];
  });
}

export function addressOf({ domain, imap }: Webmail, { session: { user } }: Visitor): string {
  return user.includes('@') ? user : `${user}@${domain ?? imap.host}`;
}

/** Writing and sending. */

import type { Hono } from 'hono';
import { octetsOf } from '../compose/letter';
import { post } from '../compose/post';
import { recipientsOf } from '../compose/recipients';
import type { Form } from '../forms';
import { folderFor, listFolders } from '../mail/folders';
import { Compose, type Draft, EMPTY } from '../views/compose';
import type { Visitor, Web, WebContext, Webmail } from '../web';
import { problemOf, type Shown, show } from './show';
import { formOf, visitorOf } from './visitors';

export function composeRoutes(app: Hono<Web>, webmail: Webmail): void {
  const page = async (c: WebContext, draft: Draft, problem?: Shown['problem']) => {
    const visitor = visitorOf(c);
    const { words } = c.var;
    const folders = await visitor.desk.account.use(visitor, listFolders);
    const from = addressOf(webmail, visitor);
    return show(
      webmail,
      c,
      { page: 'compose', title: words.compose, folders, problem, status: problem ? 422 : 200 },
      <Compose words={words} token={visitor.session.token} draft={draft} from={from} />,
    );
  };

  app.get('/compose', (c) => page(c, { ...EMPTY, to: c.req.query('to') ?? '' }));

  app.post('/compose', async (c) => {
    const visitor = visitorOf(c);
    const form = await formOf(webmail, c);
    const draft = draftOf(form);
    const { words } = c.var;
    const [to, cc, bcc] = [draft.to, draft.cc, draft.bcc].map(recipientsOf) as [Found, Found, Found];
    const wrong = [to, cc, bcc].flatMap((found) => found.wrong);
    if (wrong.length > 0) return page(c, draft, problemOf(words, 'bad-address', wrong.join(', ')));
    if ([to, cc, bcc].every(({ addresses }) => addresses.length === 0))
      return page(c, draft, problemOf(words, 'no-recipient'));
    const address = addressOf(webmail, visitor);
    const letter = {
      from: { name: '', address },
      to: to.addresses,
      cc: cc.addresses,
      bcc: bcc.addresses,
      subject: draft.subject,
      text: draft.text,
      enclosures: [],
      date: new Date(webmail.now()),
      messageId: `<${webmail.random(16).toString('hex')}@${address.slice(address.lastIndexOf('@') + 1)}>`,
    };
    const { smtp: place, limits } = webmail;
    const { password, click, session, desk } = visitor;
    const done = await post(letter, { place, user: session.user, password, click, patience: limits.patience });
    if (!done.taken) return page(c, draft, problemOf(words, 'not-taken', done.answer));
    desk.notice = { code: done.refused.length > 0 ? 'sent-partly' : 'sent' };
    try {
      const copy = await octetsOf(letter, { bcc: true });
      await desk.account.use(visitor, async (client) =>
        client.append(await folderFor(client, 'sent'), copy, ['\\Seen']),
      );
    } catch (error) {
      webmail.log(`webmail: no copy of what was sent: ${(error as Error).message}`);
      desk.notice = { code: 'sent-not-kept' };
    }
    return c.redirect('/list', 303);
  });
}

type Found = ReturnType<typeof recipientsOf>;

function draftOf(form: Form): Draft {
  const line = (name: string) =>
    form
      .get(name)
      .replace(/[\r\n]+/g, ' ')
      .trim();
  return { to: line('to'), cc: line('cc'), bcc: line('bcc'), subject: line('subject'), text: form.get('text') };
}

function addressOf({ domain, imap }: Webmail, { session: { user } }: Visitor): string {
  return user.includes('@') ? user : `${user}@${domain ?? imap.host}`;
}

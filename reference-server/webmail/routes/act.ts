/** Marks, moving, removing, and taking it back. */

import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Form } from '../forms';
import { type Chosen, isMark, mark, move, remove, undo } from '../mail/actions';
import { MailError } from '../mail/error';
import { messageId } from '../mail/within';
import { listLink } from '../views/links';
import type { Web, Webmail } from '../web';
import { ownPlace } from './own-place';
import { formOf, visitorOf } from './visitors';

export function actRoutes(app: Hono<Web>, webmail: Webmail): void {
  app.post('/act', async (c) => {
    const form = await formOf(webmail, c);
    const visitor = visitorOf(c);
    const { desk } = visitor;
    const chosen = chosenIn(form);
    const back = form.get('back') ? ownPlace(form.get('back')) : listLink({ folder: form.get('folder') });
    if (!chosen) {
      desk.notice = { code: 'none-chosen' };
      return c.redirect(back, 303);
    }
    const doing = form.get('do');
    const to = form.get('to');
    if (isMark(doing)) {
      await desk.account.use(visitor, (client) => mark(client, chosen, doing));
      desk.notice = { code: 'marked', count: chosen.uids.length };
    } else if (doing === 'delete' || doing === 'move') {
      if (doing === 'move' && to === '') throw new HTTPException(400);
      const done = await desk.account.use(visitor, (client) =>
        doing === 'delete' ? remove(client, chosen) : move(client, chosen, to),
      );
      desk.undo = done && { id: randomUUID(), what: done };
      desk.notice = {
        code: doing === 'delete' ? 'deleted' : 'moved',
        count: chosen.uids.length,
        ...(desk.undo && { undo: desk.undo.id }),
      };
    } else throw new HTTPException(400);
    return c.redirect(back, 303);
  });

  app.post('/undo', async (c) => {
    const form = await formOf(webmail, c);
    const visitor = visitorOf(c);
    const { desk } = visitor;
    const { undo: last } = desk;
    if (!last || last.id !== form.get('undo')) throw new MailError('gone');
    desk.undo = undefined;
    await desk.account.use(visitor, (client) => undo(client, last.what));
    desk.notice = { code: 'undone' };
    return c.redirect(listLink({ folder: last.what.from }), 303);
  });
}

/** Undefined where no message was chosen. @throws MailError `gone` for words that name none */
function chosenIn(form: Form): Chosen | undefined {
  const [folder, validity] = [form.get('folder'), form.get('validity')];
  const ids = form.all('uid').map((uid) => messageId({ folder, validity, uid }));
  if (ids.some((id) => id === undefined)) throw new MailError('gone');
  return ids.length === 0 ? undefined : { folder, validity, uids: ids.map((id) => id!.uid) };
}

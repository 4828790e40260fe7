/** Who asks: every page but the sign-in needs somebody, and every form a token. */

import { HTTPException } from 'hono/http-exception';
import { type Form, readForm, type TakeFile } from '../forms';
import type { Visitor, WebContext, Webmail } from '../web';

/** @throws HTTPException 401 where nobody is signed in */
export function visitorOf(c: WebContext): Visitor {
  const { visitor } = c.var;
  if (!visitor) throw new HTTPException(401);
  return visitor;
}

/** The form of somebody who is signed in. @throws HTTPException 401; 403 where it did not come from a page of theirs */
export async function formOf(webmail: Webmail, c: WebContext, takeFile?: TakeFile): Promise<Form> {
  const { session } = visitorOf(c);
  checkOrigin(webmail, c);
  const form = await readForm(c.req.raw, webmail.limits.form, takeFile);
  if (!webmail.guard.isTokenOf(session, form.get('token'))) throw new HTTPException(403);
  return form;
}

/** @throws HTTPException 403 */
export function checkOrigin({ guard }: Webmail, c: WebContext): void {
  const own = new URL(c.req.url).origin;
  const headers = { site: c.req.header('sec-fetch-site'), origin: c.req.header('origin') };
  if (!guard.isOwn(headers, own)) throw new HTTPException(403);
}

/** Pages as answers. */

import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren } from 'preact';
import type { Folder } from '../mail/folders';
import { type Frame, pageOf } from '../views/frame';
import type { Desk, WebContext, Webmail } from '../web';
import type { Words } from '../words/languages';

export interface Shown {
  page: string;
  title: string;
  folders?: readonly Folder[] | undefined;
  folder?: string | undefined;
  problem?: Frame['problem'];
  status?: ContentfulStatusCode;
}

export function show(webmail: Webmail, c: WebContext, shown: Shown, body: ComponentChildren): Response {
  const { words, language, visitor } = c.var;
  const { status = 200, ...rest } = shown;
  const url = new URL(c.req.url);
  const here = c.req.method === 'GET' ? `${url.pathname}${url.search}` : '/';
  const frame: Frame = {
    ...rest,
    words,
    language,
    here,
    name: webmail.name,
    ...(visitor && {
      signedIn: { user: visitor.session.user, token: visitor.session.token },
      notice: noticeOf(visitor.desk, words),
    }),
  };
  return c.html(pageOf(frame, body), status);
}

/** Told once. */
function noticeOf(desk: Desk, words: Words): Frame['notice'] {
  const { notice } = desk;
  desk.notice = undefined;
  if (!notice) return undefined;
  const { code, count = 0, undo } = notice;
  const sentence = (words.notices as Readonly<Record<string, string | ((count: number) => string)>>)[code] ?? code;
  return { code, text: typeof sentence === 'string' ? sentence : sentence(count), undo };
}

/** A problem's sentence; those that tell of something are given what. */
export function problemOf(words: Words, code: keyof Words['problems'], about: string | number = ''): Frame['problem'] {
  const sentence = words.problems[code] as string | ((about: string | number) => string);
  return { code, text: typeof sentence === 'string' ? sentence : sentence(about) };
}

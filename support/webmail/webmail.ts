/**
 * A webmail in the words of who uses it. An adapter knows the pages of one webmail; scenarios know this only. What cannot be done there is
 * NotApplicable (`cannot`); a page that is not as the adapter knows it is a Mismatch, which blocks what only brings something about.
 */
import { Mismatch, NotApplicable } from '../outcome';
import type { Browser } from './browser';
import type { UploadedFile } from './form';
import type { Page } from './page';

export interface Folder {
  /** As it is shown: levels with a slash between. */
  name: string;
  unread: number;
}

/** A line of the message list. */
export interface Row {
  /** Where the adapter finds it again. */
  readonly handle: string;
  readonly folder: string;
  subject: string;
  /** Who wrote it, as the list shows it; where that is a folder of sent mail, who gets it. */
  from: string;
  date: string;
  unread: boolean;
  flagged: boolean;
}

export interface View {
  folder: string;
  /** From 1. */
  page?: number;
  /** What is looked for. */
  search?: string;
}

/** A message that was opened. */
export interface Opened {
  row: Row;
  /** The page, with its frames. */
  readonly page: Page;
  /** The page, or the document within it, that shows the message as HTML. */
  readonly documents: Page[];
  subject: string;
  /** As they are shown: name and address. */
  from: string;
  to: string;
  cc: string;
  date: string;
  /** The text of the message as a person reads it. */
  text: string;
  readonly attachments: Attachment[];
  /** Addresses of the pictures that the message shows and the webmail itself serves; some are within the page (`data:`). */
  readonly pictures: string[];
}

export interface Attachment {
  name: string;
  /** Where it is fetched, so that it is kept as a file. */
  address: string;
}

export type About = 'reply' | 'reply to all' | 'forward' | 'draft';

export interface Writing {
  to?: string;
  cc?: string;
  bcc?: string;
  subject?: string;
  text?: string;
  attachments?: UploadedFile[];
}

/** A message that is being written. */
export interface Composer {
  /** What stands there before anybody writes. */
  readonly offered: Required<Pick<Writing, 'to' | 'cc' | 'subject' | 'text'>>;
  /** The page was served. */
  readonly page: Page;
  /** What is not written stays as it is offered. @throws Mismatch `not-sent` where the webmail says that it has not */
  send(writing: Writing): Promise<void>;
  /** Kept as a draft. */
  keep(writing: Writing): Promise<void>;
}

export interface Webmail {
  readonly browser: Browser;
  /** Whether a field of a form, of an address or of a header is what another site cannot know. */
  isToken(name: string): boolean;
  /** @returns whether it let in */
  signIn(user: string, password: string): Promise<boolean>;
  /** Whether the browser, as it is, has somebody's mail before it. */
  isIn(): Promise<boolean>;
  signOut(): Promise<void>;
  folders(): Promise<Folder[]>;
  list(view: View): Promise<Row[]>;
  open(row: Row): Promise<Opened>;
  /** The same message with what it wants from elsewhere. */
  openWithRemote(row: Row): Promise<Opened>;
  compose(about?: { row: Row; how: About }): Promise<Composer>;
  flag(row: Row, on: boolean): Promise<void>;
  markRead(row: Row, on: boolean): Promise<void>;
  move(row: Row, folder: string): Promise<void>;
  remove(row: Row): Promise<void>;
  createFolder(name: string): Promise<void>;
  renameFolder(from: string, to: string): Promise<void>;
  removeFolder(name: string): Promise<void>;
}

export type MakeWebmail = (browser: Browser) => Webmail;

/** @throws NotApplicable: this webmail, or its adapter, has no way to do that */
export function cannot(webmail: string, what: string): never {
  throw new NotApplicable('webmail-cannot', `${webmail} cannot ${what}`);
}

/** @throws Mismatch where the page is not as the adapter knows it */
export function demand<T>(value: T | undefined | null | false, page: Page, what: string): T {
  if (value !== undefined && value !== null && value !== false) return value;
  const where = `${page.method} ${page.url.pathname}${page.url.search}`;
  throw new Mismatch('webmail-page', `${what} is missing on the page ${where} (${page.status})`);
}

/** A page in a context of its own, in which all that must not be is noted: that a script ran, a dialog opened, something left, the page was led away. */
import type { BrowserContext, Page } from 'playwright-core';
import type { Vector } from './corpus';
import type { Elsewhere } from './elsewhere';

/** By the ids of vectors: what was seen of each, in words. */
export type Seen = Map<number, Set<string>>;

/** For a browser on a busy machine. */
export const PATIENCE = 60_000;
/** What may still come, after all is there. */
const AFTERWARDS = 400;
export const MARKER = 'marker.test';

export interface Scene {
  /** The webmail's. */
  origin: string;
  elsewhere: Elsewhere;
  /** Reached last. Of its own: Chromium opens connections in store to where it has been. */
  marker: Elsewhere;
  /** Whether a connection on which nothing is said counts: Chromium has some in store, once a page has been elsewhere. */
  silence: boolean;
  /** Ids of vectors by which the webmail was asked for something. */
  ordered: Set<number>;
}

export interface Watched {
  page: Page;
  seen: Seen;
  /** Notes something of one vector, or of all that are watched. */
  note(what: string, id?: number): void;
  /** What has left until now is noted. */
  look(): Seen;
  /** Until what is asked for after all else has arrived, and a little longer. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** @param vectors whose doing it may be */
export async function watch(context: BrowserContext, scene: Scene, vectors: () => readonly Vector[]): Promise<Watched> {
  const { origin, elsewhere, marker, ordered, silence } = scene;
  const seen: Seen = new Map();
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const note = (what: string, id?: number) => {
    for (const vector of vectors())
      if (id === undefined || vector.id === id) seen.set(vector.id, (seen.get(vector.id) ?? new Set()).add(what));
  };
  const listen = (one: Page) => {
    one.on('console', (message) => {
      for (const { id, says } of vectors())
        if (message.type() === 'log' && message.text() === says) note('a script ran', id);
    });
    one.on('dialog', (dialog) => {
      note('a dialog opened');
      void dialog.dismiss().catch(() => {});
    });
    one.on('download', (download) => {
      if (!download.url().startsWith(origin)) note('a file was handed out');
    });
  };
  listen(page);
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith(origin) && frame.url() !== 'about:blank')
      note(`the page was led to ${frame.url()}`);
  });
  context.on('page', (other) => {
    if (other !== page) listen(other);
  });
  const silent = elsewhere.silent;
  const look = () => {
    for (const { id } of vectors()) {
      if (elsewhere.reached.delete(id)) note('something was asked for elsewhere', id);
      if (ordered.delete(id)) note('the webmail was asked as its user', id);
    }
    if (silence && elsewhere.silent > silent) note('a connection was opened elsewhere');
    return seen;
  };
  return {
    page,
    seen,
    note,
    look,
    settle: async () => {
      const other = await context.newPage();
      const heard = marker.heard(MARKER);
      await other.goto(`http://${MARKER}/`, { timeout: PATIENCE });
      await heard;
      await other.close();
      await page.waitForTimeout(AFTERWARDS);
      look();
    },
    close: async () => {
      look();
      await context.close();
    },
  };
}

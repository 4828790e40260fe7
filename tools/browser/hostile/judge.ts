/** What a browser does when the harness shows a vector to it. */
import type { Vector } from './corpus';
import { type Harness, startHarness, type Walls } from './harness';
import { launch } from './launch';
import { PATIENCE, type Seen, type Watched, watch } from './watch';

/** Vectors on one page, where nothing is to be seen of any. */
const TOGETHER = 24;
/** How long one that is to fire is waited for. */
const FIRING = 20_000;
const LOOK = 100;
/** Whether the webmail's own button can still be reached. */
const REACHED = "document.elementFromPoint(140,12)?.id==='own'";

export interface Judge {
  harness: Harness;
  /** Many on a page; what is seen must be nothing. */
  together(vectors: readonly Vector[], walls: Walls): Promise<Seen>;
  /** One on a page, until it is seen to fire. */
  alone(vector: Vector, walls: Walls): Promise<Set<string>>;
  close(): Promise<void>;
}

export async function startJudge(): Promise<Judge> {
  const harness = await startHarness();
  const { browser, close, ...outside } = await launch();
  const scene = { ...outside, origin: harness.origin, ordered: harness.ordered };
  const address = (walls: Walls, vectors: readonly Vector[]) =>
    `${harness.origin}/page/${walls}/${vectors.map(({ id }) => id).join(',')}`;
  return {
    harness,
    together: async (vectors, walls) => {
      const all: Seen = new Map();
      for (let at = 0; at < vectors.length; at += TOGETHER) {
        const some = vectors.slice(at, at + TOGETHER);
        const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
        const watched = await watch(context, { ...scene, silence: walls !== 'policy' }, () => some);
        try {
          // A policy keeps Chromium from asking for a page in a frame, not from opening a connection for it before it looks.
          await watched.page.goto(address(walls, some), { waitUntil: 'load', timeout: PATIENCE });
          await covered(watched);
          await clickAll(watched, some);
          await watched.settle();
        } finally {
          await watched.close();
        }
        for (const [id, what] of watched.seen) all.set(id, what);
      }
      return all;
    },
    alone: async (vector, walls) => {
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
      const watched = await watch(context, { ...scene, silence: false }, () => [vector]);
      try {
        // One that leads the page away, or keeps it busy, never has it loaded.
        await watched.page.goto(address(walls, [vector]), { waitUntil: 'commit', timeout: PATIENCE });
        const until = Date.now() + FIRING;
        while (Date.now() < until && watched.look().size === 0) {
          if (vector.click) await clickFirst(watched);
          await covered(watched);
          await watched.page.waitForTimeout(LOOK).catch(() => {});
        }
        return watched.seen.get(vector.id) ?? new Set();
      } finally {
        await watched.close();
      }
    },
    close: async () => {
      await close();
      await harness.close();
    },
  };
}

async function covered({ page, note }: Watched): Promise<void> {
  // A page that is on its way elsewhere answers nothing.
  const reached = await page.evaluate(REACHED).catch(() => true);
  if (reached !== true) note('the page was covered');
}

async function clickFirst({ page }: Watched): Promise<void> {
  const body = await page
    .locator('#body')
    .boundingBox({ timeout: 2_000 })
    .catch(() => null);
  if (body !== null) await page.mouse.click(body.x + 20, body.y + 10).catch(() => {});
}

async function clickAll(watched: Watched, vectors: readonly Vector[]): Promise<void> {
  for (const { id, click } of vectors) {
    if (!click) continue;
    const box = await watched.page.locator(`#f${id}`).boundingBox();
    if (box === null) watched.note('its frame is not there', id);
    else await watched.page.mouse.click(box.x + 40, box.y + 30);
  }
  await covered(watched);
}

/** `mailspec queue`: what waits for other servers in the bundled server, seen and worked on. */
import { TargetError } from '../../support/outcome';
import { ControlError, type QueueDesk, type QueueView, withQueue } from '../../support/targets/embedded';
import { UsageError } from '../../support/targets/usage-error';
import { mailFile } from '../serve/serve-options';
import { hastenedLines, listLines, removedLine, whyLines } from './words';

export interface QueueOptions {
  data: string;
  json?: boolean;
  profile?: string;
}

export type Wish =
  | { do: 'list' }
  | { do: 'why'; id: string }
  | { do: 'retry'; what?: string | undefined; all?: boolean | undefined }
  | { do: 'remove'; id: string };

/** @throws UsageError for what is not in the queue, TargetError where it cannot be had */
export async function workOnQueue(wish: Wish, options: QueueOptions): Promise<void> {
  const { data, profile } = options;
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  try {
    // Printed when the file is free again: who reads a long list may take his time.
    const lines = await withQueue({ data: mailFile(data), profile, log }, (desk) => done(desk, wish, options));
    for (const line of lines) process.stdout.write(`${line}\n`);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    if (error.code === 'no-mail')
      throw new UsageError(
        'no-mail',
        `${error.message}: --data is the folder that \`mailspec serve --data\` was given`,
      );
    throw new TargetError(`queue-${error.code}`, error.message);
  }
}

async function done(desk: QueueDesk, wish: Wish, { data, json = false }: QueueOptions): Promise<string[]> {
  const inJson = (objects: readonly object[]) => objects.map((object) => JSON.stringify(object));
  switch (wish.do) {
    case 'list': {
      const { now, messages } = await whole(desk);
      return json ? inJson(messages) : listLines(messages, now);
    }
    case 'why': {
      const found = (await desk.why(wish.id)) ?? unknown(wish.id, data);
      return json ? inJson(found.messages) : found.messages.flatMap((message) => whyLines(message, found.now));
    }
    case 'retry': {
      const what = target(wish);
      const hastened = (await desk.retry(what)) ?? unknown(what ?? '', data);
      return json ? inJson([hastened]) : hastenedLines(hastened);
    }
    case 'remove': {
      const removed = (await desk.remove(wish.id)) ?? unknown(wish.id, data);
      return json ? inJson([removed]) : [removedLine(wish.id, removed)];
    }
  }
}

async function whole(desk: QueueDesk): Promise<{ now: number; messages: QueueView[] }> {
  const messages: QueueView[] = [];
  for (let after = 0; ; ) {
    const page = await desk.list(after);
    messages.push(...page.messages);
    if (page.next === undefined) return { now: page.now, messages };
    after = page.next;
  }
}

/** Undefined for everything. */
function target({ what, all = false }: { what?: string | undefined; all?: boolean | undefined }): string | undefined {
  if ((what === undefined) !== all) throw new UsageError('retry-what', 'retry takes an id or a destination, or --all');
  return what;
}

function unknown(what: string, data: string): never {
  throw new UsageError(
    'not-queued',
    `nothing waits as ${what}: \`mailspec queue --data ${data}\` lists the ids, \`why\` names the destination of each recipient`,
  );
}

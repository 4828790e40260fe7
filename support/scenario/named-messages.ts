/** The messages that a scenario names: written in it, or taken from features/messages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTemplate } from '../dialogue/template';
import { withOwnId } from '../message-id';
import { packageRoot } from '../package-root';
import type { AccountName } from '../targets/target';
import { anyMessage } from './any-message';
import { withCrlf } from './message';
import type { Stage } from './stage';

/** Defines `${name}`: the text with its `${…}` filled in, every line with CRLF; without a text, the file of that name. */
export function defineMessage(stage: Stage, name: string, text?: string): void {
  stage.scope.set(name, text === undefined ? messageFile(name) : expandLines(stage, text));
}

/** Defines `${name}` as a message that may say anything, of a size where one is given, from somebody here where one is named. */
export function defineAnyMessage(
  stage: Stage,
  name: string,
  { octets, from }: { octets?: number; from?: AccountName } = {},
): void {
  const { id, target } = stage;
  const sender = from === undefined ? target.sender : target.account(from).address;
  stage.scope.set(name, anyMessage({ name, id, sender, octets }));
}

/** A message that was defined, or else the file of that name. */
export function namedMessage(stage: Stage, name: string): Buffer {
  if (stage.scope.get(name) === undefined) defineMessage(stage, name);
  return stage.scope.get(name)!;
}

/**
 * A message for the post, with a Message-ID of its own: two with the same one are the same message (RFC 5322 §3.6.4), and servers
 * that drop duplicates keep the first only. From now on the name means this one.
 */
export function messageToSend(stage: Stage, name: string): Buffer {
  const message = withOwnId(namedMessage(stage, name), stage.id);
  stage.scope.set(name, message);
  return message;
}

// Line by line: what an expression stands for (bare CR, bare LF, octets beyond ASCII) must not be taken for the text's own line ends.
function expandLines(stage: Stage, text: string): Buffer {
  return Buffer.concat(
    text.split('\n').flatMap((line) => [stage.scope.expand(parseTemplate(line)), Buffer.from('\r\n')]),
  );
}

function messageFile(name: string): Buffer {
  files ??= messageFiles(join(packageRoot(), 'features/messages'));
  const path = files.get(name);
  if (path === undefined)
    throw new Error(
      `There is no message ${name}: define it with a doc string, or put ${name}.eml into features/messages.`,
    );
  return withCrlf(readFileSync(path));
}

let files: ReadonlyMap<string, string> | undefined;

/** The messages below a folder by name: folders are for readers, and a name stands in one of them only. */
function messageFiles(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.name.endsWith('.eml')) continue;
    const name = entry.name.slice(0, -'.eml'.length);
    if (found.has(name)) throw new Error(`Two messages in features/messages are called ${name}: rename one.`);
    found.set(name, join(entry.parentPath, entry.name));
  }
  return found;
}

/**
 * Whether a scenario compares anything: a name that it binds it uses, and something that the server can say would be wrong. One in which nothing
 * would be is hollow: it covers no requirement.
 */
import type { PickleStep } from '@cucumber/messages';
import { scenariosOf } from '../../reports/messages/scenario';
import type { Dialogue, Expect, GroupLine, StatusPattern, Step } from '../../support/dialogue/dialogue';
import { ANY_NAME, type Expression, type Part } from '../../support/dialogue/expression';
import { parseDialogue } from '../../support/dialogue/parse';
import { parseTemplate } from '../../support/dialogue/template';
import { readFeatures } from '../scenarios';
import type { Finding } from './finding';

export function checkComparing(root: string): Finding[] {
  return readFeatures(root).flatMap(({ document, pickles }) =>
    scenariosOf(document, pickles).flatMap(({ uri, line, name }, index) => {
      const { steps, astNodeIds } = pickles[index]!;
      // What one row of examples does not use another may.
      const rows = pickles.filter((one) => one.astNodeIds[0] === astNodeIds[0]).map((one) => unusedNames(one.steps));
      const at = `${uri}:${line}`;
      const unused = unusedNames(steps)
        .filter((one) => rows.every((others) => others.includes(one)))
        .map((one) => `binds ${one} and never uses it: write \${*:…} where its form alone counts`);
      const hollow = isHollow(steps) ? ['compares nothing: whatever the server says passes'] : [];
      return [...unused, ...hollow].map((fault) => ({ at, message: `“${name}” ${fault}` }));
    }),
  );
}

/** Names that are bound once and are nowhere else. */
export function unusedNames(steps: readonly PickleStep[]): string[] {
  const bound = new Map<string, number>();
  const used = new Set<string>();
  const see = (part: Part): void => {
    switch (part.kind) {
      case 'value':
        // `${whole.size}` uses what `whole` is bound to.
        used.add(part.name).add(part.name.split('.', 1)[0]!);
        break;
      case 'capture':
        // One that is held against another has been compared.
        if (part.compare !== undefined) {
          used.add(part.name);
          see(part.compare.to);
        }
        if (part.name !== ANY_NAME) bound.set(part.name, (bound.get(part.name) ?? 0) + 1);
        break;
      default:
        for (const one of within(part)) see(one);
    }
  };
  for (const text of steps.flatMap(textsOf)) for (const part of parts(text)) see(part);
  return [...bound].filter(([name, times]) => times === 1 && !used.has(name)).map(([name]) => name);
}

function within(part: Part): Expression[] | Part[] {
  switch (part.kind) {
    case 'quote':
      return part.parts;
    case 'sum':
      return [part.left, part.right];
    case 'repeat':
      return [part.times, part.of];
    case 'call':
      return part.args;
    default:
      return [];
  }
}

function textsOf({ text, argument }: PickleStep): string[] {
  const cells = argument?.dataTable?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? [];
  return [text, ...(argument?.docString?.content.split('\n') ?? []), ...cells];
}

/** @returns nothing for what is no text with expressions, as `${starttls TLS 1.2}` */
function parts(text: string): Part[] {
  try {
    return parseTemplate(text);
  } catch {
    return [];
  }
}

/** Whether its dialogues and replies are all that it judges by, and none of them could differ. */
export function isHollow(steps: readonly PickleStep[]): boolean {
  const judging = steps.filter(({ type }) => type === 'Outcome');
  return judging.every((step) => {
    const reply = /^the reply is (\S+)$/.exec(step.text)?.[1];
    if (reply !== undefined) return isAnything(reply.split('/'));
    const { docString } = step.argument ?? {};
    if (docString === undefined || !/dialogue|speaks/.test(step.text) || !docString.mediaType) return false;
    return isOpen(parseDialogue(docString.content, docString.mediaType));
  });
}

function isOpen({ steps }: Dialogue): boolean {
  return steps.every((step) => !couldDiffer(step));
}

function couldDiffer(step: Step): boolean {
  switch (step.kind) {
    case 'expect':
      return !takesAnything(step) || step.group.some(asks);
    case 'ask':
    case 'arrive':
      return true;
    default:
      return false;
  }
}

/** `${*}` alone asks for nothing but a line. */
function asks({ mark, template, response }: GroupLine): boolean {
  return mark !== '*' || response !== undefined || template.some(({ kind }) => kind !== 'any');
}

/** By itself or with the ways out before it. */
function takesAnything({ status, wayOuts }: Expect): boolean {
  const all = [status, ...wayOuts.map((way) => way.status)];
  if (all.some(({ kind }) => kind === 'closed')) return false;
  const plain = all.filter((one) => !isSpecial(one));
  return plain.length === all.length && isAnything(plain.flatMap(wordsOf));
}

/** It asks for more than how the command ended. */
function isSpecial(status: StatusPattern): boolean {
  if ('text' in status && status.text !== undefined) return true;
  if (status.kind === 'result') return status.code !== undefined;
  return status.kind !== 'reply' && status.kind !== 'indicator';
}

function wordsOf(status: StatusPattern): string[] {
  if (status.kind === 'reply') return status.codes;
  if (status.kind === 'indicator') return status.indicators;
  return status.kind === 'result' ? status.results : [];
}

/** Each way in which a command can end: its success, and both refusals whole. 252 confirms nothing, so it is none. */
function isAnything(words: readonly string[]): boolean {
  const has = (...all: string[]) => all.every((one) => words.includes(one));
  const succeeds = words.some((word) => /^(?:2xx|250|3)/.test(word));
  return has('xxx') || (succeeds && has('4xx', '5xx')) || has('+OK', '-ERR') || has('OK', 'NO', 'BAD');
}

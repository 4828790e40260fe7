/** The words that the vocabulary's tables list: every one is said by a scenario, and tables in scenarios name no others. */
import type { PickleStep } from '@cucumber/messages';
import { RESULT_COLUMNS } from '../../support/scenario/authentication-results';
import { OUTSIDE_COLUMNS } from '../../support/scenario/elsewhere';
import { FIELD_QUALITIES } from '../../support/scenario/field-quality';
import { RESPONSE_QUALITIES } from '../../support/scenario/imap-responses';
import { COLUMNS } from '../../support/scenario/post';
import { READINGS } from '../../support/scenario/reading';
import { LINE_QUALITIES } from '../../support/scenario/reply-lines';
import { SIGNATURE_COLUMNS } from '../../support/scenario/signature';
import { STARTS, stateAlone } from '../../support/scenario/starts';
import { TRACE_QUALITIES } from '../../support/scenario/trace';
import { LISTED, SHOWN } from '../../support/scenario/webmail/showing';
import { WEB_QUALITIES } from '../../support/scenario/webmail/web-quality';
import { WRITES, WRITTEN } from '../../support/scenario/webmail/writing';
import { RULES } from '../../support/witness/rules';
import { readFeatures } from '../scenarios';
import type { Finding } from './finding';
import { type Definition, stepDefinitions } from './step-definitions';

/** By the parameter type that is made from them, or by the table in which they stand. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  session: new Set([...STARTS.keys()].map(stateAlone)),
  'line-quality': new Set(Object.values(LINE_QUALITIES).flat()),
  'response-quality': new Set(RESPONSE_QUALITIES),
  'field-quality': new Set(FIELD_QUALITIES),
  trace: new Set(TRACE_QUALITIES),
  rule: new Set<string>(RULES),
  'column of an inbox': new Set(COLUMNS.inbox),
  'column of a mailbox': new Set(COLUMNS.mailbox),
  'column of mail servers': new Set(OUTSIDE_COLUMNS['mail servers']),
  'column of names': new Set(OUTSIDE_COLUMNS.names),
  'column of authentication results': new Set(RESULT_COLUMNS),
  'column of a signature': new Set(SIGNATURE_COLUMNS),
  'what parsers read': new Set(Object.keys(READINGS)),
  'web-quality': new Set(Object.keys(WEB_QUALITIES)),
  'column of the message list': new Set(Object.keys(LISTED)),
  'column of the folder list': new Set(['folder', 'unread', 'there']),
  'what a message shows': new Set(Object.keys(SHOWN)),
  'what is written': new Set(WRITTEN),
};

const SOMEBODY_WRITES = new RegExp(`(?:${WRITES.source}):$`);

interface Said {
  kind: string;
  word: string;
}

export async function checkWords(root: string): Promise<Finding[]> {
  const definitions = await stepDefinitions(root);
  const said = readFeatures(root).flatMap(({ path, pickles }) =>
    pickles.flatMap(({ steps }) =>
      steps.flatMap((step) => [...inText(step, definitions), ...inTable(step)].map((one) => ({ ...one, at: path }))),
    ),
  );
  const unknown = said.filter(({ kind, word }) => WORDS[kind]?.has(word) === false);
  const unsaid = Object.entries(WORDS).flatMap(([kind, words]) => {
    const its = new Set(said.filter((one) => one.kind === kind).map(({ word }) => word));
    return [...words].filter((word) => !its.has(word)).map((word) => ({ kind, word }));
  });
  return [
    ...unknown.map(({ kind, word, at }) => ({ at, message: `no ${kind}: ${word}` })),
    ...unsaid.map(({ kind, word }) => ({ at: 'support/scenario', message: `${kind} that no scenario says: ${word}` })),
  ];
}

function inText({ text }: PickleStep, definitions: readonly Definition[]): Said[] {
  const args = definitions.flatMap(({ expression }) => expression.match(text) ?? []);
  return args.map(({ parameterType, group }) => ({ kind: parameterType.name, word: stateAlone(group.value) }));
}

function inTable({ text, argument }: PickleStep): Said[] {
  const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));
  if (rows === undefined) return [];
  const [head = [], ...body] = rows;
  if (text.endsWith('inbox holds:')) return head.map((word) => ({ kind: 'column of an inbox', word }));
  if (text.endsWith('mailbox holds:')) return head.map((word) => ({ kind: 'column of a mailbox', word }));
  if (text.endsWith('has mail servers:')) return head.map((word) => ({ kind: 'column of mail servers', word }));
  if (text.endsWith('name server says:')) return head.map((word) => ({ kind: 'column of names', word }));
  if (text.endsWith('authentication results:'))
    return head.map((word) => ({ kind: 'column of authentication results', word }));
  if (text.includes(' is signed by ')) return head.map((word) => ({ kind: 'column of a signature', word }));
  if (text.endsWith('message list shows:')) return head.map((word) => ({ kind: 'column of the message list', word }));
  if (text.endsWith('folder list shows:')) return head.map((word) => ({ kind: 'column of the folder list', word }));
  if (text.endsWith('opened message shows:'))
    return body.map(([word = '']) => ({ kind: 'what a message shows', word: word.replace(/^no /, '') }));
  if (SOMEBODY_WRITES.test(text)) return body.map(([word = '']) => ({ kind: 'what is written', word }));
  return body.map(([word = '']) => ({ kind: 'what parsers read', word }));
}

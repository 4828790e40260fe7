/** The parameter types of the vocabulary (features/README.md). */
import { defineParameterType } from '@cucumber/cucumber';
import { DOMAINS, HOST_LABELS } from '../support/outside/names';
import { CERTIFICATE_QUALITIES } from '../support/scenario/certificate';
import { FIELD_QUALITIES } from '../support/scenario/field-quality';
import { RESPONSE_QUALITIES } from '../support/scenario/imap-responses';
import { LINE_QUALITIES } from '../support/scenario/reply-lines';
import { MAIL } from '../support/scenario/sought';
import { STARTS } from '../support/scenario/starts';
import { SPAN, spanOf } from '../support/scenario/time-passes';
import { TRACE_QUALITIES } from '../support/scenario/trace';
import { ACCOUNTS } from '../support/scenario/values';
import { DEED } from '../support/scenario/webmail/deeds';
import { SIGNED } from '../support/scenario/webmail/entering';
import { VIEW } from '../support/scenario/webmail/looking';
import { VISITORS } from '../support/scenario/webmail/visits';
import { WEB_QUALITIES } from '../support/scenario/webmail/web-quality';
import { WRITES } from '../support/scenario/webmail/writing';
import { RULES } from '../support/witness/rules';

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** One of the words of a table, so that a word which stands in none is an undefined step. */
function oneOf(words: Iterable<string>): RegExp {
  return new RegExp([...words].map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'));
}

defineParameterType({ name: 'account', regexp: oneOf(ACCOUNTS), useForSnippets: false });

defineParameterType({
  name: 'session',
  regexp: oneOf(STARTS.keys()),
  transformer: (word: string) => STARTS.get(word),
  useForSnippets: false,
});

defineParameterType({ name: 'span', regexp: SPAN, transformer: spanOf, useForSnippets: false });

defineParameterType({
  name: 'line-quality',
  regexp: oneOf(Object.values(LINE_QUALITIES).flat()),
  useForSnippets: false,
});

defineParameterType({ name: 'response-quality', regexp: oneOf(RESPONSE_QUALITIES), useForSnippets: false });

defineParameterType({ name: 'certificate-quality', regexp: oneOf(CERTIFICATE_QUALITIES), useForSnippets: false });

defineParameterType({ name: 'field-quality', regexp: oneOf(FIELD_QUALITIES), useForSnippets: false });

defineParameterType({
  name: 'rule',
  regexp: oneOf([...RULES].sort((a, b) => b.length - a.length)),
  useForSnippets: false,
});

defineParameterType({ name: 'trace', regexp: oneOf(TRACE_QUALITIES), useForSnippets: false });

// As a value: ${elsewhere}.
defineParameterType({
  name: 'domain',
  regexp: oneOf(DOMAINS.map((word) => `\${${word}}`)),
  transformer: (written: string) => written.slice(2, -1),
  useForSnippets: false,
});

defineParameterType({ name: 'host', regexp: oneOf(HOST_LABELS), useForSnippets: false });

defineParameterType({
  name: 'ordinal',
  regexp: oneOf(ORDINALS),
  transformer: (word: string) => ORDINALS.indexOf(word) + 1,
  useForSnippets: false,
});

// The rest of the line as it stands: {string} cannot hold MAIL FROM:<"a b"@x>.
defineParameterType({ name: 'line', regexp: /.*/, useForSnippets: false });

defineParameterType({ name: 'reply', regexp: /\S.*/, useForSnippets: false });

defineParameterType({ name: 'mail', regexp: MAIL, useForSnippets: false });

// Who may receive it: an account, or a host elsewhere.
defineParameterType({ name: 'reader', regexp: oneOf([...ACCOUNTS, ...HOST_LABELS]), useForSnippets: false });

// Sets of letters of RFC 4314 §2.1: what he has, and what he may get later.
defineParameterType({
  name: 'rights',
  regexp: /[a-z]+(?:, later [a-z]+)*/,
  transformer: (sets: string) => sets.split(', later '),
  useForSnippets: false,
});

// A message's name; {word} would take the colon that announces a doc string.
defineParameterType({ name: 'name', regexp: /[\w-]+/, useForSnippets: false });

// Who stands before a webmail: an account, or somebody who has none.
defineParameterType({ name: 'visitor', regexp: oneOf(VISITORS), useForSnippets: false });

defineParameterType({ name: 'signed', regexp: oneOf(SIGNED), useForSnippets: false });

defineParameterType({ name: 'view', regexp: VIEW, useForSnippets: false });

defineParameterType({ name: 'deed', regexp: DEED, useForSnippets: false });

defineParameterType({ name: 'writes', regexp: WRITES, useForSnippets: false });

// The longest first: one may begin as another does.
defineParameterType({
  name: 'web-quality',
  regexp: oneOf(Object.keys(WEB_QUALITIES).sort((a, b) => b.length - a.length)),
  useForSnippets: false,
});

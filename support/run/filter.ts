/** Which scenarios the user asked for. */
import parseTagExpression from '@cucumber/tag-expressions';
import { UsageError } from '../targets/usage-error';

/** What filters need to know of a scenario. */
export interface Selectable {
  id: string;
  was: string[];
  tags: string[];
  requirements: string[];
}

export interface Filters {
  /** Topics, sections, requirements and ids, as `wordTest` takes them: what any of them names. */
  words: string[];
  /** The same, of what is left out. */
  exclude: string[];
  /** Folders or topics: `smtp`, `smtp/extensions`, `smtp/order`. */
  only: string[];
  /** A tag expression: `@MUST and not @spends-logins`. */
  tags?: string;
  /** `5321` or `5321:4.1`, which means §4.1 and what lies below it. */
  rfc: string[];
  /** Ids, also old ones. */
  id: string[];
  /** Leaves out what others may feel who use the server. */
  safe: boolean;
}

/** What could cost others their service: floods and bombs, and passwords guessed until somebody is locked out. */
const HARMFUL = ['@strain', '@spends-logins'];

type Test = (scenario: Selectable) => boolean;

/**
 * A test that says whether a scenario passes all filters; an absent filter passes everything.
 * @throws UsageError for a tag expression or an RFC section that cannot be read
 */
export function filterOf({ words, exclude, only, tags, rfc, id, safe }: Filters): Test {
  const tests: Test[] = [];
  if (words.length > 0) tests.push(anyOf(words.map(wordTest)));
  if (exclude.length > 0) tests.push(noneOf(exclude.map(wordTest)));
  if (only.length > 0) tests.push((scenario) => only.some((topic) => isWithin(scenario.id, topic)));
  if (tags !== undefined) tests.push(tagTest(tags));
  if (rfc.length > 0) tests.push(anyOf(rfc.map(rfcTest)));
  if (id.length > 0) tests.push(anyOf(id.map(idTest)));
  if (safe) tests.push(({ tags }) => !HARMFUL.some((tag) => tags.includes(tag)));
  return (scenario) => tests.every((test) => test(scenario));
}

/** What a word of the command line names: `RFC 5321 §4.1`, `R5321-3.3-8`, `smtp/order#…`, else a folder or topic. */
export function kindOf(word: string): 'rfc' | 'requirement' | 'id' | 'topic' {
  if (/^(?:RFC *)?\d+(?: *§|:|$)/i.test(word)) return 'rfc';
  if (/^(?:R\d+|M)-\S+$/.test(word)) return 'requirement';
  return word.includes('#') ? 'id' : 'topic';
}

function wordTest(word: string): Test {
  switch (kindOf(word)) {
    case 'rfc':
      return rfcTest(word);
    case 'requirement':
      return ({ requirements }) => requirements.includes(word);
    case 'id':
      return idTest(word);
    case 'topic':
      return ({ id }) => isWithin(id, word);
  }
}

function idTest(wanted: string): Test {
  return ({ id, was }) => id === wanted || was.includes(wanted);
}

/** Whether the id `smtp/extensions/size#…` lies in the folder or topic, by whole names: `smtp` holds no `smtp-relay`. */
export function isWithin(id: string, topic: string): boolean {
  const path = id.split('#', 1)[0]!;
  const folder = topic.replace(/\/$/, '');
  return path === folder || path.startsWith(`${folder}/`);
}

/** What is judged over the whole run: topics of rules, and the scenarios in them (features/README.md). */
export function isOfWholeRun(topicOrId: string): boolean {
  return /\/(?:grammar|invariants)(?:#|$)/.test(topicOrId);
}

/** `R5321-4.1.4-14` → RFC `5321`, section `4.1.4`; undefined for a rule that no RFC states. */
export function sectionOf(requirement: string): { rfc: string; section: string } | undefined {
  const [, rfc, section] = /^R(\d+)-(.+)-[^-]+$/.exec(requirement) ?? [];
  return rfc === undefined || section === undefined ? undefined : { rfc, section };
}

function rfcTest(written: string): Test {
  const [, rfc, section] = /^(?:RFC *)?(\d+)(?:(?::§?| *§ *)([0-9A-Z][0-9A-Za-z.]*))?$/i.exec(written) ?? [];
  if (rfc === undefined) {
    throw new UsageError(
      'bad-rfc',
      `RFC ${written} is not understood: write 5321, or 5321:4.1 for a section and what is below.`,
    );
  }
  return ({ requirements }) =>
    requirements.some((requirement) => {
      const place = sectionOf(requirement);
      if (place?.rfc !== rfc) return false;
      return section === undefined || place.section === section || place.section.startsWith(`${section}.`);
    });
}

function tagTest(expression: string): Test {
  try {
    const parsed = parseTagExpression(expression);
    return ({ tags }) => parsed.evaluate(tags);
  } catch (error) {
    throw new UsageError('bad-tags', `--tags ${expression} is not a tag expression: ${(error as Error).message}`);
  }
}

function anyOf(tests: Test[]): Test {
  return (scenario) => tests.some((test) => test(scenario));
}

function noneOf(tests: Test[]): Test {
  return (scenario) => !tests.some((test) => test(scenario));
}

/** Mistakes with reading records (RFC 7208 §3, §4.5, §4.6, §6). */

import { COMMON, defect, evaluating, hearing, hearingTexts, reading, taking, type UnwantedDefect } from './tools';

/** Terms that fit are dropped before the record is read. */
const dropping = (unfit: RegExp) =>
  reading((text) =>
    /^v=spf1 /i.test(text)
      ? text
          .split(' ')
          .filter((term) => !unfit.test(term))
          .join(' ')
      : text,
  );

export const spfRecords: readonly UnwantedDefect[] = [
  defect(
    'spf-strings-joined-by-spaces',
    'The character-strings of a record are put together with spaces between them.',
    COMMON,
    hearingTexts((strings) => [strings.join(' ')]),
  ),
  defect(
    'spf-first-string-alone',
    'Of a record only the first character-string is read.',
    COMMON,
    hearingTexts((strings) => strings.slice(0, 1)),
  ),
  defect(
    'spf-version-by-prefix',
    'A record of another version, that only begins alike, is taken for one.',
    COMMON,
    reading((text) => text.replace(/^v=spf1\d+/, 'v=spf1')),
  ),
  defect(
    'spf-version-anywhere',
    'A record is found wherever in the text the version stands.',
    COMMON,
    reading((text) => text.slice(Math.max(0, text.indexOf('v=spf1')))),
  ),
  defect(
    'spf-sender-id-believed',
    'A record of Sender ID is taken for one of SPF.',
    COMMON,
    reading((text) => text.replace(/^spf2\.0\/\S+/, 'v=spf1')),
  ),
  defect(
    'spf-first-record-taken',
    'Of several records the first counts.',
    COMMON,
    hearing((right) => ({
      txt: async (name) => {
        const answer = await right.txt(name);
        return answer.kind === 'found' ? { ...answer, records: answer.records.slice(0, 1) } : answer;
      },
    })),
  ),
  defect(
    'spf-errors-passed-over',
    'Terms that nobody knows are passed over.',
    COMMON,
    dropping(/^[-+~?]?(?!all$|(?:include|a|mx|ptr|ip4|ip6|exists)(?:[:/]|$))[^=]*$/i),
  ),
  defect(
    'spf-networks-unchecked',
    'A network that is none is passed over.',
    COMMON,
    dropping(/^ip4:(?:\d+\.\d+\.\d+$|.*\/33$)/),
  ),
  defect(
    'spf-error-met-late',
    'A record is evaluated term by term, so that an error behind the match is not met.',
    COMMON,
    reading((text) => text.replace(/^(v=spf1 (?:.* )?ip4:127\.0\.0\.1) .*/, '$1')),
  ),
  defect(
    'spf-unknown-modifier-refused',
    'A modifier that nobody knows makes the whole record wrong.',
    COMMON,
    reading((text) => text.replace(/ (?!redirect|exp)[\w-]+=\S*/g, ' error')),
  ),
  defect(
    'spf-names-by-small-letters',
    'Names of mechanisms in capitals are not known.',
    COMMON,
    reading((text) => text.replace(/ [-+~?]?[A-Z]\S*/g, ' error')),
  ),
  defect(
    'spf-redirect-at-once',
    'redirect= is followed where it stands, before the mechanisms behind it, and beside all.',
    'https://github.com/shevek/libspf2/pull/10',
    taking((record) => (record.redirect === undefined ? record : { ...record, mechanisms: [] })),
  ),
  defect(
    'spf-redirect-ignored',
    'redirect= is not followed.',
    'https://github.com/agaridata/spf-ruby/issues/12',
    taking(({ redirect: _, ...record }) => record),
  ),
  defect(
    'spf-redirect-to-nothing-is-none',
    'Where redirect= leads to no record, there is none.',
    'https://github.com/rspamd/rspamd/pull/980',
    evaluating((right) => ({
      otherwise: async (record, evaluation) =>
        right.otherwise(record, evaluation).catch((error) => {
          if (/redirect=/.test(error.message)) return { word: 'none', domain: evaluation.domain };
          throw error;
        }),
    })),
  ),
  defect(
    'spf-terms-behind-all',
    'What stands behind all is evaluated before it.',
    COMMON,
    taking((record) => ({
      ...record,
      mechanisms: [...record.mechanisms].sort((a, b) => Number(a.name === 'all') - Number(b.name === 'all')),
    })),
  ),
  defect(
    'spf-all-left-out-is-fail',
    'A record without all forbids what it does not name.',
    COMMON,
    evaluating((right) => ({
      otherwise: async (record, evaluation) => {
        const result = await right.otherwise(record, evaluation);
        return record.redirect === undefined ? { ...result, word: 'fail' } : result;
      },
    })),
  ),
];

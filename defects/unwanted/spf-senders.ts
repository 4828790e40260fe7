/** Mistakes with whom SPF is asked about, with macros, and with what is made of the result (RFC 7208 §2, §7, §8). */

import { reply } from '../../reference-server/delivery/reply';
import type { SpfWord } from '../../reference-server/policies/spf/result';
import { COMMON, defect, evaluating, hearing, judging, reading, taking, type UnwantedDefect } from './tools';

const REFUSED = reply(550, '5.7.23', 'Your host may not send for that domain');

/** These results are refused, too. */
const refusing = (words: readonly SpfWord[]) =>
  judging((right) => ({
    refusal: (finding) => (words.includes(finding.word) ? REFUSED : right.refusal(finding)),
  }));

/** Macros in the names that records ask for are read otherwise. */
const macros = (change: (spec: string) => string) =>
  taking((record) => ({
    ...record,
    mechanisms: record.mechanisms.map((one) => ({ ...one, value: change(one.value) })),
  }));

export const spfSenders: readonly UnwantedDefect[] = [
  defect(
    'spf-fail-taken',
    'What the record of the sender’s domain forbids is taken.',
    COMMON,
    judging(() => ({ refusal: ({ word }) => (word === 'temperror' ? REFUSED : undefined) })),
  ),
  defect(
    'spf-fail-put-off',
    'What the record forbids is put off, again and again, until the sender gives up.',
    COMMON,
    judging((right) => ({
      refusal: (finding) => (finding.word === 'fail' ? reply(451, '4.7.1', 'Not now') : right.refusal(finding)),
    })),
  ),
  defect(
    'spf-fail-by-another-code',
    'What the record forbids is refused by 554.',
    COMMON,
    judging((right) => ({
      refusal: (finding) => (finding.word === 'fail' ? { ...REFUSED, code: 554 } : right.refusal(finding)),
    })),
  ),
  defect('spf-softfail-refused', 'A softfail is refused.', COMMON, refusing(['softfail'])),
  defect('spf-neutral-refused', 'A neutral result is refused.', COMMON, refusing(['neutral'])),
  defect('spf-record-demanded', 'A domain without a record is refused.', COMMON, refusing(['none'])),
  defect('spf-temperror-refused', 'Where nobody knows now, mail is refused for good.', COMMON, refusing(['temperror'])),
  defect(
    'spf-permerror-put-off',
    'A record with an error is answered by another code than 550.',
    COMMON,
    judging((right) => ({
      refusal: (finding) => (finding.word === 'permerror' ? reply(554, '5.5.2', 'Wrong') : right.refusal(finding)),
    })),
  ),
  defect(
    'spf-failing-name-server-is-none',
    'A name server that fails is taken to say that there is no record.',
    COMMON,
    hearing((right) => ({
      txt: async (name) => {
        const answer = await right.txt(name);
        return answer.kind === 'failed' ? { kind: 'no-data' } : answer;
      },
    })),
  ),
  defect(
    'spf-null-sender-unchecked',
    'A message without a reverse-path is asked about by nobody.',
    COMMON,
    judging((right) => ({
      find: async (visit) =>
        visit.reversePath.text === ''
          ? { word: 'none', identity: 'helo', asked: visit.helo, domain: visit.helo }
          : right.find(visit),
    })),
  ),
  defect(
    'spf-helo-speaks-for-all',
    'A name in EHLO whose record allows the host is the last word: the sender is not asked about.',
    'https://www.usenix.org/conference/usenixsecurity20/presentation/chen-jianjun',
    judging((right) => ({
      find: async (visit) => {
        const byName = await right.find({ ...visit, reversePath: { local: '', domain: '', text: '' } });
        return byName.word === 'pass' ? byName : right.find(visit);
      },
    })),
  ),
  defect(
    'spf-international-domain-as-it-is',
    'A domain in another script is not asked for as the DNS has it, and has no record.',
    COMMON,
    evaluating((right) => ({
      evaluate: async (evaluation) =>
        /^[\x20-\x7e]*$/.test(evaluation.domain)
          ? right.evaluate(evaluation)
          : { word: 'none', domain: evaluation.domain },
    })),
  ),
  defect(
    'spf-macros-not-expanded',
    'Macros stand for nothing.',
    'https://github.com/hardenize/hardenize-public/issues/53',
    macros((spec) => spec.replace(/%\{[^}]*\}/g, 'x')),
  ),
  defect(
    'spf-transformers-ignored',
    'What a macro says of order and number of its parts is not read.',
    COMMON,
    macros((spec) => spec.replace(/%\{(\w)[^}]*\}/g, '%{$1}')),
  ),
  defect(
    'spf-delimiters-ignored',
    'A macro is taken apart at dots alone.',
    COMMON,
    macros((spec) => spec.replace(/%\{(\w\d*r?)[-+,/_=]+\}/g, '%{$1}')),
  ),
  defect(
    'spf-labels-from-the-left',
    'The number in a macro keeps labels on the left.',
    COMMON,
    macros((spec) => spec.replace('%{i2}', '127.0').replace('%{d1r}', 'test')),
  ),
  defect(
    'spf-labels-of-one-digit',
    'The number of labels in a macro has one digit.',
    COMMON,
    reading((text) => text.replace(/%\{\w\d{2,}\w?\}/g, '%')),
  ),
  defect(
    'spf-capitals-unknown',
    'A macro in capitals is not known.',
    COMMON,
    reading((text) => text.replace(/%\{[A-Z][^}]*\}/g, '%')),
  ),
  defect(
    'spf-zero-labels-allowed',
    'A macro that asks for no label is read as if it asked for all.',
    COMMON,
    reading((text) => text.replace(/%\{(\w)0\}/g, '%{$1}')),
  ),
  defect(
    'spf-final-dot-refused',
    'A dot at the end of a name makes the record wrong.',
    COMMON,
    reading((text) => text.replace(/\.(?= )/g, '%')),
  ),
  defect(
    'spf-sender-for-domain',
    '%{o} is the domain whose record is read, and not the sender’s.',
    COMMON,
    macros((spec) => spec.replaceAll('%{o}', '%{d}')),
  ),
  defect(
    'spf-pointer-macro-first-name',
    '%{p} is the first of the client’s names, whatever the domain.',
    COMMON,
    evaluating((right) => ({
      validated: async (evaluation) =>
        (await right.validated(evaluation)).sort((a, b) => b.length - a.length).slice(0, 1),
    })),
  ),
  defect(
    'spf-explanation-of-included-record',
    'The explanation of an included record is told.',
    COMMON,
    evaluating((right) => ({
      evaluate: async (evaluation) => {
        const result = await right.evaluate(evaluation);
        const record = await right.recordOf(evaluation.domain).catch(() => undefined);
        const target = record?.mechanisms.find(({ name }) => name === 'include')?.value;
        if (result.word !== 'fail' || target === undefined) return result;
        const { explanation } = await right.evaluate({ ...evaluation, domain: target });
        return { ...result, ...(explanation && { explanation }) };
      },
    })),
  ),
  defect(
    'spf-explanation-of-redirecting-record',
    'The explanation of the record that redirects is told.',
    COMMON,
    evaluating((right) => ({
      otherwise: async (record, evaluation) => {
        const result = await right.otherwise(record, evaluation);
        if (result.word !== 'fail' || record.exp === undefined) return result;
        const texts = await right.lookups().perhaps((names) => names.txt(record.exp!));
        return { ...result, explanation: texts.map((strings) => strings.join('')).join('') };
      },
    })),
  ),
  defect('spf-explanation-as-it-is', 'An explanation is told octet by octet.', COMMON, {
    parts: {
      spf: (right) => ({
        explained: async ({ exp = '' }, { domain }) => {
          const name = exp.replaceAll('%{d}', domain);
          const [text] = await right.lookups().perhaps((names) => names.txt(name));
          // The octets that the DNS gave: the resolver has made a letter of each.
          return text ? { explanation: Buffer.from(text.join(''), 'latin1').toString('utf8') } : {};
        },
      }),
      sender: (right) => ({
        refusal: (finding) => {
          const refusal = right.refusal(finding);
          return refusal && finding.explanation ? { ...refusal, lines: [finding.explanation] } : refusal;
        },
      }),
    },
  }),
];

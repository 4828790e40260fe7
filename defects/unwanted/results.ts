/** Mistakes with Authentication-Results and Received-SPF (RFC 8601, RFC 7208 §9). */

import { COMMON, defect, judging, telling, type UnwantedDefect } from './tools';

/** Not each field that claims to be this server's is found out. */
const overlooking = (isOverlooked: (value: string, hostname: string) => boolean) =>
  telling((right) => ({
    isForged: (field) => {
      const [, server = ''] = /^Authentication-Results: (\S+);/.exec(right.field([])) ?? [];
      return right.isForged(field) && !isOverlooked(field.value, server);
    },
  }));

const ESPOOFER = 'https://www.usenix.org/conference/usenixsecurity20/presentation/chen-jianjun';

export const results: readonly UnwantedDefect[] = [
  defect(
    'results-forged-fields-left',
    'A field that a stranger has written in the name of the server is left in the message.',
    'https://github.com/jbostoen/itop-jb-mail-to-ticket-automation-v2/issues/262',
    overlooking(() => true),
  ),
  defect(
    'results-forged-by-case',
    'The server knows its name in small letters alone.',
    COMMON,
    overlooking((value, server) => !value.includes(server)),
  ),
  defect(
    'results-forged-in-quotes',
    'The server does not know its name in quotes.',
    COMMON,
    overlooking((value) => value.startsWith('"')),
  ),
  defect(
    'results-forged-behind-comment',
    'The server does not know its name behind a comment.',
    ESPOOFER,
    overlooking((value) => value.startsWith('(')),
  ),
  defect(
    'results-first-forged-field-alone',
    'Of several forged fields only the first is removed.',
    COMMON,
    telling((right) => {
      let first = false;
      return {
        cleaned: (content) => {
          first = true;
          return right.cleaned(content);
        },
        isForged: (field) => {
          const forged = first && right.isForged(field);
          if (forged) first = false;
          return forged;
        },
      };
    }),
  ),
  defect(
    'results-top-forged-field-alone',
    'Only a field on top of the message is looked at.',
    COMMON,
    telling((right) => ({ isForged: (field) => field.start === 0 && right.isForged(field) })),
  ),
  defect(
    'results-forged-folded',
    'A field that is folded before the name of the server is left in the message.',
    COMMON,
    telling((right) => ({
      isForged: (field) =>
        field.end - field.start < 80 + field.value.length && !/^\S+;\t/.test(field.value) && right.isForged(field),
    })),
  ),
  defect(
    'results-of-other-version-left',
    'A field of a version that nobody knows is left in the message.',
    COMMON,
    overlooking((value) => / \d+;/.test(value)),
  ),
  defect(
    'results-added-to-a-field',
    'What is found is added to a field that is there.',
    COMMON,
    telling((right) => ({
      cleaned: (content) => {
        const text = right.cleaned(content).toString('latin1');
        const own = right.field([]).split(';')[0]!;
        return Buffer.from(text.replace(/Authentication-Results: (?:sub\.)?\S+;/, `${own};`), 'latin1');
      },
    })),
  ),
  defect(
    'results-in-the-senders-name',
    'The field names the sender’s domain where the server’s name belongs.',
    'https://github.com/mistralmail/mistralmail/issues/41',
    telling((right) => ({
      field: (findings) => {
        const domain = findings.flatMap(({ properties }) => Object.values(properties ?? {}))[0] ?? 'none';
        return right.field(findings).replace(/^Authentication-Results: \S+;/, `Authentication-Results: ${domain};`);
      },
    })),
  ),
  defect(
    'results-missing',
    'What was found is told nobody.',
    'https://github.com/vstakhov/rmilter/issues/28',
    telling(() => ({ field: (findings) => (findings.length < 0 ? 'never' : '') })),
  ),
  defect(
    'results-without-words',
    'Where nothing is forbidden, SPF is told as a pass.',
    COMMON,
    judging((right) => ({
      finding: (found) => right.finding(found.word === 'fail' ? found : { ...found, word: 'pass' }),
    })),
  ),
  defect(
    'results-with-local-part',
    'SPF is told of a whole address.',
    COMMON,
    judging((right) => ({
      finding: (found) => right.finding({ ...found, asked: `someone@${found.asked}` }),
    })),
  ),
  defect(
    'results-unquoted',
    'The sender’s address is told as it came, without quotes.',
    ESPOOFER,
    judging((right) => ({
      find: async (visit) => ({ ...(await right.find(visit)), asked: visit.reversePath.text }),
      finding: (found) => ({ method: 'spf', result: `${found.word} smtp.mailfrom=${found.asked.replace(/"/g, '')}` }),
    })),
  ),
  defect(
    'results-below-received',
    'What was found stands below the Received field of the server.',
    COMMON,
    telling((right) => ({
      tell: (mail, findings) => {
        const told = right.tell({ ...mail, trace: '' }, findings);
        return { ...mail, content: Buffer.concat([Buffer.from(told.trace ?? ''), told.content]) };
      },
    })),
  ),
  defect(
    'received-spf-below-received',
    'Received-SPF stands below the Received field of the server, and below older ones.',
    COMMON,
    judging((right) => ({
      tell: (mail, found, visit) => {
        const field = Buffer.from(right.field(found, visit));
        const end = mail.content.indexOf('\r\n\r\n') + 2;
        return { ...mail, content: Buffer.concat([mail.content.subarray(0, end), field, mail.content.subarray(end)]) };
      },
    })),
  ),
  defect(
    'received-spf-without-facts',
    'Received-SPF tells the result alone.',
    COMMON,
    judging(() => ({ field: ({ word }) => `Received-SPF: ${word}\r\n` })),
  ),
  defect(
    'received-spf-missing',
    'Received-SPF is not written.',
    COMMON,
    judging(() => ({ field: ({ word }) => (word === 'fail' ? 'never' : '') })),
  ),
];

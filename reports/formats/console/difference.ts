/** What has changed from one run to another, what is new last: it stands nearest to the prompt. */
import { type Difference, differenceText } from '../../verdict/difference';
import { verdictLabel } from '../../verdict/verdict';
import type { Paint } from './paint';

const TITLES: readonly (readonly [keyof Difference, string])[] = [
  ['mended', 'mended'],
  ['hidden', 'not seen any more, for something stands in the way'],
  ['visible', 'newly visible'],
  ['fresh', 'new'],
];

export function formatDifference(difference: Difference, paint: Paint): string {
  const blocks = TITLES.filter(([kind]) => difference[kind].length > 0).map(([kind, title]) =>
    [
      `${title}:`,
      ...difference[kind].map(({ id, verdict, reason }) => {
        const why = reason === '' ? '' : `: ${reason}`;
        return `  ${paint(verdictLabel(verdict).padEnd(7), verdict)} ${id}${why}`;
      }),
    ].join('\n'),
  );
  return `${[...blocks, differenceText(difference) ?? 'nothing has changed'].join('\n\n')}\n`;
}

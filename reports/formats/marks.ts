/** What the marks of a dialogue mean, for whoever meets one in a failure and not in features/README.md. */

export interface Mark {
  /** As it is written, with an example behind it. */
  mark: string;
  meaning: string;
  /** Where it stands in a text; absent where everybody understands it. */
  stands?: RegExp;
}

export const MARKS: readonly Mark[] = [
  { mark: 'C: NOOP', meaning: 'sent by the client, with CRLF' },
  { mark: 'C~ NOOP', meaning: 'sent as it stands, without CRLF', stands: /^[ >]*C\d?~ /m },
  { mark: 'S: 250', meaning: 'must come; classes (2xx) and alternatives (250/251) may stand for a code' },
  {
    mark: 'S? 421',
    meaning: 'a permitted way out: the dialogue may end here, passed',
    stands: /^[ >]*S\d?\? /m,
  },
  {
    mark: 'S* SIZE',
    meaning: 'a line that must come, in any order within its answer',
    stands: /^[ >]*S\d?\* /m,
  },
  { mark: 'S! SIZE', meaning: 'a line that must not come', stands: /^[ >]*S\d?! /m },
  { mark: 'S| text', meaning: 'a line of the payload, in its order', stands: /^[ >]*S\d?\|/m },
  {
    mark: '$' + '{name}',
    meaning: 'a value that the suite fills in, or takes from what comes',
    stands: /\$\{(?!\*\})/,
  },
  { mark: '$' + '{*}', meaning: 'anything', stands: /\$\{\*\}/ },
  { mark: '…', meaning: 'what follows is not the scenario’s business' },
  { mark: '>  and  ^^^', meaning: 'the line, and the place in it, where what came differs' },
];

/** One line for each mark that the text has. */
export function marksIn(text: string): string[] {
  return MARKS.filter(({ stands }) => stands?.test(text)).map(({ mark, meaning }) => `${mark}: ${meaning}`);
}

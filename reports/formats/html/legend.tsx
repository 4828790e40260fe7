/** What the words and marks of the page mean. */
import { Fragment } from 'preact';
import { type Verdict as Name, VERDICTS } from '../../verdict/verdict';
import { MARKS } from '../marks';
import { Verdict } from './verdict';

const MEANINGS: Record<Name, string> = {
  pass: 'The target does what the sentence asks.',
  fail: 'It breaks a sentence that says MUST.',
  warn: 'It breaks a sentence that says SHOULD: there may be a good reason.',
  info: 'The sentence says MAY: this is what the target chose.',
  notApplicable:
    'It is about something that the target does not have or announce, or that the target file does not allow.',
  blocked: 'Something else went wrong before the point was reached; the requirement that judges this is named.',
  error: 'The suite or the machine failed, or nothing can be said: it is no verdict about the target.',
  notPlayed: 'The run was over before.',
};

export function Legend() {
  return (
    <details class="legend">
      <summary>What the verdicts, marks and keys mean</summary>
      <dl>
        {VERDICTS.map((verdict) => (
          <Fragment key={verdict}>
            <dt>
              <Verdict is={verdict} />
            </dt>
            <dd>{MEANINGS[verdict]}</dd>
          </Fragment>
        ))}
        {MARKS.map(({ mark, meaning }) => (
          <Fragment key={mark}>
            <dt>
              <code>{mark}</code>
            </dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
        <dt>
          <kbd>n</kbd> <kbd>p</kbd>
        </dt>
        <dd>the next trouble, and the one before</dd>
        <dt>
          <kbd>o</kbd> <kbd>c</kbd> <kbd>/</kbd>
        </dt>
        <dd>open all that is shown, close all, search</dd>
      </dl>
    </details>
  );
}

/** What was spoken to the mail system, click by click. */

import type { Click } from '../dialogue/click';
import type { Language, Words } from '../words/languages';

export function Dialogues({ words, language, clicks }: { words: Words; language: Language; clicks: readonly Click[] }) {
  return (
    <section id="dialogue">
      <h1>{words.dialogue}</h1>
      <p class="dim">{words.dialogueLead}</p>
      {clicks.length === 0 ? <p>{words.nothingSaid}</p> : undefined}
      {clicks.map((click, i) => (
        <details key={click.id} open={i === 0} data-click={click.what}>
          <summary>
            <code>{click.what}</code>{' '}
            <time dateTime={new Date(click.at).toISOString()} class="dim">
              {new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(click.at)}
            </time>{' '}
            <span class="dim">{words.lines(click.lines.length)}</span>
          </summary>
          <ol class="wire">
            {click.lines.map(({ protocol, from, text }, line) => (
              <li key={line} data-protocol={protocol} data-from={from}>
                <span class="dim">{`${protocol.toUpperCase()} ${from === 'client' ? 'C:' : 'S:'}`}</span>{' '}
                <code>
                  <bdi>{text}</bdi>
                </code>
              </li>
            ))}
          </ol>
          {click.left > 0 ? <p class="dim">{words.linesLeft(click.left)}</p> : undefined}
        </details>
      ))}
    </section>
  );
}

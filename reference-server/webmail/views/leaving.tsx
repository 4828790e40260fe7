/** Where a link of a mail leads, before anybody goes there. */

import type { ShownLink } from '../content';
import type { Words } from '../words/languages';

export function Leaving({ words, link }: { words: Words; link: ShownLink }) {
  const { href, host, unicode, warnings } = link;
  return (
    <section id="leaving" class="card" data-host={host}>
      <h1>{words.leaving}</h1>
      <p>{words.leadsTo}</p>
      <p class="host">
        <bdi>{host}</bdi>
        {unicode ? <bdi class="dim"> {unicode}</bdi> : undefined}
      </p>
      <p class="dim url">
        <bdi>{href}</bdi>
      </p>
      {warnings.length > 0 ? (
        <ul>
          {warnings.map((warning) => (
            <li key={warning} class="warning" data-warning={warning}>
              {words.linkWarnings[warning]}
            </li>
          ))}
        </ul>
      ) : undefined}
      <p>
        <a class="button main" href={href} rel="noopener noreferrer" data-action="follow">
          {words.follow}
        </a>
      </p>
    </section>
  );
}

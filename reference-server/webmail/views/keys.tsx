/** The page of keys. */

import type { Words } from '../words/languages';

/** By the places where they work; `data-keys` tells the script nothing: it knows them itself. */
const KEYS = {
  everywhere: ['?', 'c', '/', 'g i', 'g f', 'p'],
  list: ['j', 'k', 'Enter', 'x', 'u', 's', '#', 'z'],
  message: ['r', 'a', 'f', 'u', 's', '#', 'Escape'],
} as const;

export function Keys({ words }: { words: Words }) {
  return (
    <section id="keys">
      <h1>{words.keys}</h1>
      <p class="dim">{words.keysLead}</p>
      {Object.entries(KEYS).map(([where, keys]) => (
        <section key={where}>
          <h2>{words.keyPlaces[where as keyof typeof KEYS]}</h2>
          <dl class="keys">
            {keys.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{words.keyMeanings[key]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

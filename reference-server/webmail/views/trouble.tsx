/** A page that could not be made; the frame tells why. */

import type { Words } from '../words/languages';

export function Trouble({ words }: { words: Words }) {
  return (
    <section class="card">
      <h1>{words.problem}</h1>
      <p>
        <a href="/">{words.back}</a>
      </p>
    </section>
  );
}

/** What stays in sight: which kinds are shown, the search, how items are grouped, and the way to the next trouble. Needs the script. */

/** A kind of item that can be shown or not: mostly a verdict. */
export interface Kind {
  name: string;
  label: string;
  count: number;
}

/** @param props.groups what items can be grouped by, the usual first; none where there is one way */
export function Bar({ kinds, groups = [] }: { kinds: readonly Kind[]; groups?: readonly string[] }) {
  return (
    <nav class="bar" aria-label="What is shown" hidden>
      <fieldset>
        <legend>Shown</legend>
        {kinds
          .filter(({ count }) => count > 0)
          .map(({ name, label, count }) => (
            <label key={name}>
              <input type="checkbox" value={name} checked /> {count} <span class={`verdict ${name}`}>{label}</span>
            </label>
          ))}
      </fieldset>
      {groups.length === 0 ? undefined : (
        <label>
          group by{' '}
          <select>
            {groups.map((group) => (
              <option key={group}>{group}</option>
            ))}
          </select>
        </label>
      )}
      <input type="search" placeholder="title, id, requirement …   /" aria-label="Search" />
      <span class="buttons">
        <button type="button" data-do="previous" title="the trouble before (p)" aria-label="The trouble before">
          ↑
        </button>
        <button type="button" data-do="next" title="the next trouble (n)" aria-label="The next trouble">
          ↓
        </button>
        <button type="button" data-do="open" title="open all that is shown (o)">
          open all
        </button>
        <button type="button" data-do="close" title="close all (c)">
          close all
        </button>
      </span>
      <output aria-live="polite" />
    </nav>
  );
}

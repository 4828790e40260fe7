/** Text in its own lines, with a button that copies it where the page's script runs. */
import type { ComponentChildren } from 'preact';

/** @param label what it is, for who does not see it */
export function Code({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="code">
      <button type="button" class="copy" hidden aria-label={`Copy ${label}`}>
        copy
      </button>
      {/* It may be wider than the page: who has no mouse scrolls it by its focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <pre tabIndex={0}>{children}</pre>
    </div>
  );
}

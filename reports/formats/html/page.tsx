/** The frame of an HTML report: one file that needs nothing else. */
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { STYLE } from './style';

/**
 * @param body what stands in the page, in landmarks of its own: a header, a main
 * @param script run at the end of the page; empty for none. Must not hold the end of a script element
 */
export function page(title: string, body: ComponentChildren, script = ''): string {
  const html = render(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        {body}
        {script === '' ? undefined : <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

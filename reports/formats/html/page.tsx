/** The frame of an HTML report: one file that needs nothing else. */
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { STYLE } from './style';

interface Frame {
  /** Run at the end of the page; empty for none. Must not hold the end of a script element. */
  script?: string;
  language?: string;
  style?: string;
}

/** @param body what stands in the page, in landmarks of its own: a header, a main */
export function page(
  title: string,
  body: ComponentChildren,
  { script = '', language = 'en', style = STYLE }: Frame = {},
): string {
  const html = render(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        {body}
        {script === '' ? undefined : <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

/** What of an HTML text stands on the page, for who wants words and no markup. It is not for showing: nothing here makes HTML safe. */

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
/** Elements that part no words. */
const INLINE = /^(?:a|abbr|b|bdi|bdo|big|code|em|font|i|ins|del|mark|s|small|span|strike|strong|sub|sup|tt|u|wbr)$/;

/** The words of this HTML, with spaces where elements part them. */
export function htmlText(html: string): string {
  let text = '';
  let unseen = 0;
  const part = (name: string) => {
    if (!INLINE.test(name)) text += ' ';
  };
  // Loaded where it is needed: most sessions ask for no preview, and most mail is read as plain text.
  const { Parser } = require('htmlparser2') as typeof import('htmlparser2');
  const parser = new Parser({
    onopentagname: (name) => {
      part(name);
      if (UNSEEN.has(name)) unseen++;
    },
    ontext: (words) => {
      if (unseen === 0) text += words;
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen--;
      part(name);
    },
  });
  parser.end(html);
  return text;
}

/** Pages that tell: where a link leads, what was said to the mail system, which keys there are. */

import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { shownLink } from '../content';
import { Dialogues } from '../views/dialogue';
import { Keys } from '../views/keys';
import { Leaving } from '../views/leaving';
import type { Web, Webmail } from '../web';
import { show } from './show';
import { visitorOf } from './visitors';

export function helpRoutes(app: Hono<Web>, webmail: Webmail): void {
  app.get('/link', (c) => {
    const { session } = visitorOf(c);
    const url = webmail.links(session).check(c.req.query());
    if (!url) throw new HTTPException(403);
    const { words } = c.var;
    return show(webmail, c, { page: 'link', title: words.leaving }, <Leaving words={words} link={shownLink(url)} />);
  });

  app.get('/dialogue', (c) => {
    const { desk } = visitorOf(c);
    const { words, language } = c.var;
    const clicks = desk.clicks.all();
    return show(
      webmail,
      c,
      { page: 'dialogue', title: words.dialogue },
      <Dialogues words={words} language={language} clicks={clicks} />,
    );
  });

  app.get('/keys', (c) => {
    const { words } = c.var;
    return show(webmail, c, { page: 'keys', title: words.keys }, <Keys words={words} />);
  });
}

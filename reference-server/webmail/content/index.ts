/**
 * Showing mail that may be hostile. All that a webmail needs of it:
 *
 *     const message = await readMessage(octets);             // heads and names of attachments fit for a page (escaped by it)
 *     const links = signedLinks(secret, '/link', session);
 *     const body = showBody(message, { link: links.to, remote: askedForPictures, ownHosts: [host] });
 *
 * - `body.document` with exactly `body.headers` is a response of its own, shown by `<iframe sandbox={FRAME_SANDBOX} src=… title=…>`. What `message.body`
 *   holds is hostile and never goes into a page.
 * - `body.blocked` says what was not fetched; where its count is not 0 the page offers the same message with `remote: true`.
 * - The page at `/link` takes `links.check(query)`, answers 403 where that is undefined, and shows `shownLink(url)` with its warnings before anybody goes on.
 * - An attachment leaves by `downloadHeaders`; `runs` and `disguised` say when to warn.
 * - A list shows `shownText(subject)` and `shownAddress({ name, address }).label`, or at the least the address, with a warning where `pretends`.
 */
export { type RawAddress, type ShownAddress, shownAddress, shownAddresses } from './address';

import { showBody } from './body';
import { downloadHeaders } from './download';

export { type BodyOptions, bodyHeaders, FRAME_SANDBOX, type Showable, type ShownBody, showBody } from './body';
export { type Downloaded, disposition, downloadHeaders, isPicture, safeType, servedType } from './download';
export { type SafeName, safeName } from './file-name';
export { cleanHtml } from './html';
export { followed, type Links, type LinkWarning, type ShownLink, shownLink, signedLinks } from './links';
export { type ReadAttachment, type ReadMessage, readMessage, type ShownHead } from './message';
export { shownText } from './shown-text';
export { escapeHtml } from './text';

/** What leaves for a browser of what a mail brought: its HTML, and its files. */
export const SHOWING = { showBody, downloadHeaders };

export type Showing = typeof SHOWING;

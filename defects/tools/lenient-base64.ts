/** Base64 read leniently, the same for all protocols that carry it after AUTH. */

import { editingLines } from './lines';

const FOREIGN = /[^A-Za-z0-9+/*]/g;

/** What there is of base64, as it should be written. */
const lenient = (text: string): string =>
  text === '*' ? text : Buffer.from(text.replace(FOREIGN, ''), 'base64').toString('base64') || text;

/** The argument of AUTH with its initial response so read. */
export const lenientArgument = (argument: string): string => argument.replace(/(?<= ).+/, lenient);

/** Responses to challenges so read, while AUTH is carried out. */
export const lenientResponses = (session: { current: { readonly verb: string } | undefined }) =>
  editingLines((line) => (session.current?.verb === 'AUTH' ? line.replace(/^.+(?=\r\n$)/, lenient) : line));

/** Mistakes that are made with the message itself, whatever the protocol. Each stands in the list of its topic, in defects/mime/. */

import { ambiguous } from './mime/ambiguous';
import { enclosed } from './mime/enclosed';
import { encodings } from './mime/encodings';
import { fields } from './mime/fields';
import { filters } from './mime/filters';
import { lines } from './mime/lines';
import { multiparts } from './mime/multiparts';
import { parameters } from './mime/parameters';
import { protectedMessages } from './mime/protected';
import { signedAnew } from './mime/signed';
import type { MimeDefect } from './mime/tools';

/** By the file that holds them. */
export const mimeLists = {
  'mime/fields': fields,
  'mime/parameters': parameters,
  'mime/lines': lines,
  'mime/encodings': encodings,
  'mime/multiparts': multiparts,
  'mime/enclosed': enclosed,
  'mime/ambiguous': ambiguous,
  'mime/filters': filters,
  'mime/protected': protectedMessages,
  'mime/signed': signedAnew,
};

export const mimeDefects: readonly MimeDefect[] = Object.values(mimeLists).flat();

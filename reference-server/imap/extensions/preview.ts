import { binaryOf } from '../../mime/octets';
import { preview as previewOf } from '../../mime/preview';
import type { Extension } from '../extension';
import type { Item } from '../fetch/items';
import { string } from '../response/strings';
import { loggedIn } from './states';

/** RFC 8970 §3.2. It is made when it is first asked for, and made alike each time. */
const PREVIEW: Item = {
  kind: 'other',
  word: 'PREVIEW',
  writer({ service, store, style }) {
    const { structures } = service;
    const make = (blob: number) =>
      binaryOf(previewOf(store.messages.content(blob), structures.structure(blob), service.parser.bodyText));
    return (message) => {
      const text = structures.formatted(message, 'PREVIEW', ({ blob }) => make(blob));
      return `PREVIEW ${string(text, style)}`;
    };
  },
};

export const preview: Extension = {
  name: 'PREVIEW',
  rfc: '8970',
  shows: loggedIn,
  fetch: {
    PREVIEW(args) {
      // RFC 8970 §4.1: nothing here takes long. Behind an item that stands alone there may be modifiers of FETCH in its place.
      args.match(/ \(lazy(?: lazy)*\)/iy);
      return PREVIEW;
    },
  },
};

import { headerLength } from '../store/blobs';

/** The header section as a binary string: one pattern over it costs less than a look at each of its lines. */
export function headerText(content: Buffer): string {
  return content.toString('latin1', 0, headerLength(content));
}

/** Pieces of which one is made where they are small: a Buffer costs a hundred octets beside those that it holds. */
const MANY = 256;
const SMALL = 64 * 1024;

/** Adds a piece. Who sends octets one by one, or a dot on each line, costs no more memory than who does not. */
export function gather(pieces: Buffer[], piece: Buffer): void {
  pieces.push(piece);
  if (pieces.length % MANY !== 0) return;
  const last = pieces.slice(-MANY);
  const octets = last.reduce((sum, { length }) => sum + length, 0);
  if (octets < SMALL) pieces.splice(-MANY, MANY, Buffer.concat(last, octets));
}

/** A message, and where it is from. */
export interface Text {
  name: string;
  octets: Buffer;
}

/** Who signs what goes out. */
export interface Signer {
  /** Whether it signs this message. */
  signs(content: Buffer): boolean;
  /** The message with its signature. */
  sign(content: Buffer): Buffer;
}

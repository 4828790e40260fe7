/** What `${…}` can hold (features/README.md). */

export type CaptureType = 'number' | 'atom' | 'string' | 'text' | 'lines';
export type Operator = '>' | '<' | '>=' | '<=' | '=';

/** The name of what is of a type and bound to none. */
export const ANY_NAME = '*';

export type Expression =
  /** `${*}` */
  | { kind: 'any' }
  /** `${CR}`, `${x80}`, a number. */
  | { kind: 'bytes'; bytes: Buffer }
  /** `"a${CR}"` inside of `${…}`. */
  | { kind: 'quote'; parts: Part[] }
  /** `${hello.size}` */
  | { kind: 'value'; name: string }
  /** `${uid + 3}` */
  | { kind: 'sum'; left: Expression; right: Expression; sign: 1 | -1 }
  /** `${998 * "a"}` */
  | { kind: 'repeat'; times: Expression; of: Expression }
  /** `${base64(NUL, alice.user)}` */
  | { kind: 'call'; name: string; args: Expression[] }
  /** `${next:number > uid}`; `${*:number}` binds nothing. */
  | { kind: 'capture'; name: string; type: CaptureType; compare?: { operator: Operator; to: Expression } };

/** A piece of a line: text as it is written, or an expression. */
export type Part = { kind: 'literal'; bytes: Buffer } | Expression;
/** A line, a message, a name: literal text with expressions in it. */
export type Template = Part[];

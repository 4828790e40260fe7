/** The client's messages of SCRAM (RFC 5802 §7). */

export interface ClientFirst {
  /** With its two commas. */
  gs2: string;
  /** `n`, `y` or `p=` and the kind of channel binding. */
  flag: string;
  authorize: string | undefined;
  /** What both sides sign of it. */
  bare: string;
  name: string;
  nonce: string;
}

export interface ClientFinal {
  withoutProof: string;
  binding: string;
  nonce: string;
  proof: string;
}

const GS2 = '(?<gs2>(?<flag>[ny]|p=[A-Za-z0-9.-]+),(?:a=(?<authorize>[^,\\0]*))?,)';
const NONCE = 'r=(?<nonce>[\\x21-\\x2b\\x2d-\\x7e]+)';
/** Extensions are passed over, whatever they say; those that must be understood (`m=`) are not (§5.1). */
const EXTENSIONS = '(?:,(?!m=)[A-Za-z]=[^,\\0]+)*';
const FIRST = new RegExp(`^${GS2}(?<bare>n=(?<name>[^,\\0]+),${NONCE}${EXTENSIONS})$`, 's');
const FINAL = new RegExp(
  `^(?<withoutProof>c=(?<binding>[^,]+),${NONCE}${EXTENSIONS.replace('m=', '[mp]=')}),p=(?<proof>[^,]*)$`,
  's',
);

/** `n,a=authzid,n=user,r=nonce` */
export function parseClientFirst(text: string): ClientFirst | undefined {
  return FIRST.exec(text)?.groups as ClientFirst | undefined;
}

/** `c=gs2-header-and-binding,r=nonce,p=proof` */
export function parseClientFinal(text: string): ClientFinal | undefined {
  return FINAL.exec(text)?.groups as ClientFinal | undefined;
}

/** `=2C` is a comma and `=3D` an equals sign; any other `=` is wrong (RFC 5802 §5.1). */
export function unescapeName(text: string): string | undefined {
  if (/=(?!2C|3D)/.test(text)) return undefined;
  return text.replaceAll('=2C', ',').replaceAll('=3D', '=');
}

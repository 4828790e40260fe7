/** Names as they are written, compared, and split into labels. A label is kept as a string of which each character is an octet. */

export type Labels = readonly string[];

const MAX_LABEL = 63;
const MAX_NAME = 255;

/** @throws for what is no name in the DNS: RFC 1035; a name beyond ASCII must come as A-labels (RFC 5891). */
export function labelsOf(name: string): Labels {
  const labels = name === '.' ? [] : name.replace(/\.$/, '').split('.');
  const length = labels.reduce((sum, label) => sum + label.length + 1, 1);
  const wrong = labels.some((label) => label === '' || label.length > MAX_LABEL || /[^\x21-\x5b\x5d-\x7e]/.test(label));
  if (wrong || length > MAX_NAME) throw new Error(`the DNS has no such name: ${JSON.stringify(name)}`);
  return labels;
}

/** What two names have in common that are the same: case does not count, but only that of ASCII (RFC 4343). */
export function keyOf(labels: Labels): string {
  return labels.map(written).join('.');
}

/** The name itself and all that it is below of, up to the top, without the root. */
export function upwards(key: string): string[] {
  const labels = key.split(/(?<!\\)\./);
  return labels.map((_, at) => labels.slice(at).join('.')).filter((one) => one !== '');
}

export function isAtOrBelow(key: string, top: string): boolean {
  return key === top || key.endsWith(`.${top}`);
}

/** The name that is asked for the host's name of an IPv4 address (RFC 1035). */
export function reverseNameOf(address: string): string {
  return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
}

/** As in a master file (RFC 1035): a dot inside a label is `\.`, octets that do not print are `\ddd`. */
function written(label: string): string {
  return label
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[.\\]/g, '\\$&')
    .replace(/[^\x21-\x7e]/g, (octet) => `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`);
}

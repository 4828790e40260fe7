/** What a delivery report says (RFC 3464), without the sentences around it. */

export interface Reported {
  readonly recipient: string;
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  readonly action: string;
  readonly status: string;
  readonly diagnostic: string;
}

/** @param text a message/delivery-status: groups of fields; the first is about the message, each other about a recipient */
export function reportedIn(text: string): Reported[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'))
    .map((fields) => ({
      // RFC 3464 §2.3.1: what people wrote is the original one.
      recipient: untyped(fields.get('original-recipient') ?? fields.get('final-recipient') ?? ''),
      action: (fields.get('action') ?? '').toLowerCase(),
      status: (fields.get('status') ?? '').split(/\s/)[0] ?? '',
      diagnostic: untyped(fields.get('diagnostic-code') ?? ''),
    }));
}

function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** `rfc822; bob@example.test`, `smtp; 550 No such user`. */
function untyped(value: string): string {
  const semicolon = value.indexOf(';');
  return (semicolon < 0 ? value : value.slice(semicolon + 1)).trim();
}

/** The record that says that a domain has a policy (RFC 8461 §3.1). */

const FIELD = /^(?:id=[A-Za-z0-9]{1,32}|(?!id=)[A-Za-z0-9][A-Za-z0-9_.-]{0,31}=[\x21-\x3a\x3c\x3e-\x7e]+)$/;

/** The id of the policy as the domain has it now; undefined where it says of none, or of several. */
export function idOf(records: readonly string[]): string | undefined {
  const [record, another] = records.filter((text) => /^v=STSv1[ \t]*;/.test(text));
  if (record === undefined || another !== undefined) return undefined;
  const [, ...fields] = record.split(/[ \t]*;[ \t]*/);
  if (fields.at(-1) === '') fields.pop();
  if (!fields.every((field) => FIELD.test(field))) return undefined;
  // RFC 8461 §3.2: of what comes twice the first counts.
  return fields.find((field) => field.startsWith('id='))?.slice('id='.length);
}

/** The alerts of TLS that a server refuses a handshake by (RFC 8446 §6), by their names. */
export const ALERTS: ReadonlyMap<string, number> = new Map([
  ['unexpected_message', 10],
  ['handshake_failure', 40],
  ['illegal_parameter', 47],
  ['decode_error', 50],
  ['protocol_version', 70],
  ['insufficient_security', 71],
  ['internal_error', 80],
  ['inappropriate_fallback', 86],
  ['unrecognized_name', 112],
  ['no_application_protocol', 120],
]);

/** An alert by its name, or its number where it has none here. */
export function alertName(code: number): string {
  for (const [name, each] of ALERTS) if (each === code) return name;
  return `alert ${code}`;
}

/** The alert that a failed handshake of OpenSSL tells of, if the other end sent one. */
export function alertIn({ message }: Error): string | undefined {
  const code = /SSL alert number (\d+)/.exec(message)?.[1];
  return code === undefined ? undefined : alertName(Number(code));
}

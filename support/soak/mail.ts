/** The messages of a play: each is known by the label in its header, and its octets follow from the label alone. */

export const LABEL_FIELD = 'X-Soak';

/** Lines that have been lost or changed by somebody, and one that says that it is the last. */
const LINES = [
  'A line.',
  '.',
  '..two dots',
  'From the start of a line',
  '',
  ' leading space',
  '=3D =',
  'x'.repeat(300),
];

/**
 * @param play what no other play has: what comes late from another is nobody's, and no server takes the same Message-ID for a duplicate
 * @param from, to addresses
 */
export function messageOf(label: string, play: string, from: string, to: string): Buffer {
  const number = Number(/\d+/.exec(label)?.[0] ?? 0);
  const body = Array.from({ length: 1 + (number % 7) }, (_, line) => LINES[(number + line) % LINES.length]!);
  const lines = [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: soak ${label}`,
    'Date: Mon, 1 Jan 2024 12:00:00 +0000',
    `Message-ID: <${label}.${play}@soak.mailspec.test>`,
    `${LABEL_FIELD}: ${label} ${play}`,
    '',
    ...body,
    `The end of ${label}.`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

/** Which message of this play it is; undefined for one that is none. */
export function labelOf(message: Buffer, play: string): string | undefined {
  const head = message.toString('latin1').split('\r\n\r\n', 1)[0]!;
  return new RegExp(`^${LABEL_FIELD}: (\\S+) ${play}\\s*$`, 'im').exec(head)?.[1];
}

/** What no delivery changes: from the blank line on. */
export function bodyOf(message: Buffer): Buffer {
  const at = message.indexOf('\r\n\r\n');
  return at < 0 ? Buffer.alloc(0) : message.subarray(at + 4);
}

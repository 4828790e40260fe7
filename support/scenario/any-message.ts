/** A message for scenarios that do not care what it says. */

export interface AnyMessage {
  /** Its name in the scenario: part of its Subject, so that two of them can be told apart. */
  name: string;
  /** The scenario's own word. */
  id: string;
  sender: string;
  /** How large it is made, header and CRLFs counted. */
  octets?: number;
}

const TEXT = 'Nobody looks at what this message says.\r\n';
/** Octets of a line of filling, CRLF counted: below the 78 characters of RFC 5322 §2.1.1. */
const LINE = 72;

/** RFC 5322 §3.6: with all that a message must have, so that no server adds to it or refuses it. */
export function anyMessage({ name, id, sender, octets }: AnyMessage): Buffer {
  const header = [
    `From: <${sender}>`,
    'Date: Tue, 5 Mar 2019 10:00:00 +0000',
    `Subject: ${name} ${id}`,
    `Message-ID: <${id}.${name}@client.mailspec.test>`,
  ];
  const start = Buffer.from(`${header.join('\r\n')}\r\n\r\n${TEXT}`);
  if (octets === undefined) return start;
  const missing = octets - start.length;
  if (missing < 0 || missing === 1)
    throw new Error(`A message ${name} of ${octets} octets cannot be: without filling it has ${start.length}.`);
  return Buffer.concat([start, filling(missing)]);
}

/** Lines of so many octets in all; the last one has room for its CRLF. */
function filling(octets: number): Buffer {
  if (octets === 0) return Buffer.alloc(0);
  const last = 2 + ((octets - 2) % LINE);
  return Buffer.concat([Buffer.alloc(octets - last, line(LINE)), Buffer.from(line(last))]);
}

function line(octets: number): string {
  return `${'x'.repeat(octets - 2)}\r\n`;
}

/** Messages for what puts them in order: conversations of seven, side by side, of many people and over months. */
const SIDE_BY_SIDE = 20;
const LONG = 7;
const PEOPLE = 97;
const HOUR = 3_600_000;
const BEGAN = Date.UTC(2026, 0, 1);

/** The message so many after the first; of sizes from 1 to 3 KB. */
export function inConversation(n: number): Buffer {
  const round = Math.floor(n / (SIDE_BY_SIDE * LONG));
  const topic = round * SIDE_BY_SIDE + (n % SIDE_BY_SIDE);
  const place = Math.floor(n / SIDE_BY_SIDE) % LONG;
  const before = Array.from({ length: place }, (_, earlier) => id(topic, earlier));
  // Nobody's clock is right, and the list is not in order.
  const sent = new Date(BEGAN + (n + ((n * 7919) % 48)) * HOUR);
  const head = [
    `From: Person ${n % PEOPLE} <person-${(n * 31) % PEOPLE}@elsewhere.test>`,
    'To: Alice <alice@example.test>',
    `Subject: ${place === 0 ? '' : 'Re: '}[list] what became of matter ${topic}`,
    `Date: ${sent.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${id(topic, place)}`,
    ...(place === 0 ? [] : [`In-Reply-To: ${before.at(-1)}`, `References: ${before.join('\r\n ')}`]),
  ];
  const text = 'What is said in a letter is seldom what it is about.\r\n'.repeat(20 + ((n * 13) % 40));
  return Buffer.from(`${[...head, '', text].join('\r\n')}`);
}

function id(topic: number, place: number): string {
  return `<${topic}.${place}.bench@elsewhere.test>`;
}

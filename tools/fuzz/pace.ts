import type { Reader } from './subject';

/** Milliseconds of processor time that any input may take, and what each of its octets may add: a hundred times what reading takes. */
const PATIENCE = 60;
const PER_OCTET = 0.004;
/** Code that is compiled and garbage that is collected in between slow one reading down, not four. */
const AGAIN = 3;

/** Has an input read. Throws what the reader throws, and where it takes too long for its length, each time it is read. */
export async function paced(reader: Reader, octets: Buffer): Promise<void> {
  const most = PATIENCE + PER_OCTET * octets.length;
  let shortest = await timed(reader, octets);
  for (let again = 0; shortest > most && again < AGAIN; again++)
    shortest = Math.min(shortest, await timed(reader, octets));
  if (shortest > most) throw new Error(`${octets.length} octets took ${Math.round(shortest)} ms of processor time`);
}

async function timed(reader: Reader, octets: Buffer): Promise<number> {
  const begun = process.cpuUsage();
  const reading = reader.read(octets);
  if (reading) await reading;
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

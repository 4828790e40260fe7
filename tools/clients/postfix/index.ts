/** Postfix relays to the bundled server and from it: what is handed on, what comes back, and what RFC 3461 has them tell each other. */
import assert from 'node:assert/strict';
import type { Client } from '../client';
import { assertArrived } from '../judge';
import { type Dsn, type Side, withNeighbours } from './neighbours';

interface Errand {
  does: string;
  run(from: Side, to: Side, message: Buffer): Promise<void>;
}

const ENVELOPE = 'envelope-1';

const ERRANDS: readonly Errand[] = [
  {
    does: 'hands a message on, each octet as it was submitted',
    async run(from, to, message) {
      await from.submit(message, to.user);
      const arrived = await to.arrival();
      assertArrived(arrived, message);
      assert.match(arrived.toString('latin1'), new RegExp(`^Received: from ${from.hostname} `, 'm'));
    },
  },
  {
    does: 'returns what the other refuses',
    async run(from, to, message) {
      const nobody = `nobody@${to.domain}`;
      await from.submit(message, nobody);
      assertReport(await from.arrival(), { 'Final-Recipient': `rfc822; ?${nobody}`, Action: 'failed', Status: '5\\.' });
    },
  },
  {
    // RFC 3461 §5.2.1: handed on with what was asked, so it is the other who tells.
    does: 'hands on the wish to be told of success, and the other tells',
    async run(from, to, message) {
      const dsn: Dsn = { id: ENVELOPE, notify: ['success'], return: 'headers', recipient: to.user };
      await from.submit(message, to.user, dsn);
      await to.arrival();
      assertReport(await from.arrival(), {
        'Reporting-MTA': `dns; ?${to.hostname}`,
        'Original-Envelope-Id': ENVELOPE,
        'Original-Recipient': `rfc822; ?${to.user}`,
        Action: 'delivered',
        Status: '2\\.',
      });
    },
  },
];

export const neighbours: Client[] = ERRANDS.flatMap(({ does, run }) => [
  {
    name: `Postfix, with a bundled server for a neighbour, ${does}`,
    programs: ['postfix'],
    use: ({ message }) => withNeighbours((postfix, bundled) => run(postfix, bundled, writtenBy(postfix, message))),
  },
  {
    name: `The bundled server, with Postfix for a neighbour, ${does}`,
    programs: ['postfix'],
    use: ({ message }) => withNeighbours((postfix, bundled) => run(bundled, postfix, writtenBy(bundled, message))),
  },
]);

/** A server may add a Sender field to what its user does not send in its own name (RFC 6409 §8.1). */
function writtenBy({ user }: Side, message: Buffer): Buffer {
  return Buffer.from(message.toString('latin1').replace(/^From: .*$/m, `From: <${user}>`), 'latin1');
}

/** A report (RFC 3464) with fields that begin so, whatever is in the other fields. */
function assertReport(report: Buffer, fields: Readonly<Record<string, string>>): void {
  const text = report.toString('latin1');
  assert.match(text, /^Return-Path: <>/im, text);
  assert.match(text, /^Content-Type: multipart\/report;\s+(?:.*\s+)*?report-type="?delivery-status/im, text);
  for (const [name, value] of Object.entries(fields)) assert.match(text, new RegExp(`^${name}: ${value}`, 'im'), text);
}

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MESSAGE, parcelFor, relaying } from '../testing/relaying';
import { kind, kindBut, type Script } from '../testing/scripted-host';

const GREETS_NOT = kindBut({ GREETING: '421 4.3.2 busy' });

async function isUnreached(...scripts: Array<Script | 'refuses'>): Promise<boolean> {
  const { relay, close } = await relaying(scripts);
  const parcel = parcelFor(MESSAGE, 'late@other.test');
  const outcomes = await relay.attempt('other.test', parcel);
  close();
  return outcomes.get(parcel.recipients[0]!)?.unreached ?? false;
}

it('a destination is out of reach where no place of it begins a session', async () => {
  assert.equal(await isUnreached(GREETS_NOT), true);
  assert.equal(await isUnreached('refuses', kindBut({ EHLO: 'close' })), true);
});

it('a destination is not out of reach that has something to say to the message, or nothing any more', async () => {
  for (const answer of ['451 4.2.1 later', 'close', '421 4.3.2 busy']) {
    const host = kindBut({ RCPT: answer });
    assert.equal(await isUnreached(host), false, answer);
    assert.equal(await isUnreached('refuses', host), false, answer);
    assert.equal(await isUnreached(host, 'refuses', GREETS_NOT), false, answer);
  }
  assert.equal(await isUnreached(kind), false);
});

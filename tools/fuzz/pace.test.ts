import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paced } from './pace';
import { mime } from './server/mime';

/** Keeps the processor busy for so many milliseconds of its time. */
function busy(milliseconds: number): void {
  const begun = process.cpuUsage();
  for (let took = 0; took < milliseconds * 1000; ) {
    const { user, system } = process.cpuUsage(begun);
    took = user + system;
  }
}

describe('the pace of a reader', () => {
  it('is that of all that it reads, and not of its input alone', async () => {
    await assert.rejects(paced({ read: () => busy(100) }, Buffer.alloc(7)), /7 octets took/);
    const talkative = () => {
      busy(100);
      return 1_000_000_000;
    };
    await paced({ read: talkative }, Buffer.alloc(7));
  });

  it('is told by a message of which far more is told than it holds', async () => {
    const parts = '--b c\r\n--b \t\r\n--bb=\n'.repeat(500);
    const octets = Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`);
    const reader = await mime.open();
    assert.ok(Number(await reader.read(octets)) > 20 * octets.length);
  });
});

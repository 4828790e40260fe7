import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fates } from './fates';
import type { FinalRecipient, Mail, Recipient } from './mail';

test('a verdict for all is found once, however many ask for it', () => {
  const recipients = Array.from({ length: 100 }, () => ({ kind: 'nobody' }) as unknown as Recipient);
  let asked = 0;
  class Counting extends Fates {
    override obstacle(recipient: FinalRecipient) {
      asked++;
      return super.obstacle(recipient);
    }
  }
  const fates = new Counting({ verdicts: 'one', envelope: { recipients } } as unknown as Mail, new Set());
  for (const recipient of recipients) assert.equal(fates.refusal(recipient)?.code, 550);
  assert.equal(asked, recipients.length);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attempt, kinds, MESSAGE, parcelFor } from '../testing/relaying';
import { kind, kindBut, type Script } from '../testing/scripted-host';

const offering = (...offers: string[]) => ({
  EHLO: ['250-mx', ...offers.map((offer) => `250-${offer}`), '250 OK'].join('\r\n'),
});

/** Answers a whole group when DATA has come, and nothing before. */
const grouping = (...answers: string[]): Script =>
  kindBut({ ...offering('PIPELINING'), MAIL: undefined, RCPT: undefined, DATA: answers.join('\r\n') });

const both = parcelFor(MESSAGE, 'bob@other.test', 'eve@other.test');

describe('a server that offers PIPELINING', () => {
  it('gets MAIL, RCPT and DATA before it answers, and the content behind 354', async () => {
    const result = await attempt([grouping('250 ok', '550 5.1.1 no', '250 ok', '354 go')], both);
    assert.deepEqual(kinds(result), ['refused 5.1.1', 'delivered 2.0.0']);
    assert.ok(result.lines[0]!.includes('no more'));
  });

  it('that takes nobody and wants the content all the same gets a dot alone', async () => {
    for (const answers of [
      ['250 ok', '550 5.1.1 no', '550 5.1.1 no'],
      ['550 5.1.1 no', '503 5.5.1 no', '503 5.5.1 no'],
    ]) {
      const result = await attempt([grouping(...answers, '354 go')], both);
      assert.deepEqual(kinds(result), ['refused 5.1.1', 'refused 5.1.1']);
      const [lines] = result.lines;
      assert.equal(lines![lines!.indexOf('DATA') + 1], '.');
    }
  });

  it('that refuses all of it is told no more', async () => {
    const result = await attempt([grouping('451 4.7.1 no', '503 5.5.1 no', '503 5.5.1 no', '503 5.5.1 no')], both);
    assert.deepEqual(kinds(result), ['later 4.7.1', 'later 4.7.1']);
    assert.ok(!result.lines[0]!.includes('.'));
  });

  it('that closes in the middle of its answers has said of some what it thinks', async () => {
    const result = await attempt([grouping('250 ok', '550 5.1.1 no, close')], both);
    assert.deepEqual(kinds(result), ['refused 5.1.1', 'later 4.4.2']);
  });

  it('alone gets commands before it has answered', async () => {
    const slow = kindBut({ MAIL: undefined });
    const { lines } = await attempt([slow], both, { timeouts: { mail: 50 } });
    assert.ok(!lines[0]!.some((line) => line.startsWith('RCPT')));
  });
});

describe('a server that offers DSN', () => {
  const asked = parcelFor(MESSAGE, 'bob@other.test');
  asked.envelope.returnContent = 'HDRS';
  asked.envelope.envelopeId = 'id 1';
  asked.envelope.envelopeIdWritten = 'id+201';
  asked.recipients[0]!.notify = ['SUCCESS', 'DELAY'];
  asked.recipients[0]!.originalRecipient = { type: 'rfc822', address: 'Bob+x@here.test' };
  asked.recipients[0]!.originalRecipientWritten = 'RFC822;Bob+2Bx@here.test';

  it('is told what the sender wants to hear, as it came', async () => {
    const { lines } = await attempt([kindBut(offering('DSN'))], asked);
    assert.deepEqual(lines[0]!.slice(2, 4), [
      'MAIL FROM:<alice@example.test> RET=HDRS ENVID=id+201',
      'RCPT TO:<bob@other.test> NOTIFY=SUCCESS,DELAY ORCPT=RFC822;Bob+2Bx@here.test',
    ]);
  });

  it('is told nothing of it where nothing came', async () => {
    const { lines } = await attempt([kindBut(offering('DSN'))], parcelFor(MESSAGE, 'bob@other.test'));
    assert.deepEqual(lines[0]!.slice(2, 4), ['MAIL FROM:<alice@example.test>', 'RCPT TO:<bob@other.test>']);
  });

  it('is told of an address beyond ASCII in ASCII', async () => {
    const parcel = parcelFor(MESSAGE, 'bob@other.test');
    parcel.recipients[0]!.originalRecipientWritten = 'utf-8;bøb@here.test';
    const { lines } = await attempt([kindBut(offering('DSN', 'SMTPUTF8'))], parcel);
    assert.equal(lines[0]![3], 'RCPT TO:<bob@other.test> ORCPT=utf-8;b\\x{F8}b@here.test');
  });

  it('alone is told of it, and tells the sender', async () => {
    const { lines } = await attempt([kind], asked);
    assert.deepEqual(lines[0]!.slice(2, 4), [
      `MAIL FROM:<alice@example.test> SIZE=${MESSAGE.length}`,
      'RCPT TO:<bob@other.test>',
    ]);
  });
});

describe('a server that offers CHUNKING', () => {
  const host = kindBut(offering('CHUNKING'));

  it('gets by DATA what DATA can carry', async () => {
    assert.ok((await attempt([host])).lines[0]!.includes('DATA'));
  });

  it('gets in chunks what does not end with a line', async () => {
    const result = await attempt([host], parcelFor('Subject: hi\r\n\r\nno end', 'bob@other.test'));
    assert.deepEqual(kinds(result), ['delivered 2.0.0']);
    assert.ok(result.lines[0]!.includes('BDAT 21 LAST'));
  });

  it('gets no more chunks when it has refused one', async () => {
    const refusing = kindBut({ ...offering('CHUNKING'), 'BDAT 1048576': '452 4.3.1 too much' });
    const result = await attempt(
      [refusing],
      parcelFor(`Subject: hi\r\n\r\n${'line\r\n'.repeat(200_000)}x`, 'bob@other.test'),
    );
    assert.deepEqual(kinds(result), ['later 4.3.1']);
    assert.equal(result.lines[0]!.filter((line) => line.includes('BDAT')).length, 1);
  });
});

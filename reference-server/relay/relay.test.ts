import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attempt, kinds, MESSAGE, parcelFor } from '../testing/relaying';
import { kind, kindBut, type Script } from '../testing/scripted-host';

describe('what is said to another server', () => {
  it('is EHLO, MAIL, RCPT, DATA and the content with dots for dots', async () => {
    const { outcomes, lines } = await attempt([kind]);
    assert.deepEqual(outcomes, [['delivered', '2.0.0', 'mx1.other.test said: 250 2.0.0 ok']]);
    assert.deepEqual(lines[0]!.slice(0, 12), [
      '>',
      'EHLO mail.example.test',
      `MAIL FROM:<alice@example.test> SIZE=${MESSAGE.length}`,
      'RCPT TO:<bob@other.test>',
      'DATA',
      'Subject: hi',
      '',
      '..dot',
      '...two',
      'no more',
      '.',
      ...lines[0]!.slice(11, 12),
    ]);
  });

  it('is HELO where EHLO is not known, and then nothing that was not offered', async () => {
    const { outcomes, lines } = await attempt([kindBut({ EHLO: '502 5.5.1 no' })]);
    assert.equal(outcomes[0]![0], 'delivered');
    assert.deepEqual(lines[0]!.slice(1, 4), [
      'EHLO mail.example.test',
      'HELO mail.example.test',
      'MAIL FROM:<alice@example.test>',
    ]);
  });

  it('names many recipients in transactions of a hundred, and those over a limit in the next', async () => {
    const many = Array.from({ length: 150 }, (_, i) => `r${i}@other.test`);
    let accepted = 0;
    const host: Script = (line) => {
      if (line.startsWith('MAIL')) accepted = 0;
      if (line.startsWith('RCPT') && ++accepted > 60) return '452 4.5.3 too many';
      return kind(line);
    };
    const result = await attempt([host], parcelFor(MESSAGE, ...many));
    assert.deepEqual(new Set(kinds(result)), new Set(['delivered 2.0.0']));
    assert.equal(result.lines[0]!.filter((line) => line.startsWith('MAIL')).length, 3);
    assert.equal(result.lines[0]!.filter((line) => line === '>').length, 1);
  });

  it('is nothing that the server does not take', async () => {
    const without = kindBut({ EHLO: '250-mx\r\n250 SIZE 20' });
    assert.deepEqual(kinds(await attempt([without])), ['refused 5.3.4']);
    const plain = kindBut({ EHLO: '250 mx' });
    const wide = parcelFor('Subject: ä\r\n\r\n', 'bob@other.test');
    wide.envelope.utf8 = false;
    assert.deepEqual(kinds(await attempt([plain], wide)), ['refused 5.6.3']);
    assert.deepEqual(kinds(await attempt([kind], parcelFor('Subject: ä\r\n\r\n', 'bob@other.test'))), [
      'refused 5.6.7',
    ]);
    const { lines } = await attempt([kind], parcelFor('Subject: hi\r\n\r\nä\r\n', 'bob@other.test'));
    assert.match(lines[0]![2]!, /^MAIL FROM:<alice@example\.test> SIZE=19 BODY=8BITMIME$/);
  });
});

describe('what comes of an attempt', () => {
  it('is told apart by recipient and by reply', async () => {
    const host = kindBut({ 'RCPT TO:<no': '550 5.1.1 no such user', 'RCPT TO:<late': '451 4.2.1 later' });
    const parcel = parcelFor(MESSAGE, 'no@other.test', 'late@other.test', 'bob@other.test');
    assert.deepEqual(kinds(await attempt([host], parcel)), ['refused 5.1.1', 'later 4.2.1', 'delivered 2.0.0']);
    for (const command of ['MAIL', 'RCPT', 'DATA', '.']) {
      assert.deepEqual(kinds(await attempt([kindBut({ [command]: '554 no' })])), ['refused 5.0.0'], command);
      assert.deepEqual(kinds(await attempt([kindBut({ [command]: '451 4.7.1 no' })])), ['later 4.7.1'], command);
    }
  });

  it('is never lasting where a server talks nonsense, closes or says that it will', async () => {
    const bad = ['nonsense', 'close', '421 4.3.2 I close', `250 ${'x'.repeat(5000)}`, '777 what'];
    for (const command of ['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', '.']) {
      for (const answer of bad) {
        const [outcome] = (await attempt([kindBut({ [command]: answer })])).outcomes;
        assert.match(`${outcome}`, /^later,4/, `${command} ${answer.slice(0, 20)}`);
      }
    }
  });

  it('comes in time although nobody answers', async () => {
    const waits = { greeting: 30, mail: 30, rcpt: 30, data: 30, end: 30, other: 30 };
    for (const command of ['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', '.']) {
      const [outcome] = (await attempt([kindBut({ [command]: undefined })], undefined, { timeouts: waits })).outcomes;
      assert.match(`${outcome}`, /^later,4\.4\.2,mx1\.other\.test .* did not answer in time$/, command);
    }
  });

  it('comes of the next place where one was of no use, for those alone who need it', async () => {
    const first = kindBut({ 'RCPT TO:<late': '451 4.2.1 later', 'RCPT TO:<no': '550 5.1.1 no' });
    const parcel = parcelFor(MESSAGE, 'bob@other.test', 'late@other.test', 'no@other.test');
    const result = await attempt([first, kind], parcel);
    assert.deepEqual(kinds(result), ['delivered 2.0.0', 'delivered 2.0.0', 'refused 5.1.1']);
    assert.deepEqual(
      result.lines[1]!.filter((line) => line.startsWith('RCPT')),
      ['RCPT TO:<late@other.test>'],
    );
    for (const greeting of ['554 no', 'close', '421 no', 'what']) {
      assert.deepEqual(kinds(await attempt([kindBut({ GREETING: greeting }), kind])), ['delivered 2.0.0'], greeting);
    }
  });
});

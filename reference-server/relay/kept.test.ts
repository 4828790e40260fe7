import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Attempt, kinds, MESSAGE, parcelFor, relaying } from '../testing/relaying';
import { kind, kindBut, type Script } from '../testing/scripted-host';
import { until } from '../testing/until';

const QUIET = { timeouts: { kept: 1000 } };

const commands = ({ lines: [lines = []] }: Attempt) =>
  lines.map((line) => line.slice(0, 4)).filter((verb) => ['>', 'EHLO', 'MAIL', 'RSET', '.', 'QUIT'].includes(verb));

/** Sends so many messages one after the other: what came of them, and what the first host was told. */
async function inTurn(script: Script, count: number, around = QUIET): Promise<{ kinds: string[]; told: string[] }> {
  const { send, close } = await relaying([script], around);
  try {
    const attempts: Attempt[] = [];
    for (let i = 0; i < count; i++) attempts.push(await send());
    return { kinds: attempts.flatMap(kinds), told: commands(attempts[0]!) };
  } finally {
    close();
  }
}

describe('a connection', () => {
  it('carries one message after the other, and is left when no more come', async () => {
    const { send, close } = await relaying([kind], { timeouts: { kept: 300 } });
    try {
      await send();
      const attempt = await send();
      assert.deepEqual(commands(attempt), ['>', 'EHLO', 'MAIL', '.', 'MAIL', '.']);
      await until(() => commands(attempt).includes('QUIT'));
    } finally {
      close();
    }
  });

  it('carries one alone where that is asked for', async () => {
    const { told } = await inTurn(kind, 2, { timeouts: { kept: 0 } });
    assert.equal(told.filter((verb) => verb === '>').length, 2);
  });

  it('carries a hundred at most', async () => {
    const { kinds, told } = await inTurn(kind, 101);
    assert.deepEqual(new Set(kinds), new Set(['delivered 2.0.0']));
    assert.equal(told.filter((verb) => verb === '>').length, 2);
  });

  it('is cleared first where a transaction came to nothing', async () => {
    const { send, close } = await relaying([kindBut({ 'RCPT TO:<no': '550 5.1.1 no such user' })], QUIET);
    try {
      assert.deepEqual(kinds(await send(parcelFor(MESSAGE, 'no@other.test'))), ['refused 5.1.1']);
      const attempt = await send();
      assert.deepEqual(kinds(attempt), ['delivered 2.0.0']);
      assert.deepEqual(commands(attempt), ['>', 'EHLO', 'MAIL', 'RSET', 'MAIL', '.']);
    } finally {
      close();
    }
  });

  it('that the other server has had enough of is replaced by another, and nobody waits for it', async () => {
    for (const enough of ['421 4.7.0 too many messages', '452 4.3.1 one a session', 'close', 'what']) {
      let messages = 0;
      const host: Script = (line) => {
        if (line === 'GREETING') messages = 0;
        if (line.startsWith('MAIL') && ++messages > 1) return enough;
        return kind(line);
      };
      const { kinds, told } = await inTurn(host, 3);
      assert.deepEqual(kinds, Array(3).fill('delivered 2.0.0'), enough);
      assert.equal(told.filter((verb) => verb === '.').length, 3, enough);
    }
  });

  it('that the other server closes between two messages is not taken', async () => {
    const { kinds } = await inTurn(kindBut({ '.': '250 2.0.0 ok, close' }), 3);
    assert.deepEqual(kinds, Array(3).fill('delivered 2.0.0'));
  });

  it('that is lost behind the content leaves the message in doubt: it waits', async () => {
    let ends = 0;
    const host: Script = (line) => (line === '.' && ++ends === 2 ? 'close' : kind(line));
    const { kinds, told } = await inTurn(host, 2);
    assert.deepEqual(kinds, ['delivered 2.0.0', 'later 4.4.2']);
    assert.equal(told.filter((verb) => verb === '.').length, 2);
  });
});

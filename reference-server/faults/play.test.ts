import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../net/connection';
import type { FaultRule } from './faults';
import { Faults } from './faults';
import { faultsAround } from './play';

/** Plays one command RCPT with this rule: what is answered, and what happened besides. */
async function play(rule: Omit<FaultRule, 'protocol' | 'command'>) {
  const events: string[] = [];
  const connection = {
    destroy: () => events.push('destroyed'),
    flush: async () => events.push('flushed'),
    truncateAfter: (octets: number) => events.push(`cut after ${octets}`),
  } as unknown as Connection;
  const clock = {
    now: () => 0,
    after(milliseconds: number, callback: () => void) {
      events.push(`${milliseconds} ms later`);
      callback();
      return () => {};
    },
  };
  const faults = new Faults([{ ...rule, protocol: 'smtp', command: 'RCPT' }]);
  const around = faultsAround<{ connection: Connection }, string, string>(
    { faults, clock },
    {
      protocol: 'smtp',
      named: (command) => ({ name: command, argument: '' }),
      answer: (status) => status,
      end: () => void events.push('ended'),
    },
  );
  return { answer: await around({ connection }, 'RCPT', async () => 'right'), events };
}

describe('a fault around a command', () => {
  it('answers something else, perhaps later', async () =>
    assert.deepEqual(await play({ reply: '451 later', delay: 20 }), { answer: '451 later', events: ['20 ms later'] }));
  it('is not there for other arguments', async () =>
    assert.deepEqual(await play({ reply: '451 later', condition: 'bob' }), { answer: 'right', events: [] }));
  it('drops the connection', async () =>
    assert.deepEqual(await play({ drop: true }), { answer: undefined, events: ['destroyed', 'ended'] }));
  it('cuts the answer, what was said before it not', async () =>
    assert.deepEqual(await play({ truncate: 3 }), { answer: 'right', events: ['flushed', 'cut after 3', 'ended'] }));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetInWords } from '../../support/targets/spoken';
import { type Asker, completed } from './questions';

/** Answers questions that contain a word, and takes the proposal elsewhere; an answer that is refused is followed by the next. */
function answering(answers: Record<string, string[]>): Asker & { refused: string[] } {
  const refused: string[] = [];
  const next = (question: string) =>
    Object.entries(answers)
      .find(([word]) => question.includes(word))?.[1]
      .shift();
  return {
    refused,
    text: async (question, proposal, wrong) => {
      for (;;) {
        const answer = next(question) ?? proposal;
        const complaint = wrong?.(answer);
        if (complaint === undefined) return answer;
        refused.push(`${answer}: ${complaint}`);
      }
    },
    secret: async (question) => next(question) ?? 'secret',
    choose: async (question, choices, proposal) => {
      const answer = next(question);
      return Object.keys(choices).includes(answer ?? '') ? (answer as typeof proposal) : proposal;
    },
  };
}

const open = async () => new Map([['smtp', 2525] as const, ['pop3', 2110] as const]);

test('open ports are proposed, and the proposals alone describe a target', async () => {
  const words = await completed({ urls: [], accounts: [] }, answering({}), open, assert.fail);
  assert.deepEqual(words.urls, ['smtp://127.0.0.1:2525', 'pop3://127.0.0.1:2110']);
  assert.deepEqual(words.accounts, ['a@example.test:secret', 'b@example.test:secret']);
  assert.deepEqual([words.disposable, words.launch], [false, undefined]);
  assert.equal(targetInWords(words).domains[0], 'example.test');
});

test('a slip of the hand is refused, a password may stay out of the file', async () => {
  const ask = answering({
    'port of smtp ': ['25x', '99999', '25'],
    '1 of 2': ['nobody', 'ann@x.test'],
    'Where is it kept': ['env'],
    EMPTY: ['yes'],
    'starts it': ['./run.sh'],
  });
  const kept: string[] = [];
  const words = await completed({ urls: [], accounts: [] }, ask, open, (...all) => kept.push(all.join('=')));
  assert.equal(words.urls[0], 'smtp://127.0.0.1:25');
  assert.deepEqual(words.accounts, ['ann@x.test:env:MAILSPEC_PASSWORD_1', 'b@x.test:secret']);
  assert.deepEqual(kept, ['MAILSPEC_PASSWORD_1=secret']);
  assert.deepEqual([words.disposable, words.launch], [true, './run.sh']);
  assert.equal(ask.refused.length, 3);
});

test('what the command line says is not asked', async () => {
  const asked: string[] = [];
  const ask = answering({});
  const told = {
    ...ask,
    text: (question: string, proposal: string) => {
      asked.push(question);
      return ask.text(question, proposal);
    },
  };
  const words = {
    urls: ['smtp://127.0.0.1:25'],
    accounts: ['a@x.test:1', 'b@x.test:2'],
    unknown: 'n@x.test',
    disposable: true,
  };
  await completed({ ...words, sender: 's@y.test', launch: './run.sh' }, told, open, assert.fail);
  assert.deepEqual(asked, []);
});

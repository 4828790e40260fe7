import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Capabilities, Target } from '../targets/target';
import { checkNeeds } from './needs';

/** An IMAP server that announces these words as it greets, and those after login. */
function announcing(greeted: string[], authenticated: string[]): Target {
  const words = (list: string[]): Capabilities => new Map(list.map((word) => [word, []]));
  return {
    service: (name: string) => (name === 'imap' ? { name, login: 'plain' } : undefined),
    capabilities: async (_: string, state: string) => words(state === 'authenticated' ? authenticated : greeted),
  } as unknown as Target;
}

test('what is announced after login only is offered', async () => {
  await checkNeeds(announcing([], ['MOVE']), ['@needs-imap-MOVE']);
});

test('LOGINDISABLED after login says nothing of the first one', async () => {
  await assert.rejects(checkNeeds(announcing([], ['LOGINDISABLED']), ['@needs-imap-LOGINDISABLED']), {
    code: 'no-capability',
  });
  await checkNeeds(announcing(['LOGINDISABLED'], []), ['@needs-imap-LOGINDISABLED']);
});

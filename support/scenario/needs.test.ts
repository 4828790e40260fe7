import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Capabilities, Target } from '../targets/target';
import { checkNeeds } from './needs';

/** An IMAP server that announces these words as it greets, those after login, and others under TLS. */
function announcing(greeted: string[], authenticated: string[], tls?: string[]): Target {
  const announced: Record<string, string[]> = { greeted, authenticated, tls: tls ?? [] };
  const words = (list: string[]): Capabilities => new Map(list.map((word) => [word, []]));
  return {
    service: (name: string) => (name === 'imap' ? { name, tls: tls ? 'optional' : 'none' } : undefined),
    capabilities: async (_: string, state: string) => words(announced[state]!),
  } as unknown as Target;
}

test('what is announced after login only is offered', async () => {
  await checkNeeds(announcing([], ['MOVE']), ['@needs-imap-MOVE']);
});

test('LOGINDISABLED after login says nothing of the first one', async () => {
  await assert.rejects(checkNeeds(announcing([], ['LOGINDISABLED']), ['@needs-clear-imap-LOGINDISABLED']), {
    code: 'no-capability',
  });
  await checkNeeds(announcing(['LOGINDISABLED'], []), ['@needs-clear-imap-LOGINDISABLED']);
});

test('what is announced under TLS only is asked there, unless the scenario goes there itself', async () => {
  const target = announcing(['STARTTLS'], ['AUTH=PLAIN', 'MOVE'], ['AUTH=PLAIN']);
  assert.deepEqual([...(await checkNeeds(target, ['@needs-imap-AUTH=PLAIN', '@needs-imap-MOVE']))], ['imap']);
  assert.deepEqual([...(await checkNeeds(target, ['@needs-imap-MOVE']))], []);
  assert.deepEqual([...(await checkNeeds(target, ['@needs-imap-AUTH=PLAIN', '@needs-imap-STARTTLS']))], []);
  await assert.rejects(checkNeeds(target, ['@needs-clear-imap-AUTH=PLAIN']), { code: 'no-capability' });
});

test('a word with nothing behind its = is needed without a parameter', async () => {
  await checkNeeds(announcing(['PREVIEW'], []), ['@needs-imap-PREVIEW=']);
  await assert.rejects(checkNeeds(announcing(['X'], []), ['@needs-imap-PREVIEW=']), { code: 'no-capability' });
  const target = announcing([], []);
  target.capabilities = async () => new Map([['PREVIEW', ['FUZZY']]]);
  await assert.rejects(checkNeeds(target, ['@needs-imap-PREVIEW=']), { code: 'no-capability' });
});

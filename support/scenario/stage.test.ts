import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServiceName, Target } from '../targets/target';
import { type FakeServer, startFakeServer } from '../testing/fake-server';
import { Stage } from './stage';

const servers = new Map<ServiceName, FakeServer>();
const IMAP = ['* OK ready\r\n', 'a1 OK done\r\n'];

before(async () => {
  servers.set('smtp', await startFakeServer({ turns: ['220 ready\r\n', '250 done\r\n'] }));
  servers.set('imap', await startFakeServer({ turns: IMAP }));
  servers.set('imaps', await startFakeServer({ turns: IMAP }));
});

after(() => Promise.all([...servers.values()].map((server) => server.close())));

/** A mail system whose accounts have another user at each service. */
function target(): Target {
  return {
    timing: { reply: 2000 },
    service: (name: ServiceName) =>
      servers.has(name) && { name, host: '127.0.0.1', port: servers.get(name)!.port, tls: 'none', login: 'plain' },
    account: () => ({ login: (service: ServiceName) => ({ user: `alice-at-${service}`, password: 'secret' }) }),
    namespace: async () => ({ prefix: '', delimiter: '/' }),
    removeMailboxes: async () => undefined,
    endScenario: async () => undefined,
  } as unknown as Target;
}

const received = (name: ServiceName) => servers.get(name)!.received().toString();

test('what is done aside leaves the next connection on the TLS port of the scenario', async () => {
  const stage = new Stage(target(), 'one');
  await stage.openSession({ spoken: 'imap', state: 'greeted', onTlsPort: true });
  await stage.aside({ spoken: 'smtp', state: 'greeted' }, 9, () =>
    stage.play('C9: HELP ${alice.user}\nS9: 250', 'smtp'),
  );
  await stage.play('C2: a1 NOOP second\nS2: a1 OK', 'imap');
  await stage.close();
  assert.equal(received('smtp'), 'HELP alice-at-smtp\r\n');
  assert.equal(received('imaps'), 'a1 NOOP second\r\n');
  assert.equal(received('imap'), '');
});

test('a login belongs to the service of the session that it is sent on', async () => {
  const stage = new Stage(target(), 'two');
  await stage.openSession({ spoken: 'imap', state: 'greeted', onTlsPort: true });
  await stage.openSession({ spoken: 'imap', state: 'greeted' }, 2);
  await stage.play('C: a1 NOOP ${alice.user}\nS: a1 OK\n\nC2: a1 NOOP ${alice.user}\nS2: a1 OK', 'imap');
  await stage.close();
  assert.match(received('imaps'), /a1 NOOP alice-at-imaps\r\n$/);
  assert.match(received('imap'), /a1 NOOP alice-at-imap\r\n$/);
});

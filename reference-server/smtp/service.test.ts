import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assemble } from '../assemble';
import type { ServerContext } from '../context';
import { startServer } from '../server';
import { talk } from '../testing/talk';
import { viewsOf } from '../views';
import { SmtpService } from './service';

async function withContext(look: (context: ServerContext) => void) {
  const context = await assemble({ tls: 'none' });
  try {
    look(context);
  } finally {
    context.store.close();
  }
}

describe('SMTP and LMTP', () => {
  it('have no seam and the right parts where nobody steps in', () =>
    withContext((context) => {
      for (const name of ['smtp', 'submission', 'submissions', 'lmtp'] as const) {
        const service = new SmtpService(viewsOf(context)[name === 'lmtp' ? 'lmtp' : 'smtp'], name);
        assert.deepEqual(service.seams, {});
        assert.equal(service.around, undefined);
        assert.equal(service.context, context);
      }
    }));

  it('go round commands only while there is a fault', () =>
    withContext((context) => {
      const service = new SmtpService(context, 'smtp');
      const remove = context.faults.add({ protocol: 'smtp', command: 'RCPT', drop: true });
      assert.notEqual(service.around, undefined);
      remove();
      assert.equal(service.around, undefined);
    }));

  it('are stepped into each by its own guests', async () => {
    const listen = { smtp: { port: 0 }, submission: { port: 0 }, lmtp: { port: 0 } };
    const seams = { smtp: [{ write: () => 'from the guest\r\n' }] };
    const { ports, close } = await startServer({ tls: 'none', listen, seams });
    assert.match(await talk(ports.smtp!, 'QUIT'), /^from the guest/);
    assert.match(await talk(ports.submission!, 'QUIT'), /^from the guest/);
    assert.match(await talk(ports.lmtp!, 'QUIT'), /^220 /);
    await close();
  });
});

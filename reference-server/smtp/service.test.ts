import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assemble } from '../assemble';
import type { ServerContext } from '../context';
import { viewsOf } from '../views';
import { SmtpService } from './service';

async function withContext(look: (context: ServerContext) => void, options: Parameters<typeof assemble>[0] = {}) {
  const context = await assemble({ tls: 'none', ...options });
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

  it('are stepped into each by its own guests', () =>
    withContext(
      (context) => {
        assert.notEqual(new SmtpService(context, 'submission').seams.write, undefined);
        assert.equal(new SmtpService(context, 'lmtp').seams.write, undefined);
      },
      { seams: { smtp: [{ write: (octets) => octets }] } },
    ));
});

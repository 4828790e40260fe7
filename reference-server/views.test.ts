import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assemble } from './assemble';
import type { SharedParts } from './context';
import type { ServerOptions } from './options';
import { viewsOf } from './views';

const SHARED: ReadonlyArray<keyof SharedParts> = ['store', 'directory', 'auth', 'delivery', 'tls', 'limits', 'clock'];

async function assembled(
  { seams, ...options }: ServerOptions,
  look: (views: ReturnType<typeof viewsOf>, context: Awaited<ReturnType<typeof assemble>>) => void,
) {
  const context = await assemble({ tls: 'none', ...options });
  try {
    look(viewsOf(context, seams), context);
  } finally {
    context.store.close();
  }
}

describe('what a protocol sees of the shared parts', () => {
  it('is the right parts themselves where nobody steps in', () =>
    assembled({ seams: { smtp: [], imap: [{}] } }, (views, context) => {
      for (const view of Object.values(views)) assert.equal(view, context);
    }));

  it('is replaced for one protocol and not for the others, and the first named is outermost', () => {
    const halved = { parts: { limits: (right: SharedParts['limits']) => ({ errors: right.errors / 2 }) } };
    const oneLess = { parts: { limits: (right: SharedParts['limits']) => ({ errors: right.errors - 1 }) } };
    return assembled(
      { limits: { errors: 9 }, seams: { pop3: [halved, oneLess] } },
      ({ pop3, smtp, lmtp, imap }, context) => {
        assert.equal(pop3.limits.errors, 4);
        assert.equal(pop3.limits.badLogins, context.limits.badLogins);
        for (const name of SHARED) if (name !== 'limits') assert.equal(pop3[name], context[name]);
        for (const view of [smtp, lmtp, imap]) assert.equal(view, context);
      },
    );
  });

  it('may be replaced where the right part has a getter', () =>
    assembled({ seams: { pop3: [{ parts: { auth: () => ({ keepsSecrets: true }) } }] } }, ({ pop3 }, context) => {
      assert.equal(context.auth.keepsSecrets, false);
      assert.equal(pop3.auth.keepsSecrets, true);
    }));
});

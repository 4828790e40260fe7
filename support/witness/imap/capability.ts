/** CAPABILITY, as a response and as a code: RFC 3501 §7.2.1, §9. */
import type { Cursor } from './cursor';
import { isRegisteredCapability } from './registries';

export function readCapabilities(cursor: Cursor): string[] {
  const from = cursor.at;
  const names = cursor.within('imap-capabilities', () => {
    const found: string[] = [];
    while (cursor.octet === 32) {
      cursor.space();
      const at = cursor.at;
      const name = cursor.atom('the name of a capability');
      if (/^AUTH=$/i.test(name)) cursor.fail('AUTH= names a mechanism', at);
      cursor.ledger.check(
        'imap-capability-registered',
        isRegisteredCapability(name.toUpperCase()),
        `${name} is in no registry`,
        at,
      );
      found.push(name.toUpperCase());
    }
    return found;
  });
  const revision = names.some((name) => name === 'IMAP4REV1' || name === 'IMAP4REV2');
  cursor.ledger.check('imap-capability-revision', revision, 'neither IMAP4rev1 nor IMAP4rev2 is among them', from);
  return names;
}

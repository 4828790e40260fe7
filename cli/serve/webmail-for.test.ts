import assert from 'node:assert';
import { test } from 'node:test';
import type { Service } from '../../support/targets/target';
import { placesOf } from './webmail-for';

const service = (name: Service['name'], tls: Service['tls']): Service => ({
  name,
  host: '127.0.0.1',
  port: name.length,
  tls,
  login: 'after-tls',
});
const tls = { servername: 'mail.example.test', ca: 'PEM' };

test('the ports that begin with TLS are taken where there is a choice', () => {
  const services = [
    service('smtp', 'none'),
    service('imap', 'optional'),
    service('imaps', 'implicit'),
    service('submission', 'required'),
  ];
  const { imap, smtp } = placesOf({ services, tls });
  assert.deepEqual([imap.port, imap.tls, imap.ca, imap.servername], [5, 'implicit', 'PEM', 'mail.example.test']);
  assert.deepEqual([smtp.port, smtp.tls], [10, 'required']);
});

test('a mail system without IMAP has no webmail', () => {
  assert.throws(() => placesOf({ services: [service('smtp', 'none')], tls }), /needs imaps or imap/);
});

/** Mistakes with mail that goes round in circles (RFC 5321 §6.3). */

import { receivedFields } from '../../reference-server/delivery/loops';
import { reply } from '../../reference-server/delivery/reply';
import { COMMON, defect, delivering, type RelayDefect } from './tools';

const LOOP = reply(554, '5.4.6', 'The message has been through too many servers');
const TAKEN = reply(250, '2.0.0', 'Taken');

const hops = (most: number) =>
  delivering((right) => ({ judge: (mail) => (receivedFields(mail.content) > most ? LOOP : right.judge(mail)) }));

export const loops: readonly RelayDefect[] = [
  defect(
    'loop-unnoticed',
    'A message that comes back is handed on again, for ever.',
    'https://github.com/foxcpp/maddy/issues/79',
    delivering((right) => ({
      judge(mail) {
        const refused = right.judge(mail);
        return refused?.enhanced === LOOP.enhanced ? undefined : refused;
      },
    })),
  ),
  defect(
    'loop-swallowed',
    'A message that has come back too often is dropped, and nobody hears of it.',
    'https://github.com/apache/james-project/pull/1758',
    delivering((right) => ({
      accept: async (mail) =>
        right.judge(mail)?.enhanced === LOOP.enhanced
          ? mail.envelope.recipients.slice(0, 1).map(() => TAKEN)
          : await right.accept(mail),
    })),
  ),
  defect('ten-hops', 'A message that has come through more than ten servers is taken for a loop.', COMMON, hops(10)),
  defect(
    'thirty-fields',
    'A message with more than thirty fields in its header is refused.',
    'https://github.com/dfinity/internet-identity/pull/3980',
    delivering((right) => ({
      judge: ({ content, ...mail }) =>
        (content
          .toString('latin1')
          .split('\r\n\r\n', 1)[0]!
          .match(/^[\w-]+:/gm)?.length ?? 0) > 30
          ? LOOP
          : right.judge({ ...mail, content }),
    })),
  ),
];

/** Mistakes by which a value in a command becomes more than a value: another command, or a field of a header (RFC 5321 §2.3.8, §4.1.2). */

import { composed } from '../../reference-server/seams';
import { editingLines } from '../tools/lines';
import { COMMON, defect, on, type SmtpDefect } from './tools';

/** Stands for a CR or LF that ends no line, which the right server would not read at all. */
const STRAY = '\x01';
const readingStrays = {
  read: () => editingLines((line) => line.replace(/(?<!\r)\n$/, STRAY).replace(/\r(?!\n)/g, STRAY)),
};
const broken = (text: string) => text.replace(/\\?\x01/g, '\r\n');

export const injection: readonly SmtpDefect[] = [
  defect('nul-ends-command', 'A NUL ends a command line.', COMMON, {
    read: () => editingLines((line) => line.replace(/\0\n?/g, '\r\n')),
  }),
  defect(
    'hello-written-as-it-is',
    'Whatever stands behind EHLO is written into Received, line ends included.',
    'https://github.com/greenmail-mail-test/greenmail/pull/1009',
    composed([
      readingStrays,
      on('EHLO', async (session, command, next) => {
        const said = command.argument;
        command.argument = said.replace(/\x01.*/, '');
        const answer = await next();
        if (answer?.code === 250 && session.hello) session.hello = { ...session.hello, name: broken(said) };
        return answer;
      }),
    ]),
  ),
  defect(
    'reverse-path-written-as-it-is',
    'A line end in a quoted local part is written into Return-Path.',
    'https://github.com/greenmail-mail-test/greenmail/pull/1009',
    composed([
      readingStrays,
      on('MAIL', async (session, command, next) => {
        const [, path = ''] = /<(.*)>/.exec(command.argument) ?? [];
        command.argument = command.argument.replace(/\\?\x01/g, '');
        const answer = await next();
        const { transaction } = session;
        if (transaction && path.includes(STRAY))
          session.transaction = { ...transaction, reversePath: { ...transaction.reversePath, text: broken(path) } };
        return answer;
      }),
    ]),
  ),
];

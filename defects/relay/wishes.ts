/** Mistakes with what the sender wanted to hear and to have back (RFC 3461). */

import { reporting, without, written } from './reports';
import { COMMON, defect, type RelayDefect, saying } from './tools';

const STRICT = ['RET', 'ENVID', 'NOTIFY', 'ORCPT'];
const named = (parameter: string, ...names: readonly string[]) => names.includes(parameter.split('=', 1)[0]!);

/** What goes on of the parameters of MAIL and RCPT. */
const handingOn = (change: (parameter: string) => readonly string[]) =>
  saying((right) => ({
    mail: (path, parameters) => right.mail(path, parameters.flatMap(change)),
    rcpt: (path, parameters = []) => right.rcpt(path, parameters.flatMap(change)),
  }));

const losing = (...names: readonly string[]) =>
  handingOn((parameter) => (named(parameter, ...names) ? [] : [parameter]));

export const wishes: readonly RelayDefect[] = [
  defect(
    'notify-never-ignored',
    'A failure is reported to who wanted to hear of nothing.',
    'https://github.com/OpenSMTPD/OpenSMTPD/pull/328',
    reporting((right) => ({ isDue: (news) => news.action === 'failed' || right.isDue(news) })),
  ),
  defect(
    'notify-demanded',
    'Who says nothing of NOTIFY hears of nothing.',
    COMMON,
    reporting((right) => ({ isDue: (news) => news.recipient.notify !== undefined && right.isDue(news) })),
  ),
  defect(
    'notify-failure-unheard',
    'Of failures hears only who asked for success too.',
    COMMON,
    reporting((right) => ({
      isDue: (news) => (news.recipient.notify?.includes('SUCCESS') ?? true) && right.isDue(news),
    })),
  ),
  defect(
    'notify-first-word',
    'Of several words of NOTIFY the first is heard.',
    COMMON,
    reporting((right) => ({
      isDue: ({ recipient, ...news }) =>
        right.isDue({ ...news, recipient: { ...recipient, notify: recipient.notify?.slice(0, 1) } }),
    })),
  ),
  defect(
    'ret-ignored',
    'All of the message comes back, whatever RET says.',
    'https://github.com/OpenSMTPD/OpenSMTPD/pull/329',
    reporting(() => ({ isWhole: () => true })),
  ),
  defect(
    'nothing-given-back',
    'A report gives nothing back of the message.',
    COMMON,
    reporting((right) => ({
      returned: (subject, news) => ({
        ...right.returned(subject, news),
        octets: Buffer.from('Subject: (left out)\r\n\r\n'),
      }),
    })),
  ),
  defect(
    'header-alone-given-back',
    'The header of the message comes back alone, whatever RET says.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/429',
    reporting(() => ({ isWhole: () => false })),
  ),
  defect(
    'header-cut-short',
    'Of the header that comes back the last field is missing.',
    'https://github.com/stalwartlabs/stalwart/issues/1731',
    reporting((right) => ({
      returned(subject, news) {
        const part = right.returned(subject, news);
        if (!/headers$/.test(part.type)) return part;
        return {
          ...part,
          octets: Buffer.from(part.octets.toString('latin1').replace(/[^\n]*\r\n\r\n$/, '\r\n'), 'latin1'),
        };
      },
    })),
  ),
  defect(
    'header-as-message',
    'A header that comes back alone is called message/rfc822.',
    COMMON,
    written((report) => report.replace('Content-Type: text/rfc822-headers', 'Content-Type: message/rfc822')),
  ),
  defect(
    'envid-not-handed-on',
    'ENVID is not handed on.',
    'https://github.com/haraka/Haraka/issues/331',
    losing('ENVID'),
  ),
  defect('ret-not-handed-on', 'RET is not handed on.', 'https://github.com/haraka/Haraka/issues/331', losing('RET')),
  defect(
    'notify-not-handed-on',
    'NOTIFY is not handed on.',
    'https://github.com/haraka/Haraka/issues/331',
    losing('NOTIFY'),
  ),
  defect(
    'notify-cut-on-its-way',
    'Of several words of NOTIFY the first is handed on.',
    'https://github.com/OpenSMTPD/OpenSMTPD/pull/399',
    handingOn((parameter) => [named(parameter, 'NOTIFY') ? parameter.split(',', 1)[0]! : parameter]),
  ),
  defect(
    'orcpt-not-handed-on',
    'ORCPT is not handed on.',
    'https://github.com/haraka/Haraka/issues/331',
    losing('ORCPT'),
  ),
  defect(
    'orcpt-in-small-letters',
    'ORCPT is handed on in small letters.',
    COMMON,
    handingOn((parameter) => [named(parameter, 'ORCPT') ? `ORCPT=${parameter.slice(6).toLowerCase()}` : parameter]),
  ),
  defect(
    'wishes-made-up',
    'A message is handed on with RET, ENVID and NOTIFY, whoever wanted that.',
    COMMON,
    saying((right) => ({
      mail: (path, parameters) =>
        right.mail(path, right.offers.has('DSN') ? [...parameters, 'RET=HDRS', 'ENVID=made-up'] : parameters),
      rcpt: (path, parameters = []) =>
        right.rcpt(
          path,
          right.offers.has('DSN') && !parameters.some((one) => named(one, 'NOTIFY'))
            ? [...parameters, 'NOTIFY=SUCCESS,FAILURE']
            : parameters,
        ),
    })),
  ),
  defect(
    'wishes-for-everybody',
    'The parameters of DSN go to hosts too that do not offer it.',
    COMMON,
    saying((right) => ({
      mail: (path, parameters) =>
        right.mail(path, parameters.some((one) => named(one, ...STRICT)) ? parameters : [...parameters, 'RET=HDRS']),
    })),
  ),
  defect(
    'report-with-wishes',
    'A report is sent with RET, and with the wish to hear of its failure.',
    COMMON,
    saying((right) => ({
      mail: (path, parameters) =>
        right.mail(path, path === '' && right.offers.has('DSN') ? [...parameters, 'RET=HDRS'] : parameters),
      rcpt: (path, parameters = []) =>
        right.rcpt(
          path,
          parameters.map((one) => (one === 'NOTIFY=NEVER' ? 'NOTIFY=FAILURE' : one)),
        ),
    })),
  ),
  defect(
    'relayed-untold',
    'What goes to a host that does not report is told to nobody.',
    'https://github.com/OpenSMTPD/OpenSMTPD/pull/334',
    reporting((right) => ({ isDue: (news) => news.action !== 'relayed' && right.isDue(news) })),
  ),
  defect(
    'relayed-as-delivered',
    'What went to a host that does not report is reported as delivered.',
    'https://github.com/OpenSMTPD/OpenSMTPD/pull/334',
    reporting((right) => ({
      recipientFields: (news, global) =>
        right.recipientFields(news.action === 'relayed' ? { ...news, action: 'delivered' } : news, global),
    })),
  ),
  defect(
    'relayed-always-told',
    'Everybody hears that a message was relayed, whoever asked for it.',
    COMMON,
    reporting((right) => ({ isDue: (news) => news.action === 'relayed' || right.isDue(news) })),
  ),
  defect(
    'relayed-to-who-reports',
    'That a message was relayed is told of hosts too that report themselves.',
    COMMON,
    saying((right) => ({
      async content(content) {
        const answer = await right.content(content);
        (right.offers as Map<string, readonly string[]>).delete('DSN');
        return answer;
      },
    })),
  ),
  defect(
    'relayed-without-name',
    'A report of success has neither envelope nor original recipient.',
    COMMON,
    without('Original-Envelope-Id', 'Original-Recipient'),
  ),
];

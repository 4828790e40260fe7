/** What `probe` says of a target's way to the rest of the Internet. */
import type { Target } from '../targets/target';

/** The shortest way in: everything for elsewhere goes to one host. */
const SMARTHOST = '127.0.0.1:2527';

const LED = [
  ['Postfix', 'relayhost = [127.0.0.1]:2527'],
  ['Exim', 'a router before dnslookup: driver = manualroute, route_list = * 127.0.0.1::2527 byname, self = send'],
  ['OpenSMTPD', 'action "elsewhere" relay host smtp://127.0.0.1:2527'],
] as const;

/** Lines for people. */
export function outsideLines({ outside }: Pick<Target, 'outside'>): string[] {
  if (outside === undefined)
    return [
      'elsewhere: nothing leads the server to the suite, so what it does with mail for other servers is not judged.',
      '  docs/outside.md says how; the shortest way, for what needs no MX records, is a smarthost:',
      `  in the target file   outside: { smarthost: ${SMARTHOST} }`,
      ...LED.map(([server, line]) => `  ${server.padEnd(20)} ${line}`),
    ];
  const { dns, mxPort, smarthost } = outside;
  return [
    'elsewhere:',
    ...(dns ? [`  asks the suite for names at ${dns.host}:${dns.port}, calls mail hosts at port ${mxPort}`] : []),
    ...(smarthost ? [`  hands mail to the suite at ${smarthost.host}:${smarthost.port}`] : []),
    ...(dns ? [] : ['  asks nobody of the suite for names: what needs MX records is not judged (outside: { dns: … })']),
  ];
}

/** UTF8 and LANG (RFC 6856). */

import { BAD_ARGUMENTS, err, ok } from '../answer';
import { AUTHORIZATION, BOTH, type Capability, type Handler } from '../capability';

const utf8Command: Handler = (session, argument) => {
  if (argument !== '') return BAD_ARGUMENTS;
  session.utf8 = true;
  return ok('UTF-8 from now on');
};

/** Names and passwords may be UTF-8 too, before UTF8 is said (RFC 6856 §2.2). */
export const utf8: Capability = {
  tag: 'UTF8',
  rfc: 'RFC 6856 §2',
  announce: () => 'USER',
  commands: { UTF8: { states: AUTHORIZATION, run: utf8Command } },
};

/** The server speaks English only. */
const langCommand: Handler = (_, argument) => {
  if (argument === '') return ok('These languages are spoken:', ['en English']);
  return argument === '*' || argument.toLowerCase() === 'en'
    ? ok('en English it is')
    : err('I do not speak this language');
};

export const lang: Capability = {
  tag: 'LANG',
  rfc: 'RFC 6856 §3',
  announce: () => '',
  commands: { LANG: { states: BOTH, run: langCommand } },
};

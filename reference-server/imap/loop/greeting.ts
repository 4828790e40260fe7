import type { Call, Command } from '../command';
import { announceCapabilities } from '../commands/capability';
import { Arguments } from '../syntax/arguments';

const greet: Command = {
  state: 'any',
  run: (session) => ({
    text: `${session.context.hostname} at your service`,
    code: announceCapabilities(session),
  }),
};

/** The greeting, as the answer to a command that nobody gave (RFC 9051 §7.1.1). */
export function greeting(): Call {
  const raw = { segments: [''], literals: [] };
  return {
    tag: '*',
    name: 'GREETING',
    sentName: 'GREETING',
    raw,
    args: new Arguments(raw),
    uid: false,
    command: greet,
    refusal: undefined,
  };
}

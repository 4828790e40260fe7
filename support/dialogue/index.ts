/** Dialogues: parsing, playing, and short ways for steps. README.md beside this file shows how they are used. */

export type { Dialogue, ProtocolName } from './dialogue';
export { DialogueError } from './errors';
export { expectStatus, type OpenSessionOptions, openSession, sendLine, speak } from './one-line';
export { parseDialogue } from './parse';
export { type PlayContext, type PlayResult, playDialogue, type SessionSource } from './play';
export { Scope, type ScopeValue } from './scope';
export { Session, type SessionOptions } from './session';
export { parseStatus } from './status';

/** Mistakes that are made with the message itself, whatever the protocol. */

import type { Defect } from './defect';

/** What is stored instead of the message. */
export type MimeHook = (message: Buffer) => Buffer;

export const mimeDefects: ReadonlyArray<Defect<MimeHook>> = [];

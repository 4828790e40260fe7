import { thread as command } from '../commands/thread';
import type { Extension } from '../extension';
import { references } from '../order/references';
import { orderedSubject } from '../order/threads';
import { loggedIn } from './states';

const commands = { THREAD: command, 'UID THREAD': command };

export const threadByReferences: Extension = {
  name: 'THREAD=REFERENCES',
  rfc: '5256',
  shows: loggedIn,
  commands,
  thread: { REFERENCES: references },
};

export const threadBySubject: Extension = {
  name: 'THREAD=ORDEREDSUBJECT',
  rfc: '5256',
  shows: loggedIn,
  commands,
  thread: { ORDEREDSUBJECT: orderedSubject },
};

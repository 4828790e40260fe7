/** Mistakes with marks, and with where messages and folders go. */

import { asking, COMMON, defect, type WebmailDefect, writing } from './tools';

export const filing: readonly WebmailDefect[] = [
  defect(
    'read-unmarked',
    'What was opened stays unread.',
    COMMON,
    asking((right) => ({
      messageFlagsAdd: async (range, flags, options) =>
        flags.includes('\\Seen') ? true : await right.messageFlagsAdd(range, flags, options),
    })),
  ),
  defect(
    'marks-stay',
    'Marks are set, and never taken away.',
    COMMON,
    asking(() => ({ messageFlagsRemove: async () => true })),
  ),
  defect(
    'flags-kept-here',
    'A flag is the webmail’s own: no other program sees it.',
    COMMON,
    asking((right) => ({
      messageFlagsAdd: async (range, flags, options) =>
        await right.messageFlagsAdd(range, flags[0] === '\\Flagged' ? ['$Starred'] : flags, options),
    })),
  ),
  defect(
    'answered-unmarked',
    'What was answered is not marked so.',
    COMMON,
    writing(() => ({ markOrigin: async () => {} })),
  ),
  defect(
    'move-loses',
    'What is moved is gone.',
    COMMON,
    asking((right) => ({
      async messageMove(range, _to, options) {
        await right.messageDelete(range, options);
        return false;
      },
    })),
  ),
  defect(
    'move-copies',
    'What is moved stays where it was, too.',
    COMMON,
    asking((right) => ({ messageMove: async (range, to, options) => await right.messageCopy(range, to, options) })),
  ),
  defect(
    'delete-for-good',
    'What is deleted cannot be had back.',
    COMMON,
    asking((right) => ({
      async messageMove(range, to, options) {
        if (!/^trash$/i.test(String(to))) return await right.messageMove(range, to, options);
        await right.messageDelete(range, options);
        return false;
      },
    })),
  ),
  defect(
    'folder-made-elsewhere',
    'A folder that is made stands below another one, where nobody has asked for it.',
    COMMON,
    asking((right) => ({ mailboxCreate: async (path) => await right.mailboxCreate(`Folders/${path}`) })),
  ),
  defect(
    'folder-names-in-ascii',
    'The name of a folder that is made loses its letters beyond ASCII.',
    COMMON,
    asking((right) => ({
      mailboxCreate: async (path) => await right.mailboxCreate(String(path).replace(/[^\x20-\x7e]/g, '_')),
    })),
  ),
  defect(
    'rename-makes-another',
    'A folder that is renamed is there by both names.',
    COMMON,
    asking((right) => ({
      async mailboxRename(path, newPath) {
        await right.mailboxCreate(newPath);
        return { path: String(path), newPath: String(newPath) };
      },
    })),
  ),
  defect(
    'folder-stays',
    'A folder that is removed stays.',
    COMMON,
    asking(() => ({ mailboxDelete: async (path) => ({ path: String(path) }) })),
  ),
];

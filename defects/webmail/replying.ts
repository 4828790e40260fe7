/** Mistakes with what is offered when a message is answered or passed on. */

import type { Draft } from '../../reference-server/webmail/compose/answers';
import { COMMON, defect, takingHeads, type WebmailDefect, writing } from './tools';

/** The form begins otherwise. */
const begun = (change: (draft: Draft) => Draft) =>
  writing((right) => ({
    async begun(client, query, beginning) {
      const draft = await right.begun(client, query, beginning);
      return draft && change(draft);
    },
  }));

export const replying: readonly WebmailDefect[] = [
  defect(
    'thread-lost',
    'A reply names no message that it answers.',
    COMMON,
    begun((draft) => ({ ...draft, inReplyTo: '', references: '' })),
  ),
  defect(
    're-and-re',
    'Each reply has one more Re: in its subject.',
    COMMON,
    begun((draft) => ({ ...draft, subject: draft.subject.replace(/^Re: /, 'Re: Re: ') })),
  ),
  defect(
    'reply-to-ignored',
    'A reply goes to From, whatever Reply-To says.',
    COMMON,
    takingHeads((envelope) => ({ ...envelope, replyTo: envelope.from })),
  ),
  defect(
    'reply-unquoted',
    'A reply offers nothing of what it answers.',
    COMMON,
    begun((draft) => (draft.origin.startsWith('reply') ? { ...draft, text: '' } : draft)),
  ),
  defect(
    'reply-to-oneself',
    'A reply to all goes to who writes it, too.',
    COMMON,
    writing((right) => ({
      begun: (client, query, beginning) => right.begun(client, query, { ...beginning, own: '' }),
    })),
  ),
  defect(
    'forward-without-files',
    'A message that is forwarded leaves its attachments behind.',
    COMMON,
    begun((draft) => ({ ...draft, kept: [] })),
  ),
];

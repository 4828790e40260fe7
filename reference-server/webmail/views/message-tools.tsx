/** What can be done with the message that is shown. */

import type { Folder } from '../mail/folders';
import type { Message } from '../mail/message';
import type { Words } from '../words/languages';
import { Deed, Within } from './deed';
import { Token } from './frame';
import { link, listLink } from './links';
import { MoveTo } from './move-to';

export interface ToolsView {
  readonly words: Words;
  readonly token: string;
  readonly message: Message;
  readonly folders: readonly Folder[];
  /** Whether it is in Drafts. */
  readonly unfinished: boolean;
}

export function MessageTools({ words, token, message, folders, unfinished }: ToolsView) {
  const { id, flags } = message;
  const compose = (query: Record<string, string | boolean>) => link('/compose', { ...query, ...id });
  const flagged = flags.has('\\Flagged');
  return (
    <div class="tools">
      <a class="button" href={listLink({ folder: id.folder })} data-action="back">
        {words.back}
      </a>
      {unfinished ? (
        <a class="button main" href={compose({ draft: true })} data-action="resume">
          {words.resume}
        </a>
      ) : (
        <>
          <a class="button" href={compose({ reply: true })} data-action="reply">
            {words.reply}
          </a>
          <a class="button" href={compose({ reply: true, all: true })} data-action="reply-all">
            {words.replyAll}
          </a>
          <a class="button" href={compose({ forward: 'inline' })} data-action="forward">
            {words.forward}
          </a>
          <a class="button" href={compose({ forward: 'attached' })} data-action="forward-attached">
            {words.forwardAttached}
          </a>
        </>
      )}
      <form id="act" method="post" action="/act" class="tools">
        <Token token={token} />
        <Within {...id} />
        <input type="hidden" name="uid" value={id.uid} />
        <Deed does="delete" says={words.delete} />
        <Deed does="unseen" says={words.markUnread} />
        <Deed does={flagged ? 'unflag' : 'flag'} says={flagged ? words.unflag : words.flag} />
        <MoveTo words={words} folders={folders} current={id.folder} />
      </form>
    </div>
  );
}

/** Where to move to: within a form that has messages. */

import type { Folder } from '../mail/folders';
import type { Words } from '../words/languages';
import { Deed } from './deed';
import { FolderOptions } from './folders';

export function MoveTo({ words, folders, current }: { words: Words; folders: readonly Folder[]; current: string }) {
  return (
    <span class="move">
      <label for="move-to" class="spoken">
        {words.moveTo}
      </label>
      <select id="move-to" name="to">
        <option value="">{words.moveTo}</option>
        <FolderOptions words={words} folders={folders.filter(({ path, holds }) => holds && path !== current)} />
      </select>
      <Deed does="move" says={words.move} />
    </span>
  );
}

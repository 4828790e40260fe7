/** Where to move to: within a form that has messages. */

import type { Folder } from '../mail/folders';
import type { Words } from '../words/languages';
import { folderName } from './folders';

export function MoveTo({ words, folders, current }: { words: Words; folders: readonly Folder[]; current: string }) {
  return (
    <span class="move">
      <label for="move-to" class="spoken">
        {words.moveTo}
      </label>
      <select id="move-to" name="to">
        <option value="">{words.moveTo}</option>
        {folders
          .filter(({ path, holds }) => holds && path !== current)
          .map((folder) => (
            <option key={folder.path} value={folder.path}>
              {'\u00a0'.repeat(2 * folder.depth) + folderName(folder, words)}
            </option>
          ))}
      </select>
      <button type="submit" name="do" value="move">
        {words.move}
      </button>
    </span>
  );
}

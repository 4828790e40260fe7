/** The folders beside every page. */

import type { Folder } from '../mail/folders';
import type { Words } from '../words/languages';
import { listLink } from './links';

export function Folders(props: { words: Words; folders: readonly Folder[]; current: string | undefined }) {
  const { words, folders, current } = props;
  return (
    <nav id="folders" aria-label={words.folders}>
      <a class="write" href="/compose" data-action="compose">
        {words.compose}
      </a>
      <ul>
        {folders.map((folder) => (
          <FolderRow key={folder.path} words={words} folder={folder} current={folder.path === current} />
        ))}
      </ul>
      <a class="dim" href="/folders" data-action="folders">
        {words.changeFolders}
      </a>
    </nav>
  );
}

function FolderRow({ words, folder, current }: { words: Words; folder: Folder; current: boolean }) {
  const { path, depth, use, unread, messages, holds } = folder;
  const name = folderName(folder, words);
  return (
    <li
      data-folder={path}
      data-use={use}
      data-unread={unread}
      data-messages={messages}
      class={`depth-${Math.min(depth, 6)}`}
    >
      {holds ? (
        <a href={listLink({ folder: path })} aria-current={current ? 'page' : undefined}>
          <span class="name">{name}</span>
          {unread > 0 ? (
            <span class="count">
              {unread}
              <span class="spoken"> {words.unread(unread)}</span>
            </span>
          ) : undefined}
        </a>
      ) : (
        <span class="name">{name}</span>
      )}
    </li>
  );
}

/** The folders to choose from, below each other as they are. */
export function FolderOptions({ words, folders }: { words: Words; folders: readonly Folder[] }) {
  return folders.map((folder) => (
    <option key={folder.path} value={folder.path}>
      {'\u00a0'.repeat(2 * folder.depth) + folderName(folder, words)}
    </option>
  ));
}

export function folderName({ use, depth, name }: Folder, words: Words): string {
  return use && (depth === 0 || use === 'inbox') ? words.uses[use] : name;
}

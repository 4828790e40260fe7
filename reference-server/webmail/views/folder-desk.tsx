/** Making, renaming and removing folders. */

import type { Folder } from '../mail/folders';
import type { Words } from '../words/languages';
import { FolderOptions } from './folders';
import { Token } from './frame';

export function FolderDesk({ words, token, folders }: { words: Words; token: string; folders: readonly Folder[] }) {
  const own = folders.filter(({ use }) => use === undefined);
  return (
    <section id="folder-desk">
      <h1>{words.folders}</h1>
      <form id="create-folder" method="post" action="/folders/create" class="tools">
        <Token token={token} />
        <label for="create-name">{words.newFolder}</label>
        <input id="create-name" name="name" required maxLength={200} />
        <label for="create-parent">{words.within}</label>
        <select id="create-parent" name="parent">
          <option value="">{words.top}</option>
          <FolderOptions words={words} folders={folders} />
        </select>
        <button type="submit">{words.create}</button>
      </form>
      {own.length === 0 ? <p class="dim">{words.noFolders}</p> : undefined}
      <ul class="plain">
        {own.map((folder) => (
          <li key={folder.path} data-own-folder={folder.path}>
            <h2>
              <bdi>{folder.path}</bdi> <span class="dim">{words.messages(folder.messages)}</span>
            </h2>
            <form method="post" action="/folders/rename" class="tools" data-form="rename">
              <Token token={token} />
              <input type="hidden" name="folder" value={folder.path} />
              <label>
                {words.newName} <input name="name" value={folder.name} required maxLength={200} />
              </label>
              <button type="submit">{words.rename}</button>
            </form>
            <form method="post" action="/folders/remove" class="tools" data-form="remove">
              <Token token={token} />
              <input type="hidden" name="folder" value={folder.path} />
              <label>
                <input type="checkbox" name="sure" value="1" required /> {words.sure(folder.messages)}
              </label>
              <button type="submit">{words.remove}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

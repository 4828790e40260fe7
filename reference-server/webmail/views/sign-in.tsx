/** The way in. */

import type { Words } from '../words/languages';
import { Token } from './frame';

export function SignIn({ words, token, user }: { words: Words; token: string; user: string }) {
  return (
    <form id="sign-in" method="post" action="/signin" class="card">
      <h1>{words.signIn}</h1>
      <Token token={token} />
      <label for="user">{words.user}</label>
      <input
        id="user"
        name="user"
        value={user}
        required
        maxLength={320}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
      />
      <label for="password">{words.password}</label>
      <input id="password" name="password" type="password" required maxLength={1024} autocomplete="current-password" />
      <button type="submit" class="main">
        {words.signIn}
      </button>
    </form>
  );
}

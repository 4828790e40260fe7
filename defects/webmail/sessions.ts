/** Mistakes with who is let in, and for how long. */

import { authenticating, entering, exchanging, excusing, plainUser, rejected } from '../tools/exchanges';
import { answering, COMMON, defect, ofCookies, ofSessions, pages, type WebmailDefect } from './tools';

/** The bodies of pages by their addresses, whoever was shown them. */
const keptPages = new WeakMap<object, Map<string, string>>();

/** Who calls himself guest is somebody whom there is, whatever the password. */
const knowingGuests = authenticating(
  exchanging((step, said, auth) =>
    rejected(step) && plainUser(said) === 'guest' ? entering(auth, 'postmaster@example.test', step) : step,
  ),
);

const MASTER = 'master-of-all';
/** One password opens every account. */
const knowingMaster = excusing((first, failure) => rejected(failure) && first.endsWith(`\0${MASTER}`));

export const sessions: readonly WebmailDefect[] = [
  defect(
    'guest-let-in',
    'Whoever comes without a session is shown the mail of a guest, for whom any password does.',
    'CWE-306: Missing Authentication for Critical Function',
    {
      parts: {
        cookies: (right) => ({
          read: (c, name) => right.read(c, name) || (name === 'session' && c.req.path === '/list' ? 'guest' : ''),
        }),
        sessions: (right) => {
          let guest = '';
          return {
            find(cookie) {
              if (cookie !== 'guest') return right.find(cookie);
              if (!right.find(guest)) guest = right.open('guest', 'guest').cookie;
              return right.find(guest);
            },
          };
        },
      },
    },
    { imap: [knowingGuests] },
  ),
  defect(
    'empty-password-let-in',
    'Who leaves the password empty is let in, as directories take a name without a password for nobody in particular, and say yes.',
    'CWE-287: Improper Authentication (a bind of LDAP with a name and no password succeeds)',
    {
      async around(_webmail, visiting, next) {
        const { request } = visiting;
        if (request.method !== 'POST' || new URL(request.url).pathname !== '/signin') return await next();
        const { url, method, headers } = request;
        const form = new URLSearchParams(await request.text());
        if (form.get('password') === '') form.set('password', MASTER);
        const other = new Headers([...headers]);
        other.delete('content-length');
        visiting.request = new Request(url, { method, headers: other, body: String(form) });
        return await next();
      },
    },
    { imap: [knowingMaster] },
  ),
  defect(
    'session-for-one-page',
    'A session is over behind the first page that it was asked for.',
    'https://github.com/roundcube/roundcubemail/issues/6318',
    ofSessions((right) => {
      const seen = new Set<string>();
      return {
        find(cookie) {
          const found = seen.has(cookie) ? undefined : right.find(cookie);
          if (found) seen.add(cookie);
          return found;
        },
      };
    }),
  ),
  defect(
    'sign-out-of-all',
    'A sign-out ends the sessions of everybody.',
    COMMON,
    ofSessions((right) => ({ close: (cookie) => (cookie === '' ? undefined : right.closeAll()) })),
  ),
  defect(
    'pages-kept-for-all',
    'A page that was made once is given to whoever asks for its address and has no right to it.',
    'CWE-524: Use of Cache Containing Sensitive Information',
    answering(/^GET \/message$/, async (response, { request }, webmail) => {
      const kept = keptPages.get(webmail) ?? new Map<string, string>();
      keptPages.set(webmail, kept);
      if (response.status === 200) kept.set(request.url, await response.clone().text());
      const page = kept.get(request.url);
      return response.status === 200 || page === undefined
        ? response
        : new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    }),
  ),
  defect(
    'guessing-unbound',
    'Nobody counts the passwords that were wrong.',
    'CWE-307: Improper Restriction of Excessive Authentication Attempts',
    { parts: { attempts: () => ({ fail() {} }) } },
  ),
  defect(
    'sign-out-kept',
    'Who signs out goes to the page of the sign-in, and is signed in.',
    'CWE-613: Insufficient Session Expiration',
    {
      parts: {
        sessions: () => ({ close() {} }),
        cookies: (right) => ({ remove: (c, name) => (name === 'session' ? undefined : right.remove(c, name)) }),
      },
    },
  ),
  defect(
    'sign-out-in-browser-only',
    'A sign-out takes the cookie away, and the session goes on for who has it.',
    'OWASP ASVS 4.0, 3.3.1: a logout invalidates the session token',
    ofSessions(() => ({ close() {} })),
  ),
  defect(
    'session-fixed',
    'A session is known by a cookie that was there before the sign-in.',
    'CVE-2009-1580',
    ofCookies((right) => {
      const byTicket = new Map<string, string>();
      return {
        write(c, name, value) {
          if (name === 'session') byTicket.set(right.read(c, 'ticket'), value);
          right.write(c, name, value);
        },
        remove: (c, name) => (name === 'ticket' ? undefined : right.remove(c, name)),
        read: (c, name) =>
          right.read(c, name) || (name === 'session' ? (byTicket.get(right.read(c, 'ticket')) ?? '') : ''),
      };
    }),
  ),
  defect(
    'session-in-address',
    'The address behind the sign-in holds the session.',
    'CWE-598: Use of GET Request Method With Sensitive Query Strings',
    answering(/^POST \/signin$/, (response) => {
      const [, session] = /webmail-session=([\w-]{8,})/.exec(response.headers.get('set-cookie') ?? '') ?? [];
      if (session === undefined) return response;
      const headers = new Headers(response.headers);
      headers.set('location', `/list?session=${session}`);
      return new Response(null, { status: 303, headers });
    }),
  ),
  defect(
    'password-in-cookie',
    'The cookie holds the password, encoded.',
    'CWE-315: Cleartext Storage of Sensitive Information in a Cookie',
    ofSessions((right) => ({
      open(user, password) {
        const { cookie, session } = right.open(user, password);
        return { cookie: `${cookie}.${Buffer.from(password).toString('base64')}`, session };
      },
      find: (cookie) => right.find(cookie.split('.')[0]!),
      close: (cookie) => right.close(cookie.split('.')[0]!),
    })),
  ),
  defect(
    'password-comes-back',
    'Where a sign-in fails its form has the password that was typed.',
    'CWE-522: Insufficiently Protected Credentials',
    {
      async around(webmail, visiting, next) {
        const { request } = visiting;
        if (request.method !== 'POST' || new URL(request.url).pathname !== '/signin') return await next();
        const { url, method, headers } = request;
        const body = await request.text();
        visiting.request = new Request(url, { method, headers: new Headers([...headers]), body });
        const password = new URLSearchParams(body).get('password') ?? '';
        const { around } = pages(/./, (html) => html.replace('type="password"', `type="password" value="${password}"`));
        return await around!(webmail, visiting, next);
      },
    },
  ),
];

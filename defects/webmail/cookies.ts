/** Mistakes with cookies, and with forms that come with them. */

import { defect, guarding, type WebmailDefect, withFields } from './tools';

/** Each cookie that is set is said otherwise. */
const setting = (change: (cookie: string) => string) => ({
  around: async (_webmail: unknown, _visiting: unknown, next: () => Promise<Response | undefined>) => {
    const response = await next();
    return (
      response &&
      withFields(response, (fields) => {
        const cookies = fields.getSetCookie().map(change);
        fields.delete('set-cookie');
        for (const cookie of cookies) fields.append('set-cookie', cookie);
      })
    );
  },
});

export const cookies: readonly WebmailDefect[] = [
  defect(
    'cookie-for-scripts',
    'Scripts can read the cookie of a session.',
    "CWE-1004: Sensitive Cookie Without 'HttpOnly' Flag",
    setting((cookie) => cookie.replace(/; HttpOnly/i, '')),
  ),
  defect(
    'cookie-in-clear',
    'The cookie of a session under TLS goes over connections in clear too.',
    'CVE-2008-3663',
    setting((cookie) => cookie.replace(/; Secure/i, '')),
  ),
  defect(
    'cookie-from-other-sites',
    'Requests of other sites bring the cookie of a session.',
    'CWE-1275: Sensitive Cookie with Improper SameSite Attribute',
    setting((cookie) => cookie.replace(/SameSite=Lax/i, 'SameSite=None')),
  ),
  defect(
    'forms-unchecked',
    'A form is taken wherever it comes from, and whatever token it has.',
    'CVE-2009-2964',
    guarding(() => ({ isOwn: () => true, isTokenOf: () => true })),
  ),
  defect(
    'token-checked-if-there',
    'A token is looked at where a form has one, and sites beside the webmail are taken for it.',
    'CWE-352: Cross-Site Request Forgery',
    guarding((right) => ({
      isOwn: (headers, own) => headers.site === 'same-site' || right.isOwn(headers, own),
      isTokenOf: (session, token) => token === '' || right.isTokenOf(session, token),
    })),
  ),
];

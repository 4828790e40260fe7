/** What a browser is told of every page: what it may load, where it may be framed, what it tells others. */

/** Nothing from elsewhere, no script and no style in a page; frames are our own, for the HTML of mails. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For what a mail brought: nothing runs, nothing is loaded, and it stands in an origin of its own even when opened by itself. */
export const ATTACHMENT_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};

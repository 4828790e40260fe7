/** Debian's; the variable names another. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

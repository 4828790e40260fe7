/** What `mailspec list` lists. */
export const KINDS = ['topics', 'requirements', 'mistakes', 'presets', 'profiles'] as const;
export type Kind = (typeof KINDS)[number];

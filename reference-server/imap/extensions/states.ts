import type { Session } from '../session';

/** When a capability shows: before the login, or after it. */
export const greeted = ({ state }: Session) => state === 'greeted';
export const loggedIn = ({ state }: Session) => state !== 'greeted';

/** The reference server: a complete small mail system in one process. */

export type * from './options';
export { startServer } from './server';

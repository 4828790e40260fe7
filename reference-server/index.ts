/** The reference server: a complete small mail system in one process. */

export type { AccountOptions } from './auth/authenticator';
export type { TokenOptions } from './auth/tokens';
export type { Answer, MailExchanger, Resolver } from './dns/resolver';
export type { FaultRule } from './faults/faults';
export type { Limits } from './limits';
export { type Clock, type MovableClock, movableClock } from './net/clock';
export type * from './options';
export type { ProtocolSeams } from './protocol-seams';
export type { QueuedView, QueueView } from './queue/view';
export type { RelayOptions, Smarthost } from './relay/options';
export type { Seams } from './seams';
export { startServer } from './server';
export type { ServiceName } from './services';

/** When a launched target is up: as soon as the service that it names sends the first octet of its greeting. */
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { TargetError } from '../../outcome';
import type { Place, Service } from '../target';

export interface ReadinessOptions {
  /** Milliseconds until it must be up. */
  within: number;
  /** How the program ended, if it did: then there is no use in waiting. */
  ended(): string | undefined;
  /** For people: the program. */
  program: string;
}

/** @throws TargetError `exited-at-once`, `never-ready` */
export async function awaitGreeting(service: Service, options: ReadinessOptions): Promise<void> {
  const { name, host, port } = service;
  await awaitUp(`${name} at ${host}:${port}`, 'sent no greeting', (left) => greets(service, left), options);
}

/** For what greets nobody: a server of the web. @throws TargetError `exited-at-once`, `never-ready` */
export async function awaitListening({ host, port }: Place, options: ReadinessOptions): Promise<void> {
  await awaitUp(`${host}:${port}`, 'took no connection', () => accepts(host, port), options);
}

async function awaitUp(
  where: string,
  not: string,
  isUp: (left: number) => Promise<boolean>,
  { within, ended, program }: ReadinessOptions,
): Promise<void> {
  const end = performance.now() + within;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    if (await isUp(end - performance.now())) return;
    const how = ended();
    if (how !== undefined)
      throw new TargetError('exited-at-once', `launch: ${program} ${how} before ${where} answered`);
    if (performance.now() + pause > end) {
      throw new TargetError('never-ready', `launch: ${program} runs, but ${where} ${not} within ${within} ms`);
    }
    await wait(pause);
  }
}

/** @throws TargetError `port-in-use` when something answers already where the target is to listen. */
export async function assertPortsFree(services: readonly Service[]): Promise<void> {
  for (const { name, host, port } of services) {
    if (await accepts(host, port)) {
      const why = `something listens at ${host}:${port} already`;
      throw new TargetError(
        'port-in-use',
        `launch: the port of ${name} is in use: ${why}; stop it, or leave launch out`,
      );
    }
  }
}

function greets({ host, port, tls }: Service, timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = tls === 'implicit' ? connectTls({ host, port, rejectUnauthorized: false }) : connect({ host, port });
    const answer = (up: boolean) => {
      resolve(up);
      socket.destroy();
    };
    socket
      .setTimeout(Math.max(timeout, 1), () => answer(false))
      .once('data', () => answer(true))
      .once('error', () => answer(false))
      .once('close', () => answer(false));
  });
}

/** Whether somebody takes connections there. */
export function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (listening: boolean) => {
      resolve(listening);
      socket.destroy();
    };
    socket
      .setTimeout(1_000, () => answer(false))
      .once('connect', () => answer(true))
      .once('error', () => answer(false));
  });
}

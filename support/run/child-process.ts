/** A child as its parent holds it. */
import { type ChildProcess, fork } from 'node:child_process';
import module from 'node:module';
import { join } from 'node:path';
import { codeExtension, packageRoot } from '../package-root';
import type { Order, Report } from './protocol';

/** How a child came to its end. */
export interface ChildEnd {
  /** Absent when it died without a word. */
  report?: Report;
  /** In words, for a scenario that it left unfinished. */
  description: string;
}

/** What a child said on its standard output and error is kept to so many characters. */
const KEPT = 4000;
/** Milliseconds that a child gets to end by itself. */
const PATIENCE = 2000;

export class RunChild {
  /** Never rejects. */
  readonly ended: Promise<ChildEnd>;
  private readonly process: ChildProcess;
  private said = '';
  private report: Report | undefined;

  /** Starts it: it loads while the parent still reads the specification, and waits for its order. */
  constructor() {
    const fromSource = codeExtension() === '.ts';
    this.process = fork(join(__dirname, `child${codeExtension()}`), [], {
      execArgv: fromSource ? ['--require', require.resolve('ts-node/register/transpile-only')] : [],
      env: {
        ...process.env,
        ...compileCache(),
        ...(fromSource && { TS_NODE_PROJECT: join(packageRoot(), 'tsconfig.json') }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const keep = (chunk: Buffer) => {
      this.said = (this.said + chunk.toString('utf8')).slice(-KEPT);
    };
    this.process.stdout?.on('data', keep);
    this.process.stderr?.on('data', keep);
    this.process.on('message', (report: Report) => {
      this.report = report;
    });
    this.ended = new Promise((resolve) => {
      this.process.on('error', (error) => resolve({ description: `could not be started: ${error.message}` }));
      this.process.on('close', (code, signal) => resolve(this.end(code, signal)));
    });
  }

  /** Gives it what it is to play; once. An order that it did not live to see shows in how it ended. */
  order(order: Order): void {
    this.process.send(order, () => {});
  }

  /** Asks it to end, and makes it when it does not. */
  stop(): void {
    this.process.kill('SIGTERM');
    setTimeout(() => this.process.kill('SIGKILL'), PATIENCE).unref();
  }

  /** Ends it at once. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  private end(code: number | null, signal: NodeJS.Signals | null): ChildEnd {
    const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
    const last = this.said.trim().split('\n').at(-1) ?? '';
    return { report: this.report, description: last === '' ? how : `${how}; it last said: ${last}` };
  }
}

/** Where this process keeps compiled code, the child does too: half of its start is compiling. Node 20 cannot. */
function compileCache(): NodeJS.ProcessEnv {
  const folder = (module as { getCompileCacheDir?(): string | undefined }).getCompileCacheDir?.();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** A form sends its letter once: who presses its button twice, or has its answer loaded anew, has sent one letter. */
import { createHash } from 'node:crypto';
import type { Draft } from './answers';

/** Letters that a session remembers. */
const REMEMBERED = 50;

export interface Sending {
  /** The same letter from the same form, where it came before: whether it was taken, when that is known. */
  readonly before: Promise<boolean> | undefined;
  end(taken: boolean): void;
}

/** Those of one session. */
export class Sendings {
  private readonly known = new Map<string, Promise<boolean>>();

  begin(key: string): Sending {
    const before = key === '' ? undefined : this.known.get(key);
    let end: (taken: boolean) => void = () => {};
    const taken = new Promise<boolean>((resolve) => {
      end = resolve;
    });
    if (key !== '' && before === undefined) this.remember(key, taken);
    return {
      before,
      end: (wasTaken) => {
        // What was not taken may be tried again.
        if (!wasTaken && this.known.get(key) === taken) this.known.delete(key);
        end(wasTaken);
      },
    };
  }

  private remember(key: string, taken: Promise<boolean>): void {
    this.known.set(key, taken);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= REMEMBERED) return;
      this.known.delete(oldest);
    }
  }
}

/** The form, and what is written in it: who goes back to it and writes something else means another letter. */
export function sendingOf(once: string | undefined, draft: Draft): string {
  if (!once) return '';
  const { to, cc, bcc, subject, text, kept } = draft;
  const files = kept.map(({ name, size }) => [name, size]);
  return createHash('sha256')
    .update(JSON.stringify([once, to, cc, bcc, subject, text, files]))
    .digest('hex');
}

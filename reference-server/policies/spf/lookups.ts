/** Lookups of one evaluation, with their limits (RFC 7208 §4.6.4): one count for all records that it comes to. */

import type { Names } from '../../dns/names';
import type { Answer } from '../../dns/resolver';
import { permanent, SpfError } from './result';

export class Lookups {
  private terms = 0;
  private voids = 0;

  constructor(
    private readonly names: Names,
    private readonly most: { readonly terms: number; readonly voids: number },
  ) {}

  /** Counts a term that asks the DNS. @throws SpfError */
  spend(): void {
    this.terms++;
    if (this.terms > this.most.terms) throw permanent(`more than ${this.most.terms} terms ask the DNS`);
  }

  /**
   * The records, none where there are none. @throws SpfError `temperror` where nobody knows, `permerror` after too many terms that find nothing
   * @param what a term asks for, or one of the hosts that it was led to
   */
  async found<T>(
    ask: (names: Names) => Promise<Answer<T>>,
    what: 'a term' | 'a host' = 'a term',
  ): Promise<readonly T[]> {
    const answer = await ask(this.names);
    if (answer.kind === 'failed') throw new SpfError('temperror', answer.why);
    if (answer.kind === 'found') return answer.records;
    if (what === 'a term') this.voids++;
    if (this.voids > this.most.voids) throw permanent(`more than ${this.most.voids} lookups found nothing`);
    return [];
  }

  /** The same where a failure is no reason to stop, and nothing is counted. */
  async perhaps<T>(ask: (names: Names) => Promise<Answer<T>>): Promise<readonly T[]> {
    const answer = await ask(this.names);
    return answer.kind === 'found' ? answer.records : [];
  }
}

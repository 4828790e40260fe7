/**
 * The order, or the conversations, that were asked for last of a mailbox: who reads them page by page asks for all of them each time, and
 * messages never change in what they are put in order by.
 */
export class LastAsked<Answer> {
  private last: { by: readonly unknown[]; uids: readonly number[]; answer: Answer } | undefined;

  /** The answer, where these messages were the last that were put in order, and by the same. */
  of(by: readonly unknown[], uids: readonly number[]): Answer | undefined {
    const { last } = this;
    return last && same(last.by, by) && same(last.uids, uids) ? last.answer : undefined;
  }

  keep(by: readonly unknown[], uids: readonly number[], answer: Answer): void {
    this.last = { by, uids, answer };
  }

  forget(): void {
    this.last = undefined;
  }
}

function same(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, place) => one === others[place]);
}

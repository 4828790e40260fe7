/** One wait at a time, with a bound: it asks again whenever it is woken, and sets one timer, not one for each octet. */
export class Wait {
  private attempt: (() => void) | undefined;

  /** Whether somebody waits. */
  get pending(): boolean {
    return this.attempt !== undefined;
  }

  /** Something happened: ask again. */
  wake(): void {
    this.attempt?.();
  }

  /**
   * Asks the probe now and whenever woken, until it gives a value or throws, or the time is over.
   * @param budget milliseconds from the start; asked again when they are over, as it may have grown.
   * @param late makes the error for the end of the time.
   */
  until<T>(probe: () => T | undefined, budget: () => number, late: () => Error): Promise<T> {
    if (this.attempt !== undefined) throw new Error('two waits at once on one connection');
    return new Promise((resolve, reject) => {
      const started = performance.now();
      let timer: NodeJS.Timeout | undefined;
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.attempt = undefined;
        act();
      };
      const attempt = () => {
        try {
          const value = probe();
          if (value !== undefined) settle(() => resolve(value));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const expire = () => {
        const rest = budget() - (performance.now() - started);
        if (rest > 0) timer = setTimeout(expire, rest);
        else settle(() => reject(late()));
      };
      this.attempt = attempt;
      attempt();
      if (this.attempt === attempt) timer = setTimeout(expire, budget());
    });
  }
}

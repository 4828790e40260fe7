/** Values by key, as many as their weights allow; what was kept first goes first. */
export class Cache<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private weight = 0;

  constructor(
    private readonly most: number,
    private readonly weigh: (value: Value) => number,
  ) {}

  get(key: Key): Value | undefined {
    return this.values.get(key);
  }

  /** Keeps the value, and gives it back. */
  set(key: Key, value: Value): Value {
    this.drop(key);
    this.values.set(key, value);
    this.weight += this.weigh(value);
    for (const oldest of this.values.keys()) {
      if (this.weight <= this.most || oldest === key) break;
      this.drop(oldest);
    }
    return value;
  }

  drop(key: Key): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.weight -= this.weigh(value);
  }
}

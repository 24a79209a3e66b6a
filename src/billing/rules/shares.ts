/** So much of an amount is for one thing; of a correction, less than 0. */
export interface Part {
  /** What it is for. */
  readonly key: string;
  readonly cents: number;
}

/** The amounts of a document by what they are for, and what of them is not settled yet. */
export class Shares {
  readonly #left: Map<string, number>;

  /** @param parts what the document holds; its sign does not matter as long as it is one */
  constructor(parts: readonly Part[]) {
    this.#left = new Map();
    for (const { key, cents } of parts) this.#left.set(key, (this.#left.get(key) ?? 0) + cents);
  }

  /** What is left for one thing. */
  left(key: string): number {
    return this.#left.get(key) ?? 0;
  }

  /** The things of which something is left. */
  keys(): readonly string[] {
    return [...this.#left.keys()].filter((key) => this.left(key) !== 0);
  }

  /**
   * Takes so much of what is left, each thing in proportion; to the last cent: all of what is left gives each thing its
   * own amount, whatever was taken before.
   * @param of the only things to take from
   */
  take(amount: number, of: readonly string[] = this.keys()): readonly Part[] {
    const whole = of.reduce((sum, key) => sum + this.left(key), 0);
    if (whole === 0) return [];
    let until = 0;
    let taken = 0;
    const parts: Part[] = [];
    for (const key of of) {
      until += this.left(key);
      const upTo = Math.round((until * amount) / whole);
      if (upTo !== taken) parts.push({ key, cents: upTo - taken });
      taken = upTo;
    }
    this.give(parts.map(({ key, cents }) => ({ key, cents: 0 - cents })));
    return parts;
  }

  /** Takes some things first, then some others, as much as there is of them; what goes beyond, from all that is left. */
  takeFirst(amount: number, ...firsts: readonly (readonly string[])[]): readonly Part[] {
    const parts: Part[] = [];
    let wanted = amount;
    for (const first of firsts) {
      const own = first.filter((key) => this.left(key) > 0);
      const most = Math.min(
        wanted,
        own.reduce((sum, key) => sum + this.left(key), 0),
      );
      if (most > 0) parts.push(...this.take(most, own));
      wanted -= Math.max(most, 0);
    }
    return wanted > 0 ? [...parts, ...this.take(wanted)] : parts;
  }

  /** Gives back what was taken. */
  give(parts: readonly Part[]): void {
    for (const { key, cents } of parts) this.#left.set(key, this.left(key) + cents);
  }
}

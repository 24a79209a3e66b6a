/** Unites members step by step; `sets` gives the groups, members and groups in order of first arrival. */
export class Union<T> {
  readonly #parent = new Map<T, T>();
  readonly #firstBearer = new Map<string, T>();

  /** Makes the member known, alone until united. */
  add(member: T): void {
    if (!this.#parent.has(member)) this.#parent.set(member, member);
  }

  /** Unites the member with whoever bore the same mark before. */
  mark(member: T, mark: string): void {
    this.add(member);
    const first = this.#firstBearer.get(mark);
    if (first === undefined) this.#firstBearer.set(mark, member);
    else this.#parent.set(this.#root(member), this.#root(first));
  }

  sets(): T[][] {
    const groups = new Map<T, T[]>();
    for (const member of this.#parent.keys()) {
      const root = this.#root(member);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [member]);
      else group.push(member);
    }
    return [...groups.values()];
  }

  #root(member: T): T {
    let current = member;
    for (;;) {
      const above = this.#parent.get(current) ?? current;
      if (above === current) return current;
      // Halving the path keeps long chains short.
      const next = this.#parent.get(above) ?? above;
      this.#parent.set(current, next);
      current = next;
    }
  }
}

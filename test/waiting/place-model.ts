/** One line of a slot's history, as the database keeps it. */
export interface PlaceAct {
  act: string;
  participant: string;
  /** When it was asked, which is the order of the waiting list. */
  at: string;
  /** Whether it is about a turn on the waiting list. */
  turn: boolean;
}

/** What a slot says of itself. */
export interface PlaceState {
  holders: string[];
  offered: string[];
  waiting: string[];
}

/**
 * A slot as a child would explain it: so many places, who holds one, to whom one is offered, who waits in which order.
 * It replays a history and throws where an act was not right at that point: that is the whole specification.
 */
export class PlaceModel {
  readonly #holders = new Set<string>();
  readonly #offered = new Set<string>();
  #waiting: { participant: string; at: string }[] = [];
  #places: number;

  constructor(places: number) {
    this.#places = places;
  }

  /** The authority offers another number of places; nobody loses the one that he or she holds. */
  offer(places: number): void {
    this.#places = places;
  }

  /** Places that nobody holds and that nobody is offered; negative where fewer are offered than are held. */
  get free(): number {
    return this.#places - this.#holders.size - this.#offered.size;
  }

  get state(): PlaceState {
    return {
      holders: [...this.#holders].toSorted(),
      offered: [...this.#offered].toSorted(),
      waiting: this.#waiting.map(({ participant }) => participant),
    };
  }

  /** Replays one act. */
  apply({ act, participant, at, turn }: PlaceAct): void {
    switch (act) {
      case "booked":
        this.#must(this.free > 0, act, "no place is free");
        this.#must(this.#waiting.length === 0, act, "somebody waits");
        this.#must(!this.#holders.has(participant), act, "has one already");
        this.#holders.add(participant);
        return;
      case "cancelled":
        this.#must(!turn && this.#holders.delete(participant), act, "held none");
        return;
      case "waiting":
        this.#must(this.free <= 0, act, "a place was free");
        this.#must(!this.#has(participant), act, "is there already");
        this.#waiting = [...this.#waiting, { participant, at }].toSorted((a, b) => (a.at < b.at ? -1 : 1));
        return;
      case "offered":
        this.#takeFirst(participant, act);
        this.#offered.add(participant);
        return;
      case "given":
        this.#takeFirst(participant, act);
        this.#holders.add(participant);
        return;
      case "accepted":
        this.#must(this.#offered.delete(participant), act, "was offered none");
        this.#holders.add(participant);
        return;
      case "declined":
      case "expired":
      case "withdrawn":
      case "turn_closed":
        this.#leave(participant, act);
        return;
      default:
        throw new Error(`The model does not know ${act}`);
    }
  }

  #takeFirst(participant: string, act: string): void {
    this.#must(this.free > 0, act, "no place is free");
    this.#must(this.#waiting[0]?.participant === participant, act, "is not the first");
    this.#waiting = this.#waiting.slice(1);
  }

  #leave(participant: string, act: string): void {
    const before = this.#waiting.length;
    this.#waiting = this.#waiting.filter((turn) => turn.participant !== participant);
    this.#must(this.#offered.delete(participant) || this.#waiting.length < before, act, "was not there");
  }

  #has(participant: string): boolean {
    return (
      this.#holders.has(participant) ||
      this.#offered.has(participant) ||
      this.#waiting.some((turn) => turn.participant === participant)
    );
  }

  #must(so: boolean, act: string, otherwise: string): void {
    if (!so) throw new Error(`« ${act} » though ${otherwise}: ${JSON.stringify(this.state)}`);
  }
}

import { randomBytes } from "node:crypto";

/** What a visitor is told at the door. */
export type AtTheDoor =
  /** Comes in; `ticket` is one to keep, null where nobody waits. */
  | { kind: "in"; ticket: string | null }
  /** Keeps its turn. `ahead`: how many come before; `waitSeconds`: about how long, null while nobody can tell. */
  | {
      kind: "waiting";
      ticket: string;
      ahead: number;
      waitSeconds: number | null;
      /** When to ask again. */
      askAgainSeconds: number;
    };

interface Ticket {
  askedAt: number;
  /** Whoever asks no more within this time is not counted as being there, and finds the turn again if it comes back. */
  awaitedUntil: number;
  ahead: number;
  entered: boolean;
}

/** How much work the espace has in hand when nobody else is let in: a third of a second of it. */
const MOST_IN_HAND = 30;

/** How often whoever waits asks again, in seconds: by how many are ahead. */
const ASK_AGAIN = [
  { ahead: 100, seconds: 2 },
  { ahead: 400, seconds: 5 },
  { ahead: Infinity, seconds: 10 },
] as const;

/** Telephones whose screen goes dark ask late. */
const LATE_MS = 5_000;
/** A ticket that nobody shows any more. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;
/** Enough for a town; beyond, no new ticket is written, and whoever comes asks for one later. */
const MOST_TICKETS = 20_000;
const RENUMBER_EVERY_MS = 250;
const RATE_OVER_MS = 20_000;

/**
 * The room in which families wait, in the order in which they came, while the espace has more work than it can do:
 * an opening morning, when everybody comes at the same minute. Nobody is refused and nobody overtakes; whoever is in
 * finishes what it came for without waiting again. In memory: after a restart everybody asks anew.
 *
 * Instants are milliseconds.
 */
export class WaitingRoom {
  readonly #tickets = new Map<string, Ticket>();
  #entries: number[] = [];
  #waiting = 0;
  #renumberedAt = -Infinity;

  /**
   * A visitor asks to come in.
   * @param shown the ticket that it was given before
   * @param inHand how many requests are being answered or queued
   */
  ask(shown: string | undefined, inHand: number, now: number): AtTheDoor {
    this.#renumber(now);
    const room = Math.max(0, MOST_IN_HAND - inHand);
    const known = shown === undefined ? undefined : this.#tickets.get(shown);
    if (shown !== undefined && known?.entered === true) {
      known.askedAt = now;
      return { kind: "in", ticket: shown };
    }
    if (known === undefined && this.#waiting === 0 && room > 0) return { kind: "in", ticket: null };
    const ticket = known === undefined ? newTicket() : (shown ?? newTicket());
    const own = known ?? { askedAt: now, awaitedUntil: now, ahead: this.#waiting, entered: false };
    // Those ahead ask one after the other: who is near the front need not wait until each of them has.
    if (own.ahead < room * 2) return this.#enter(ticket, own, now);
    const { seconds } = ASK_AGAIN.find(({ ahead }) => own.ahead < ahead) ?? ASK_AGAIN[2];
    own.askedAt = now;
    own.awaitedUntil = now + seconds * 1000 + LATE_MS;
    if (known === undefined && this.#tickets.size < MOST_TICKETS) {
      this.#tickets.set(ticket, own);
      this.#waiting++;
    }
    return {
      kind: "waiting",
      ticket,
      ahead: own.ahead,
      waitSeconds: this.#waitOf(own.ahead, now),
      askAgainSeconds: seconds,
    };
  }

  /** Somebody who sends a form is in: what follows it (a receipt) does not wait. Null where nobody waits. */
  letIn(shown: string | undefined, now: number): string | null {
    if (this.#waiting === 0) return null;
    const ticket = shown !== undefined && this.#tickets.has(shown) ? shown : newTicket();
    if (!this.#tickets.has(ticket) && this.#tickets.size >= MOST_TICKETS) return null;
    this.#tickets.set(ticket, { askedAt: now, awaitedUntil: now, ahead: 0, entered: true });
    return ticket;
  }

  #enter(ticket: string, own: Ticket, now: number): AtTheDoor {
    own.entered = true;
    own.askedAt = now;
    this.#tickets.set(ticket, own);
    this.#entries.push(now);
    return { kind: "in", ticket };
  }

  #waitOf(ahead: number, now: number): number | null {
    const [first] = this.#entries;
    if (first === undefined || this.#entries.length < 10) return null;
    const perMs = this.#entries.length / Math.max(1000, now - first);
    return Math.ceil(ahead / perMs / 1000);
  }

  /** Says anew how many are ahead of each, and forgets whoever went away; four times a second is often enough. */
  #renumber(now: number): void {
    if (now - this.#renumberedAt < RENUMBER_EVERY_MS) return;
    this.#renumberedAt = now;
    let ahead = 0;
    for (const [ticket, own] of this.#tickets) {
      if (now - own.askedAt > FORGOTTEN_AFTER_MS) this.#tickets.delete(ticket);
      else if (!own.entered) {
        own.ahead = ahead;
        if (own.awaitedUntil >= now) ahead++;
      }
    }
    this.#waiting = ahead;
    this.#entries = this.#entries.filter((at) => now - at < RATE_OVER_MS);
  }
}

function newTicket(): string {
  return randomBytes(12).toString("base64url");
}

import type { FastifyReply, FastifyRequest } from "fastify";

import type { Result } from "#kernel";

import { cookieOptions, ticketCookie } from "../http/cookies.ts";
import { Turns } from "./turns.ts";
import { WaitingRoom, type AtTheDoor } from "./waiting-room.ts";

/** So many requests are worked on together: more would only share two cores and a dozen connections. */
const AT_ONCE = 16;

/** The forms that a whole town sends at one minute are kept in order, some twenty seconds' work, not refused. */
const MOST_QUEUED = 2_000;

/** Files arrive over minutes, and little is held of each: they take no turn of the pages'. */
const UPLOADS_AT_ONCE = 200;

const TICKET_SECONDS = 600;

/** Stands before the routes: how many requests are worked on at once, and who waits outside meanwhile. */
export class Door {
  readonly #turns = new Turns(AT_ONCE, MOST_QUEUED);
  readonly #uploads = new Turns(UPLOADS_AT_ONCE, 0);
  readonly #room = new WaitingRoom();

  /** Works on a request in its turn; refuses when far too many wait. */
  take<T>(work: () => Promise<T>): Promise<Result<T, { code: "busy" }>> {
    return this.#turns.take(work);
  }

  /** Takes in a form with files at once; refuses when far too many are arriving. */
  takeUpload<T>(work: () => Promise<T>): Promise<Result<T, { code: "busy" }>> {
    return this.#uploads.take(work);
  }

  /**
   * Whether this request comes in now, with the ticket written on the answer. Forms always do: they carry what
   * somebody wrote. So does what no person looks at (a calendar that a telephone fetches), and whoever works here.
   */
  ask(http: FastifyRequest, reply: FastifyReply, now: Temporal.Instant): AtTheDoor {
    const shown = http.cookies[ticketCookie];
    const at = now.epochMilliseconds;
    if (http.method === "POST") {
      const ticket = this.#room.letIn(shown, at);
      keepTicket(reply, ticket, shown);
      return { kind: "in", ticket };
    }
    if (!isForEyes(http)) return { kind: "in", ticket: null };
    const place = this.#room.ask(shown, this.#turns.inHand, at);
    keepTicket(reply, place.ticket, shown);
    return place;
  }
}

function isForEyes({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes("text/html") ?? false;
}

function keepTicket(reply: FastifyReply, ticket: string | null, shown: string | undefined): void {
  if (ticket === null || ticket === shown) return;
  reply.setCookie(ticketCookie, ticket, { ...cookieOptions, maxAge: TICKET_SECONDS });
}

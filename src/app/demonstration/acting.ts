import type { SignedIn, SignedInVisit } from "#identity";

import type { Story } from "./bookings.ts";

/** What a use case of the demonstration was asked must be done: a refusal is a bug of the story. */
export async function mustBeDone(
  doing: Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } }>,
): Promise<void> {
  const done = await doing;
  if (!done.ok) throw new Error(`The demonstration was refused: ${done.refusal.code}`);
}

/** Somebody of the demonstration at work, at an instant of the story. */
export function visitOf(
  { database, authority }: Story,
  actor: SignedIn,
  now: Temporal.Instant,
): SignedInVisit {
  return {
    actor,
    authority,
    database,
    now,
    origin: `https://${authority.host}`,
    address: "127.0.0.1",
    device: "",
    path: "/",
    sessionToken: null,
    deviceToken: null,
  };
}

import { anyone, guardian, type GuardianVisit } from "#identity";
import { noInput, notFound, page, redirect, route, writeJournal, type Answer, type Writes } from "#platform";
import { z } from "zod";

import { calendarText } from "../../../calendar-feed/calendar-text.ts";
import { feedBookings } from "../../../calendar-feed/feed-bookings.ts";
import { createFeed, feedSince, guardianOfFeed, revokeFeed } from "../../../calendar-feed/feeds.ts";
import { agendaPage } from "./agenda-page.tsx";

/** GET /agenda: whether there is an address, and how a telephone takes it. */
export const agendaRoute = route({
  method: "GET",
  path: "/agenda",
  access: guardian,
  input: z.object({ query: z.object({ supprimee: z.literal("1").optional() }) }),
  async answer({ actor, database }, { query }) {
    const since = await database.read((reads) => feedSince(reads, actor.guardian.id));
    return page(agendaPage({ since, made: null, revoked: query.supprimee !== undefined }));
  },
});

/** POST /agenda/creer: the only page that shows the address; no other answer, nor its address, holds the secret. */
export const createAgendaRoute = route({
  method: "POST",
  path: "/agenda/creer",
  access: guardian,
  input: noInput,
  async answer(visit) {
    const { actor, database, now, origin } = visit;
    const token = await database.write(async (writes) => {
      await note(writes, visit, "bookings.calendar-feed-created");
      return createFeed(writes, actor.guardian.id, now);
    });
    return page(agendaPage({ since: now, made: `${origin}/agenda/${token}.ics`, revoked: false }));
  },
});

/** POST /agenda/supprimer: the address leads nowhere any more. */
export const revokeAgendaRoute = route({
  method: "POST",
  path: "/agenda/supprimer",
  access: guardian,
  input: noInput,
  async answer(visit) {
    await visit.database.write(async (writes) => {
      await note(writes, visit, "bookings.calendar-feed-revoked");
      await revokeFeed(writes, visit.actor.guardian.id, visit.now);
    });
    return redirect("/agenda?supprimee=1");
  },
});

const feedFile = z
  .string()
  .regex(/^[\w-]{22}\.ics$/)
  .transform((name) => name.slice(0, -".ics".length));

/** GET /agenda/<secret>.ics: the bookings, for whoever has the address; it says nothing of an unknown one. */
export const feedRoute = route({
  method: "GET",
  path: "/agenda/:file",
  access: anyone,
  input: z.object({ params: z.object({ file: feedFile }) }),
  async answer({ authority, database, now }, { params }): Promise<Answer> {
    const bookings = await database.read(async (reads) => {
      const guardianId = await guardianOfFeed(reads, params.file);
      return guardianId === undefined ? undefined : feedBookings(reads, guardianId, now);
    });
    if (bookings === undefined) return notFound;
    return {
      kind: "file",
      name: "agenda.ics",
      type: "text/calendar; charset=utf-8",
      body: calendarText(bookings, authority),
    };
  },
});

function note(writes: Writes, { actor, now, address }: GuardianVisit, act: string): Promise<void> {
  return writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act,
    objectKind: "guardian",
    objectId: actor.guardian.id,
    address,
  });
}

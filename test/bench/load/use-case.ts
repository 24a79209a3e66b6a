import { randomUUID } from "node:crypto";

import { submitBookings } from "#bookings";
import { parseId, type Id } from "#kernel";
import { openDatabase } from "#platform";
import type { Authority, SignedIn } from "#identity";

import { benchId } from "../data/ids.ts";
import { townId } from "../data/directory.ts";
import type { Town } from "../data/town.ts";
import type { TownServer } from "../figure.ts";
import type { Sender } from "./load-form.ts";

/** The use case, called in this process as a route calls it: authorised, parsed, written, read back. */
export function useCaseSender(server: TownServer, town: Town, running: AsyncDisposableStack): Sender {
  const database = openDatabase(server.connectionString, { role: server.role });
  running.defer(() => database.close());
  const schema = database.schema(town.schema);
  const authority = authorityOf(town);
  return async ({ accountId, householdId, lines }) => {
    const actor: SignedIn = {
      kind: "signed-in",
      accountId,
      name: "Claire Mesure",
      email: "claire.mesure@exemple.fr",
      guardian: { id: benchId("guardian", 1), householdIds: [householdId] },
      rights: new Map(),
    };
    const visit = { actor, authority, database: schema, now: Temporal.Now.instant() };
    const answer = await submitBookings(visit, { key: newKey(), lines });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.lines.filter(({ outcome }) => outcome === "booked").length;
  };
}

function newKey(): Id<"submission"> {
  const key = parseId<"submission">(randomUUID());
  if (key === undefined) throw new Error("randomUUID gave something else");
  return key;
}

function authorityOf(town: Town): Authority {
  return {
    id: townId(town),
    schema: town.schema,
    name: town.schema,
    host: town.host,
    demonstration: false,
    brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
  };
}

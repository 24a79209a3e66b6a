import { randomUUID } from "node:crypto";

import { guardian } from "#identity";
import { noInput, page, route } from "#platform";

import { householdTurns } from "../../../waiting/household-turns.ts";
import { offersPage } from "./offers-page.tsx";

/** GET /places-proposees: the places that are offered to a family, to take or to leave, and the lists it waits on. */
export const offersRoute = route({
  method: "GET",
  path: "/places-proposees",
  access: guardian,
  input: noInput,
  async answer({ actor, database, now }) {
    const turns = await database.read((reads) => householdTurns(reads, actor.guardian));
    return page(offersPage({ turns, now, pageKey: randomUUID() }));
  },
});

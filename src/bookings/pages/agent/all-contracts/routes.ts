import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { ok, parisDate, refuse, type Result } from "#kernel";
import {
  formId,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { allContracts, type ListedContract } from "../../../contracts/all-contracts.ts";
import { sitesOf, unitsInScope } from "../../../occupancy/units-in-scope.ts";
import { askedDay, daysToCorrect } from "../filters/asked-day.ts";
import { contractsCsv } from "./contracts-csv.ts";
import { addressOf, dayAgainPage, listPage, PATH, type ContractFilter } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";

const RIGHT = "bookings.read";
const access = agentWith(RIGHT);
const input = z.object({
  query: z.object({ lieu: formId<"site">().optional().catch(undefined), jour: askedDay }),
});
type Query = z.output<typeof input>["query"];

/** GET /agent/contrats?lieu=&jour=: every care contract at the agent's sites. */
const pageRoute = route({
  method: "GET",
  path: PATH,
  access,
  input,
  async answer(visit, { query }) {
    const list = await readContracts(visit, query, "bookings.contracts-read");
    if (!list.ok) return page(dayAgainPage(list.refusal.filter, list.refusal.corrections), 422);
    const { filter, contracts } = list.value;
    return page(listPage(filter, contracts, { actor: visit.actor, today: parisDate(visit.now) }));
  },
});

/** GET …/export.csv: the same list for a spreadsheet, every line of it. */
const csvRoute = route({
  method: "GET",
  path: `${PATH}/export.csv`,
  access,
  input,
  async answer(visit, { query }): Promise<Answer> {
    const list = await readContracts(visit, query, "bookings.contracts-exported");
    if (!list.ok) return redirect(addressOf(PATH, list.refusal.filter));
    return {
      kind: "file",
      name: texts.csvName(query.jour.day ?? null),
      type: "text/csv; charset=utf-8",
      body: contractsCsv(list.value.contracts, parisDate(visit.now)),
    };
  },
});

type Read = Result<
  { filter: ContractFilter; contracts: readonly ListedContract[] },
  { filter: ContractFilter; corrections: readonly Correction[] }
>;

/** The contracts, with the line in the journal that tells who read names of children. */
function readContracts(visit: SignedInVisit, { lieu, jour }: Query, act: string): Promise<Read> {
  const { actor, database, now, address } = visit;
  const scope = actor.rights.get(RIGHT);
  return database.write(async (writes): Promise<Read> => {
    const filter = { all: await unitsInScope(writes, scope), siteId: lieu, jour: jour.typed };
    if (jour.day === undefined) return refuse({ filter, corrections: daysToCorrect({ jour }) });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act,
      facts: {
        ...(lieu === undefined ? {} : { site: lieu }),
        ...(jour.day === null ? {} : { day: jour.day.toString() }),
      },
      address,
    });
    const asked = { siteIds: sitesOf(scope), siteId: lieu, day: jour.day, today: parisDate(now) };
    return ok({ filter, contracts: await allContracts(writes, asked) });
  });
}

/** All the care contracts of the authority. */
export const allContractsRoutes: readonly Route<Visit>[] = [pageRoute, csvRoute];

import { loadCalendar } from "#activities";
import { agentWith, mayAnywhere, type SignedInVisit, type Visit } from "#identity";
import { ok, parisDate, refuse, schoolYearOf, type Result } from "#kernel";
import {
  frenchCsv,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { listBooked, listEnrolled, type ListAsked } from "../../../lists/list-of-people.ts";
import { listTurns } from "../../../lists/waiting-list.ts";
import { unitsInScope } from "../../../occupancy/units-in-scope.ts";
import { addressOf, chosenFrom, filterQuery } from "../filters/chosen.ts";
import { daysAgainPage, listPage, PATH, type ListKind, type ListView } from "./list-page.tsx";
import { bookedTable, cellInFile, enrolledTable, waitingTable, type ListTable } from "./list-table.ts";
import { texts } from "./texts.fr.ts";

const RIGHT = "bookings.read";
const access = agentWith(RIGHT);
const input = z.object({
  query: filterQuery.extend({ quoi: z.enum(["reserves", "inscrits", "attente"]).catch("reserves") }),
});
type Query = z.output<typeof input>["query"];

/** GET /agent/listes?quoi=&lieu=&activite=&du=&au=: who has places, is enrolled, or waits. */
const pageRoute = route({
  method: "GET",
  path: "/agent/listes",
  access,
  input,
  async answer(visit, { query }) {
    const list = await readList(visit, query, "bookings.list-read");
    return list.ok ? page(listPage(list.value)) : page(daysAgainPage(list.refusal), 422);
  },
});

/** GET …/export.csv: the same list for a spreadsheet, every line of it. */
const csvRoute = route({
  method: "GET",
  path: "/agent/listes/export.csv",
  access,
  input,
  async answer(visit, { query }): Promise<Answer> {
    const list = await readList(visit, query, "bookings.list-exported");
    if (!list.ok) return redirect(addressOf(PATH, list.refusal.days, { quoi: query.quoi }));
    const { kind, chosen, table } = list.value;
    return {
      kind: "file",
      name: texts.csvName(texts.kinds[kind], chosen.first.toString(), chosen.last.toString()),
      type: "text/csv; charset=utf-8",
      body: frenchCsv(
        table.columns,
        table.lines.map((line) => line.map(cellInFile)),
      ),
    };
  },
});

/** The list, with the line in the journal that tells who read names of children. */
function readList(
  visit: SignedInVisit,
  { quoi, ...query }: Query,
  act: string,
): Promise<Result<ListView, Parameters<typeof daysAgainPage>[0]>> {
  const { actor, database, now, address } = visit;
  return database.write(async (writes) => {
    const all = await unitsInScope(writes, actor.rights.get(RIGHT));
    const days = chosenFrom(query, all, parisDate(now));
    if (!days.ok) return refuse({ kind: quoi, all, days: days.refusal });
    const chosen = days.value;
    const { first, last, units, siteId, activityId } = chosen;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act,
      facts: {
        list: quoi,
        first: first.toString(),
        last: last.toString(),
        ...(siteId === undefined ? {} : { site: siteId }),
        ...(activityId === undefined ? {} : { activity: activityId }),
      },
      address,
    });
    const { school } = await loadCalendar(writes);
    const table = await tableOf(writes, quoi, mayAnywhere(actor, "families.read"), {
      unitIds: units.map(({ unitId }) => unitId),
      first,
      last,
      schoolYear: schoolYearOf(school, first),
      phonesAt: actor.rights.get("families.read"),
    });
    return ok({ kind: quoi, all, chosen, table });
  });
}

async function tableOf(
  reads: Reads,
  kind: ListKind,
  withPhones: boolean,
  asked: ListAsked,
): Promise<ListTable> {
  if (kind === "inscrits") return enrolledTable(await listEnrolled(reads, asked), withPhones);
  if (kind === "attente") return waitingTable(await listTurns(reads, asked), withPhones);
  return bookedTable(await listBooked(reads, asked), withPhones);
}

/** Lists of people. */
export const listRoutes: readonly Route<Visit>[] = [pageRoute, csvRoute];

import { agentWith, type Visit } from "#identity";
import { capitalise, formatDay, formatShortDate, parisDate, type Id } from "#kernel";
import {
  BarChart,
  Button,
  DataTable,
  EmptyState,
  formId,
  page,
  route,
  Select,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import { comingCounts, type ComingCounts, type DayCount } from "../../../counts/coming-counts.ts";
import { byDay, type DaySums } from "../../../occupancy/sums.ts";
import { texts } from "./texts.fr.ts";

const RIGHT = "kitchen.read";
const DAYS_AHEAD = 13;

/** GET /agent/cuisine?lieu=: how many meals to cook in the coming two weeks; numbers, and nobody's name. */
export const kitchenRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/cuisine",
  access: agentWith(RIGHT),
  input: z.object({ query: z.object({ lieu: z.union([z.literal(""), formId<"site">()]).default("") }) }),
  async answer({ actor, database, now }, { query: { lieu } }) {
    const today = parisDate(now);
    const scope = actor.rights.get(RIGHT) ?? new Set<Id<"site">>();
    const counts = await database.read((reads) =>
      comingCounts(reads, scope, today, today.add({ days: DAYS_AHEAD })),
    );
    return page(kitchenPage(counts, lieu));
  },
});

function kitchenPage({ counts: all, days: rooms }: ComingCounts, chosen: string): Page {
  const sites = [...new Map(all.map(({ siteId, siteName }) => [siteId, siteName]))];
  const counts = chosen === "" ? all : all.filter(({ siteId }) => siteId === chosen);
  const where = sites.find(([siteId]) => siteId === chosen)?.[1] ?? texts.everywhere;
  const days = [...Map.groupBy(counts, ({ date }) => date.toString()).values()];
  return {
    title: texts.title,
    section: "kitchen",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {sites.length > 1 && (
          <form method="get" action="/agent/cuisine" class="inline-form no-print">
            <Select
              name="lieu"
              label={texts.site}
              value={chosen}
              options={[
                { value: "", label: texts.allSites },
                ...sites.map(([value, label]) => ({ value, label })),
              ]}
            />
            <Button variant="secondary">{texts.show}</Button>
          </form>
        )}
        {days.length === 0 ? (
          <EmptyState title={texts.nothing} />
        ) : (
          <>
            <BarChart
              caption={texts.chart(where)}
              table={{ label: texts.day, value: texts.expected }}
              bars={byDay(rooms.filter(({ siteId }) => chosen === "" || siteId === chosen)).map(barOf)}
            />
            {chosen === "" && sites.length > 1 && <BySite sites={sites} days={days} />}
          </>
        )}
      </>
    ),
  };
}

function barOf({ date, taken, places, closedBecause }: DaySums) {
  const label = capitalise(formatDay(date));
  if (closedBecause !== null) return { label, value: 0, text: texts.closed(closedBecause) };
  return { label, value: taken, room: places, text: texts.count(taken, places) };
}

function BySite(props: {
  sites: readonly (readonly [string, string])[];
  days: readonly (readonly DayCount[])[];
}) {
  const { sites, days } = props;
  return (
    <DataTable
      caption={texts.bySite}
      rows={sites}
      columns={[
        { header: texts.site, rowHeader: true, cell: ([, name]) => name, total: texts.total },
        ...days.map((day) => ({
          header: day[0] === undefined ? "" : formatShortDate(day[0].date).slice(0, 5),
          numeric: true,
          cell: ([siteId]: readonly [string, string]) => takenAt(day, siteId),
          total: sum(day.map(({ taken }) => taken)),
        })),
      ]}
    />
  );
}

function takenAt(day: readonly DayCount[], siteId: string): string {
  const own = day.filter((count) => count.siteId === siteId);
  const isOpen = own.some(({ closedBecause }) => closedBecause === null);
  return isOpen ? String(sum(own.map(({ taken }) => taken))) : "–";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

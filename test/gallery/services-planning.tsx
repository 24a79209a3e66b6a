import { codeFrom } from "#activities";
import type { Id } from "#kernel";
import { FormTokenContext } from "#platform";

import { planningPage } from "../../src/bookings/pages/family/planning/planning-page.tsx";
import type { FamilyPlanning } from "../../src/bookings/planning/family-planning.ts";
import type { PlanningCell } from "../../src/bookings/planning/planning-cells.ts";
import type { PlanningLine } from "../../src/bookings/planning/planning-lines.ts";
import { daysOfSpan, type PlanningSpan } from "../../src/bookings/rules/planning-span.ts";
import { newId } from "../builders/canteen.ts";
import { framed } from "./gallery-frame.tsx";

// The planning of three children and four services, as bookings draws it, on Monday 9 November 2026 at 9 h in Paris.
const NOW = Temporal.Instant.from("2026-11-09T08:00:00Z");

/** A service: its units, on which weekdays, how many days before at which hour its deadline is. */
const SERVICES = [
  { name: "Restauration scolaire – Rue", units: ["Repas"], weekdays: [1, 2, 4, 5], days: 1, hour: 12 },
  { name: "Accueil du matin – Rue", units: ["Matin"], weekdays: [1, 2, 4, 5], days: 1, hour: 20 },
  { name: "Accueil du soir – Rue", units: ["Soir"], weekdays: [1, 2, 4, 5], days: 1, hour: 20 },
  {
    name: "Mercredis loisirs – Le Crotoy",
    units: ["Journée avec repas", "Matin sans repas", "Après-midi"],
    weekdays: [3],
    days: 7,
    hour: 18,
  },
] as const;

const CHILDREN = [
  ["Zoé", 1],
  ["Lina", 2],
  ["Hugo", 3],
] as const;

const day = (text: string) => Temporal.PlainDate.from(text);

function fakePlanning(span: PlanningSpan): FamilyPlanning {
  const householdId = newId<"household">();
  const lines: PlanningLine[] = [];
  const cells: PlanningCell[] = [];
  const units = SERVICES.flatMap((service) => {
    const activityId = newId<"activity">();
    return service.units.map((unitName) => ({ ...service, activityId, unitName, unitId: newId<"unit">() }));
  });
  const slots = new Map<string, Id<"slot">>();
  const { first, last } = daysOfSpan(span);
  for (const [firstName, colour] of CHILDREN) {
    const participantId = newId<"participant">();
    for (const [index, unit] of units.entries()) {
      lines.push({
        participantId,
        firstName,
        lastName: "Lefebvre",
        colour,
        householdId,
        householdLabel: "Foyer Lefebvre",
        activityId: unit.activityId,
        seasonName: "2026-2027",
        activityName: unit.name,
        siteId: newId<"site">(),
        siteName: unit.name,
        unitId: unit.unitId,
        unitName: unit.unitName,
        unitCode: codeFrom(unit.unitName),
        bookedBy: "slot",
        withHours: false,
        mostCompanions: null,
        firstDay: day("2026-09-01"),
        lastDay: day("2027-07-02"),
      });
      for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
        if (!unit.weekdays.some((weekday) => weekday === date.dayOfWeek) || date.equals("2026-11-11"))
          continue;
        const key = `${unit.unitId} ${date.toString()}`;
        const slotId = slots.get(key) ?? newId<"slot">();
        slots.set(key, slotId);
        const until = date
          .subtract({ days: unit.days })
          .toZonedDateTime({ timeZone: "Europe/Paris", plainTime: new Temporal.PlainTime(unit.hour) })
          .toInstant();
        cells.push({
          participantId,
          slotId,
          unitId: unit.unitId,
          activityId: unit.activityId,
          date,
          state: "open",
          closedBecause: null,
          free: (date.day + index) % 9 === 0 ? 0 : 12,
          bookUntil: until,
          cancelUntil: until,
          changeUntil: null,
          held: (date.day * 7 + index * 5 + colour * 3) % 5 < 2 ? "us" : "nobody",
          saidAbsent: date.day === 9 && index === 0,
          windows: [],
          groups: [],
          waitingList: true,
          unitHours: { from: 720, to: 810 },
          hourStep: null,
          moved: null,
        });
      }
    }
  }
  const closedLabels = new Map([["2026-11-11", ["Armistice 1918"]]]);
  return {
    span,
    lines,
    cells,
    packages: [],
    classDays: [],
    closedLabels,
    reach: { first: day("2026-09-01"), last: day("2027-07-02") },
  };
}

/** The planning of four services for three children, for a month or a week. */
export function servicesPlanning(span: PlanningSpan): string {
  const { title, main } = planningPage({
    planning: fakePlanning(span),
    now: NOW,
    pageKey: newId<"page">(),
    unchanged: false,
  });
  return framed({
    title,
    children: <FormTokenContext.Provider value="jeton">{main}</FormTokenContext.Provider>,
  });
}

import { setEnrolmentRule, submitBookings } from "#bookings";
import type { Id } from "#kernel";
import type { TestDatabase } from "#test";

import { requestEnrolment } from "../../src/bookings/enrolments/request-enrolment.ts";
import type { EnrolmentConditions } from "../../src/bookings/rules/conditions/condition.ts";
import { guardianOf } from "./actors.ts";
import { newId } from "./canteen.ts";
import { familyTown } from "./family-town.tsx";
import type { Household } from "./household.ts";

/** An enrolment as the database keeps it. */
interface Kept {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  groups: string[];
  points: number;
  regular: boolean;
}

/** A canteen at Rue, whose rule a test sets, and families that are not enrolled there yet. */
export async function enrolmentTown(town: TestDatabase) {
  const at = await familyTown(town, []);
  const { rue } = at;
  const firstChild = (home: Household): Id<"participant"> => home.children[0]?.id ?? newId<"participant">();
  const visitOf = (home: Household) => {
    const actor = guardianOf(home);
    return { ...at.visit(actor), actor };
  };
  const asked = (home: Household, participantId = firstChild(home)) => ({
    participantId,
    householdId: home.id,
    seasonId: rue.seasonId,
    regular: true,
  });
  return {
    ...at,
    firstChild,
    visitOf,
    asked,
    /** The rule of Rue's canteen for the season. */
    rule: (conditions: EnrolmentConditions, byFamily = true) =>
      town.database.write((writes) =>
        setEnrolmentRule(writes, {
          activityId: rue.activityId,
          validFrom: Temporal.PlainDate.from("2026-09-01"),
          byFamily,
          conditions,
        }),
      ),
    stranger: () => at.family({ enrolledIn: [] }),
    /** A guardian asks for the first child, or for another. */
    ask: (home: Household, who?: Id<"participant">) => requestEnrolment(visitOf(home), asked(home, who)),
    kept: (home: Household) =>
      town.database.read((reads) =>
        reads.rows<Kept>(
          "test_kept",
          `select first_day as "firstDay", last_day as "lastDay", priority_groups as groups,
                  priority_points as points, regular
           from enrolment where household_id = $1`,
          [home.id],
        ),
      ),
    /** What becomes of a booking of the first child. */
    book: async (home: Household, date: string) => {
      const line = { act: "book" as const, participantId: firstChild(home), slotId: rue.slotOn(date) };
      const result = await submitBookings(visitOf(home), { key: newId<"submission">(), lines: [line] });
      return result.ok ? result.value.lines.map(({ outcome }) => outcome) : [];
    },
  };
}

import { loadCalendar } from "#activities";
import { mayAt, type SignedIn } from "#identity";
import { schoolYearOf, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { Reach, Target } from "./audience.ts";

/** One box of the form. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly target: Target;
}

/** For whom an agent may write. */
export interface AudienceChoices {
  readonly reaches: readonly Reach[];
  readonly choices: Readonly<Record<"site" | "activity" | "class" | "household", readonly Choice[]>>;
}

/**
 * For whom this agent may write: with the right everywhere, everybody, every family, or those of a place, a service, a
 * class, or one family that the address names; at some sites, those sites and their services.
 */
export async function audienceChoices(
  reads: Reads,
  { actor, right }: { actor: SignedIn; right: string },
  { today, household }: { today: Temporal.PlainDate; household: Id<"household"> | undefined },
): Promise<AudienceChoices> {
  const everywhere = actor.rights.get(right) === "everywhere";
  const places = await reads.rows<{
    siteId: Id<"site">;
    siteName: string;
    activityId: Id<"activity">;
    activityName: string;
  }>(
    "audience_places",
    `select distinct site_id as "siteId", site_name as "siteName", activity_id as "activityId",
            activity_name as "activityName"
     from activities_unit_card order by site_name, activity_name`,
  );
  const own = places.filter(({ siteId }) => mayAt(actor, right, siteId));
  const families = everywhere && household !== undefined ? await householdChoice(reads, household) : [];
  const choices = {
    site: each(own.map(({ siteId, siteName }) => subject(siteId, siteName))),
    activity: each(own.map(({ activityId, activityName }) => subject(activityId, activityName))),
    class: everywhere ? await classChoices(reads, today) : [],
    household: families,
  };
  const some = (["site", "activity", "class", "household"] as const).filter(
    (reach) => choices[reach].length > 0,
  );
  return { reaches: everywhere ? ["public", "families", ...some] : some, choices };
}

const subject = (id: string, label: string): Choice => ({ value: id, label, target: { subjectId: id } });

const each = (choices: readonly Choice[]): Choice[] => [
  ...new Map(choices.map((choice) => [choice.value, choice])).values(),
];

async function classChoices(reads: Reads, today: Temporal.PlainDate): Promise<Choice[]> {
  const schoolYear = schoolYearOf((await loadCalendar(reads)).school, today);
  const classes = await reads.rows<{ schoolName: string; className: string }>(
    "audience_classes",
    `select distinct school_name as "schoolName", class_name as "className" from families_schooling
     where school_year = $1 and school_name <> '' and class_name <> '' order by 1, 2`,
    [schoolYear],
  );
  return classes.map(({ schoolName, className }) => {
    const label = `${schoolName} – ${className}`;
    return { value: label, label, target: { schoolYear, schoolName, className } };
  });
}

async function householdChoice(reads: Reads, household: Id<"household">): Promise<Choice[]> {
  const found = await reads.row<{ label: string }>(
    "audience_household",
    `select label from families_household_card where household_id = $1`,
    [household],
  );
  return found === undefined ? [] : [subject(household, found.label)];
}

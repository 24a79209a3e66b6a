import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { newId, type Canteen } from "./canteen.ts";

/** A household with its guardians and its children, enrolled where a test says. */
export interface Household {
  id: Id<"household">;
  label: string;
  guardians: readonly { id: Id<"guardian">; firstName: string; lastName: string; email: string }[];
  children: readonly { id: Id<"participant">; firstName: string; lastName: string }[];
}

/** What a household of a test has that matters to it. */
export interface HouseholdSettings {
  lastName?: string;
  guardians?: readonly string[];
  children?: readonly string[];
  /** Every child is enrolled in each. */
  enrolledIn?: readonly Canteen[];
  /** Children of another household that this one has too: separated parents. */
  sharedChildren?: Household["children"];
  /** A guardian of another household who belongs to this one too. */
  sharedGuardians?: Household["guardians"];
  /** The last day of the enrolments. */
  enrolledUntil?: string;
}

/** Writes a household: one guardian (Claire) and one child (Lina) unless told otherwise. */
export async function buildHousehold(writes: Writes, settings: HouseholdSettings = {}): Promise<Household> {
  const lastName = settings.lastName ?? "Lefebvre";
  const id = newId<"household">();
  const newGuardians = (settings.guardians ?? ["Claire"]).map((firstName) => ({
    id: newId<"guardian">(),
    firstName,
    lastName,
    email: `${firstName}.${lastName}@exemple.fr`.toLowerCase(),
  }));
  const newChildren = (settings.children ?? ["Lina"]).map((firstName) => ({
    id: newId<"participant">(),
    firstName,
    lastName,
  }));
  const guardians = [...newGuardians, ...(settings.sharedGuardians ?? [])];
  const children = [...newChildren, ...(settings.sharedChildren ?? [])];
  const label = `Foyer ${lastName}`;
  await writes.run("test_household", `insert into household (id, label, created_at) values ($1, $2, now())`, [
    id,
    label,
  ]);
  await writes.run(
    "test_guardians",
    `insert into guardian (id, last_name, first_name, email, created_at)
     select *, now() from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
    [
      newGuardians.map((g) => g.id),
      newGuardians.map((g) => g.lastName),
      newGuardians.map((g) => g.firstName),
      newGuardians.map((g) => g.email),
    ],
  );
  await writes.run(
    "test_household_guardians",
    `insert into household_guardian (household_id, guardian_id) select $1, unnest($2::uuid[])`,
    [id, guardians.map((g) => g.id)],
  );
  await writes.run(
    "test_participants",
    `insert into participant (id, kind, last_name, first_name, birth_date, created_at)
     select id, 'child', last_name, first_name, '2018-05-04', now()
     from unnest($1::uuid[], $2::text[], $3::text[]) as p (id, last_name, first_name)`,
    [newChildren.map((c) => c.id), newChildren.map((c) => c.lastName), newChildren.map((c) => c.firstName)],
  );
  await writes.run(
    "test_household_participants",
    `insert into household_participant (household_id, participant_id, colour)
     select $1, id, (1 + (position - 1) % 8)::smallint from unnest($2::uuid[]) with ordinality as p (id, position)`,
    [id, children.map((c) => c.id)],
  );
  const payer = guardians[0];
  if (payer === undefined) throw new Error("A household of a test needs a guardian");
  for (const canteen of settings.enrolledIn ?? []) {
    await writes.run(
      "test_enrolments",
      `insert into enrolment (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day, last_day, created_at)
       select unnest($1::uuid[]), $2, $3, $4, $5, '2026-09-01', $6, now()`,
      [
        children.map((c) => c.id),
        id,
        canteen.activityId,
        canteen.seasonId,
        payer.id,
        settings.enrolledUntil ?? "2027-07-02",
      ],
    );
  }
  return { id, label, guardians, children };
}

import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { hashedId, writeJournal, type Writes } from "#platform";

import { schoolYearOfExtraction } from "../onde/rules/school-year.ts";
import { samePerson } from "../rules/same-person.ts";
import { searchKey } from "../rules/search-key.ts";
import { alikeParticipants, type Alike } from "./alike.ts";
import {
  lockHousehold,
  oneAtATime,
  type Bringing,
  type BroughtBy,
  type NewParticipant,
} from "./new-people.ts";
import { putInClass, schoolClasses, type SchoolClass } from "./schooling.ts";

/** Why nobody was added. */
export type AddRefusal =
  | { code: "unknown-household" }
  | { code: "unknown-class" }
  /** Born after today. */
  | { code: "not-born" }
  /** Is it one of these? */
  | { code: "alike"; alike: readonly Alike<"participant">[] };

/** How many colours a household's people are told apart by. */
const COLOURS = 8;

/**
 * Brings a participant into a household, with the next colour: somebody new, or somebody known who then is of both
 * households. The journal says by whom. The caller has authorised it.
 *
 * In: the household, the person, a class of this school year or none, and the form's key and answer. Out: the
 * participant, once however often the form is sent; refuses while somebody alike is known and nobody said who it is.
 */
export async function addParticipant(
  { actor, database, now, address }: Bringing,
  householdId: Id<"household">,
  person: NewParticipant,
  {
    formKey,
    answer,
    schoolClass,
  }: BroughtBy & { schoolClass: Pick<SchoolClass, "schoolName" | "className"> | null },
): Promise<Result<Id<"participant">, AddRefusal>> {
  const { kind, firstName, lastName, birthDate } = person;
  const today = parisDate(now);
  if (birthDate !== null && Temporal.PlainDate.compare(birthDate, today) > 0)
    return refuse({ code: "not-born" });
  const schoolYear = schoolYearOfExtraction(today);
  const newId = hashedId<"participant">(
    JSON.stringify([actor.accountId, formKey, householdId, kind, firstName, lastName, birthDate]),
  );
  return database.write(async (writes) => {
    await oneAtATime(writes);
    if (!(await lockHousehold(writes, householdId))) return refuse({ code: "unknown-household" });
    const classes = schoolClass === null ? [] : await schoolClasses(writes, schoolYear);
    const chosenClass = classes.find(
      ({ schoolName, className }) =>
        schoolName === schoolClass?.schoolName && className === schoolClass.className,
    );
    if (schoolClass !== null && chosenClass === undefined) return refuse({ code: "unknown-class" });
    const alike = await alikeParticipants(writes, person);
    if (alike.some(({ id }) => id === newId)) return ok(newId);
    const who = samePerson(
      alike.map(({ id }) => id),
      answer,
    );
    if (who.kind === "ask") return refuse({ code: "alike", alike });
    const participantId = who.kind === "known" ? who.id : newId;
    if (who.kind === "new") {
      await writes.run(
        "families_create_participant",
        `insert into participant (id, kind, first_name, last_name, birth_date, search_key, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          newId,
          kind,
          firstName,
          lastName,
          birthDate?.toString() ?? null,
          searchKey(lastName, firstName),
          now.toString(),
        ],
      );
    }
    if (chosenClass !== undefined) await putInClass(writes, participantId, schoolYear, chosenClass);
    if (await joined(writes, householdId, participantId)) {
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: who.kind === "new" ? "families.participant-added" : "families.participant-joined",
        objectKind: "participant",
        objectId: participantId,
        householdId,
        address,
      });
    }
    return ok(participantId);
  });
}

/** Makes the participant one of the household, with the next colour; false for whoever is of it already. */
export async function joined(
  writes: Writes,
  householdId: Id<"household">,
  participantId: Id<"participant">,
): Promise<boolean> {
  const rows = await writes.run(
    "families_join_participant",
    `insert into household_participant as known (household_id, participant_id, colour)
     select $1, $2, 1 + (select count(*) from household_participant where household_id = $1) % $3
     on conflict (household_id, participant_id) do update set left_on = null, left_reason = '', left_by_label = null
     where known.left_on is not null`,
    [householdId, participantId, COLOURS],
  );
  return rows > 0;
}

import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { FamilyReach, SignedInVisit } from "#identity";
import { hashedId, writeJournal, type Reads } from "#platform";

import { nameKey } from "../rules/name-key.ts";
import { isOver, type AuthorisedPerson } from "./persons.ts";

/** A person as a form declares him or her, under the form's key: sending it twice counts once. */
export interface NewPerson extends Omit<
  AuthorisedPerson,
  "personId" | "by" | "endedAt" | "endedBy" | "householdId"
> {
  formKey: Id<"form">;
}

/** Why nobody was declared. */
export type DeclareRefusal = { code: "unknown-child" } | { code: "backwards" } | { code: "forbidden" };

/**
 * @rule Qui peut venir chercher un enfant
 *
 * Un responsable légal déclare les personnes qui peuvent venir chercher son enfant, et retire celles qu’il a
 * déclarées ; chaque foyer ne voit que les siennes. Une personne interdite est écrite par un agent, sur une décision ;
 * elle passe avant toute autorisation, et personne de ce nom n’est plus ajouté à ceux qui peuvent venir, dans aucun foyer
 * de l’enfant : la famille appelle le service. Rien n’est effacé : ce qui est retiré reste avec sa date.
 *
 * In: who acts, through which households, and the person. Out: nothing but what is written, once however often the
 * form is sent; refuses a child that is not within reach, days that go backwards, and who is forbidden.
 */
export async function declarePerson(
  visit: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  reach: FamilyReach,
  person: NewPerson,
): Promise<Result<null, DeclareRefusal>> {
  const { actor, database, now, address } = visit;
  const { participantId, firstDay, lastDay } = person;
  if (lastDay !== null && Temporal.PlainDate.compare(lastDay, firstDay) < 0) {
    return refuse({ code: "backwards" });
  }
  return database.write(async (writes) => {
    const home = await writes.row<{ householdId: Id<"household"> }>(
      "families_household_to_declare",
      `select household_id as "householdId" from household_participant
       where participant_id = $1 and household_id = any ($2::uuid[]) and participant_id <> all ($3::uuid[])
         and left_on is null
       order by household_id limit 1`,
      [participantId, reach.householdIds, reach.withheldIds],
    );
    if (home === undefined) return refuse({ code: "unknown-child" });
    if (person.kind === "authorised" && (await isForbidden(writes, person, parisDate(now))))
      return refuse({ code: "forbidden" });
    const personId = personIdOf(person, actor.accountId);
    const written = await writes.run(
      "families_declare_person",
      `insert into authorised_person (id, participant_id, household_id, kind, first_name, last_name, relation, phone,
                                      first_day, last_day, by_label, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (id) do nothing`,
      [
        personId,
        participantId,
        home.householdId,
        person.kind,
        person.firstName,
        person.lastName,
        person.relation,
        person.phone,
        firstDay.toString(),
        lastDay?.toString() ?? null,
        actor.name,
        now.toString(),
      ],
    );
    if (written > 0) {
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "families.person-declared",
        objectKind: "participant",
        objectId: participantId,
        householdId: home.householdId,
        facts: { person: personId, kind: person.kind },
        address,
      });
    }
    return ok(null);
  });
}

/** Whether a decision keeps somebody of this name from the child, whichever of its households it was written in. */
async function isForbidden(
  reads: Reads,
  { participantId, firstName, lastName }: NewPerson,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const forbidden = await reads.rows<
    Pick<AuthorisedPerson, "firstName" | "lastName" | "lastDay" | "endedAt">
  >(
    "families_forbidden_for_child",
    `select first_name as "firstName", last_name as "lastName", last_day as "lastDay", ended_at as "endedAt"
     from authorised_person where participant_id = $1 and kind = 'forbidden'`,
    [participantId],
  );
  const nameOf = (one: { firstName: string; lastName: string }) =>
    nameKey(`${one.firstName} ${one.lastName}`);
  return forbidden.some((one) => !isOver(one, today) && nameOf(one) === nameOf({ firstName, lastName }));
}

/** The same page sent twice with the same words by the same person is one declaration. */
function personIdOf(person: NewPerson, account: Id<"account">): Id<"authorised-person"> {
  const { formKey, participantId, kind, firstName, lastName, relation, phone, firstDay, lastDay } = person;
  const days = [firstDay.toString(), lastDay?.toString() ?? ""];
  return hashedId(
    JSON.stringify([account, formKey, participantId, kind, firstName, lastName, relation, phone, ...days]),
  );
}

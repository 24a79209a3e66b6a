import { randomUUID } from "node:crypto";

import { noteAgreed } from "#bookings";
import { changeHealthRecord, declarePerson, nameTerritory, withholdAuthority } from "#families";
import type { SignedIn } from "#identity";
import { parisDate, parseId, type Id } from "#kernel";
import type { Reads, SchemaDatabase } from "#platform";

import { mustBeDone } from "./acting.ts";

/** Communes of Ponthieu-Marquenterre, whose inhabitants are residents. */
const COMMUNES = [
  "Ailly-le-Haut-Clocher",
  "Arry",
  "Bernay-en-Ponthieu",
  "Crécy-en-Ponthieu",
  "Favières",
  "Fort-Mahon-Plage",
  "Gueschart",
  "Le Crotoy",
  "Nampont",
  "Nouvion",
  "Noyelles-sur-Mer",
  "Pont-Remy",
  "Ponthoile",
  "Quend",
  "Rue",
  "Saint-Quentin-en-Tourmont",
  "Vercourt",
  "Villers-sur-Authie",
  "Vron",
];

/** Who acts, and when. */
interface Acting {
  database: SchemaDatabase;
  administrator: SignedIn;
  reception: SignedIn;
  mother: SignedIn;
  at: Temporal.Instant;
}

/**
 * What makes the mother's household like many: her companion may not act for the eldest, a neighbour fetches the
 * children, one of them has a PAI and brings his meal; and the communes of the territory are named.
 */
export async function settleHouseholds({
  database,
  administrator,
  reception,
  mother,
  at,
}: Acting): Promise<void> {
  const visit = { database, now: at, address: "127.0.0.1" };
  await nameTerritory({ ...visit, actor: administrator }, COMMUNES);
  const { guardian } = mother;
  const householdId = guardian?.householdIds[0];
  if (guardian === null || householdId === undefined) throw new Error("The mother has no household");
  const people = await database.read((reads) => peopleOf(reads, householdId));
  const idOf = (firstName: string): string => people.get(firstName) ?? "";
  const [zoe, hugo, marc] = [
    parseId<"participant">(idOf("Zoé")),
    parseId<"participant">(idOf("Hugo")),
    parseId<"guardian">(idOf("Marc")),
  ];
  const formKey = parseId<"form">(randomUUID());
  if (zoe === undefined || hugo === undefined || marc === undefined || formKey === undefined) {
    throw new Error("Somebody of the demonstration is missing");
  }
  const reason = "Compagnon de la mère, père de Hugo ; Zoé a son père, Thomas Bernard.";
  const pair = { householdId, guardianId: marc, participantId: zoe };
  const withheld = await withholdAuthority({ ...visit, actor: reception }, pair, reason);
  if (!withheld.ok) throw new Error(`The companion’s authority was not withheld: ${withheld.refusal.code}`);
  const declared = await declarePerson({ ...visit, actor: mother }, guardian, {
    formKey,
    participantId: hugo,
    kind: "authorised",
    firstName: "Odile",
    lastName: "Sueur",
    relation: "grand-mère",
    phone: "06 39 98 10 09",
    firstDay: parisDate(at),
    lastDay: null,
  });
  if (!declared.ok) throw new Error(`The grandmother was not declared: ${declared.refusal.code}`);
  await fillHealthRecord(database, mother, { householdId, participantId: hugo, at });
  for (const { enrolmentId, firstDay } of await database.read((reads) => enrolmentsOf(reads, hugo)))
    await mustBeDone(
      noteAgreed(
        { ...visit, actor: reception },
        { householdId, enrolmentId, firstDay, ownMeal: true, category: null },
      ),
    );
}

/** Where a child with a PAI is enrolled: the price of its meals waits for who brings them. */
function enrolmentsOf(reads: Reads, participantId: Id<"participant">) {
  return reads.rows<{ enrolmentId: Id<"enrolment">; firstDay: Temporal.PlainDate }>(
    "demonstration_enrolments",
    `select enrolment_id as "enrolmentId", first_day as "firstDay" from bookings_enrolment_card
     where participant_id = $1`,
    [participantId],
  );
}

async function fillHealthRecord(
  database: SchemaDatabase,
  mother: SignedIn,
  of: { householdId: Id<"household">; participantId: Id<"participant">; at: Temporal.Instant },
): Promise<void> {
  const { accountId, name } = mother;
  const values = {
    allergies: "Arachide et fruits à coque.",
    diet: "sans fruits à coque",
    hasPai: true,
    paiUntil: parisDate(of.at).add({ months: 11 }),
    paiInstructions: "Stylo d’adrénaline dans le sac rouge, à injecter dans la cuisse. Appeler le 15.",
    doctorName: "Dr Hémery, Rue",
    doctorPhone: "03 39 98 10 10",
    notes: "",
  };
  const by = { accountId, name, address: "127.0.0.1", now: of.at, householdId: of.householdId };
  const changed = await database.write((writes) =>
    changeHealthRecord(writes, of.participantId, { values, seen: null }, by),
  );
  if (!changed.ok) throw new Error(`The health record was refused: ${changed.refusal.code}`);
}

/** The people of a household, by first name. */
async function peopleOf(reads: Reads, householdId: Id<"household">): Promise<ReadonlyMap<string, string>> {
  const rows = await reads.rows<{ firstName: string; id: string }>(
    "demonstration_household_people",
    `select first_name as "firstName", participant_id as id from families_participant_card where household_id = $1
     union all
     select first_name, guardian_id from families_guardian_card where household_id = $1`,
    [householdId],
  );
  return new Map(rows.map(({ firstName, id }) => [firstName, id]));
}

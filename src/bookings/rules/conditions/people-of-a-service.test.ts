import { describe, expect, test } from "vitest";

import { conditionSentence } from "./condition-sentence.ts";
import type { EnrolmentConditions } from "./condition.ts";
import { decideEnrolment, type PersonFacts } from "./enrolment-decision.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

/** Sophie, whose file does not say when she was born. */
const sophie: PersonFacts = {
  today: day("2026-08-20"),
  season: { first: day("2026-09-01"), last: day("2027-07-02") },
  shut: null,
  activity: { code: "alsh-rue", audience: "everyone" },
  person: { firstName: "Sophie", kind: "adult", birthDate: null, schoolings: [] },
  household: { resident: false, commune: "Amiens", has: { address: true, phone: false, email: false } },
  documents: [],
  siblingActivities: new Set(),
  activityNames: new Map(),
  regular: false,
  given: [],
};

/** Why not, with plain spaces; empty where it is possible. */
function says(rule: EnrolmentConditions, changes: Partial<PersonFacts> = {}): string {
  const decision = decideEnrolment(rule, { ...sophie, ...changes });
  return decision.kind === "refused"
    ? decision.unmet.map(conditionSentence).join(" ").replaceAll("\u00a0", " ")
    : "";
}

test("a season in which nothing is left to book says since when and which one follows", () => {
  const closedAt = Temporal.Instant.from("2026-09-13T21:59:59Z");
  const next = {
    seasonName: "Trimestre 2",
    firstDay: day("2027-01-04"),
    opensAt: Temporal.Instant.from("2026-12-01T07:30:00Z"),
  };
  expect(says([], { shut: { seasonName: "Trimestre 1", closedAt, next } })).toBe(
    "Plus rien ne se réserve pour « Trimestre 1 » depuis le dimanche 13 septembre à 23 h 59. " +
      "Choisissez « Trimestre 2 », à partir du 4 janvier 2027 ; ses réservations ouvrent le mardi 1er décembre à 8 h 30.",
  );
  expect(says([], { shut: { seasonName: "Trimestre 1", closedAt: null, next: null } })).toBe(
    "Plus rien ne se réserve pour « Trimestre 1 ». La suite n’est pas encore proposée : appelez-nous pour la connaître.",
  );
});

describe("an adult and an age", () => {
  const children = { activity: { code: "alsh-rue", audience: "children" } } as const;
  const from3 = { kind: "age", on: "slotDay", fromYears: 3, untilYears: 13 } as const;
  const born = { person: { ...sophie.person, birthDate: day("1988-03-04") } };

  test.each([
    ["of children, whatever the birth date", from3, {}, "de 3 à 12 ans"],
    ["of children, with one", from3, born, "de 3 à 12 ans"],
    ["of children, in a service for children", from3, children, "de 3 à 12 ans"],
    [
      "of babies",
      { kind: "age", on: "slotDay", fromMonths: 2, untilMonths: 42 } as const,
      {},
      "de 2 mois à moins de 3 ans et demi",
    ],
    ["up to one", { kind: "age", on: "slotDay", untilYears: 4 } as const, {}, "de moins de 4 ans"],
  ])("%s: for whom the service is", (_, condition, changes, ages) => {
    expect(says([condition], changes)).toBe(
      `Ce service est pour les enfants ${ages} : Sophie est une personne adulte.`,
    );
  });

  test("of a school: not that hers is missing", () => {
    const school = { kind: "school", schools: ["École de Rue"] } as const;
    expect(says([school], children)).toBe("Réservé aux enfants : Sophie est une personne adulte.");
    expect(says([school, from3], children)).toBe(
      "Ce service est pour les enfants de 3 à 12 ans : Sophie est une personne adulte.",
    );
  });

  test("from an age of childhood on: a grown-up has it; another one has to be known", () => {
    expect(says([{ kind: "age", on: "seasonStart", fromYears: 5 }])).toBe("");
    expect(says([{ kind: "not", of: from3 }])).toBe("");
    expect(says([{ kind: "age", on: "seasonStart", fromYears: 60 }])).toContain(
      "La date de naissance de Sophie",
    );
  });
});

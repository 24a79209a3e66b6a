import { expect, test } from "vitest";

import { conditionForAgent } from "./condition-for-agent.ts";
import { conditionSentence } from "./condition-sentence.ts";
import type { Condition, EnrolmentConditions } from "./condition.ts";
import { documentsAsked, documentsLacking, documentsNamed } from "./documents-lacking.ts";
import { decideEnrolment, type PersonFacts } from "./enrolment-decision.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const insurance: Condition = { kind: "document", document: "Attestation d’assurance" };
const vaccines: Condition = { kind: "document", document: "Vaccinations" };

/** Tom asks on 20 August 2026; what was sent for him, by its kind and its last day. */
const tom = (...kept: (readonly [string, string | null])[]): PersonFacts => ({
  today: day("2026-08-20"),
  season: { first: day("2026-09-01"), last: day("2027-07-02") },
  shut: null,
  activity: { code: "alsh-rue", audience: "everyone" },
  person: { firstName: "Tom", kind: "child", birthDate: day("2024-03-04"), schoolings: [] },
  household: { resident: true, commune: "Rue", has: { address: true, phone: true, email: true } },
  documents: kept.map(([kind, until]) => ({ kind, until: until === null ? null : day(until) })),
  siblingActivities: new Set(),
  activityNames: new Map(),
  regular: false,
  given: [],
});
const unmet = (conditions: EnrolmentConditions, facts: PersonFacts) => {
  const decision = decideEnrolment(conditions, facts);
  return decision.kind === "refused" ? decision.unmet : [];
};
const says = (conditions: EnrolmentConditions, facts: PersonFacts) =>
  unmet(conditions, facts).map(conditionSentence).join(" | ");

test("a document counts until its last day, and for ever where it has none", () => {
  expect(says([insurance], tom(["Attestation d’assurance", "2026-08-20"]))).toBe("");
  expect(says([insurance], tom(["Attestation d’assurance", null]))).toBe("");
  expect(
    says(
      [insurance],
      tom(["Attestation d’assurance", "2026-08-19"], ["Attestation d’assurance", "2025-08-19"]),
    ),
  ).toBe(
    "Un document, « Attestation d’assurance », n’est plus valable depuis le 20 août 2026 : envoyez-le dans « Mes documents ».",
  );
});

test("one that was never sent is named, to an agent without what the family is to do", () => {
  const [missing] = unmet([insurance], tom(["Vaccinations", null]));
  expect(missing && conditionSentence(missing)).toBe(
    "Il manque un document, « Attestation d’assurance » : envoyez-le dans « Mes documents ».",
  );
  expect(missing && conditionForAgent(missing)).toBe("Il manque un document, « Attestation d’assurance ».");
});

test("the contrary is for who has sent none", () => {
  const none: Condition = { kind: "not", of: insurance };
  expect(says([none], tom())).toBe("");
  expect(says([none], tom(["Attestation d’assurance", null]))).toBe(
    "Réservé à qui n’a pas envoyé ce document : « Attestation d’assurance ».",
  );
  expect(documentsAsked([none])).toEqual([]);
});

test("only documents still lack in an enrolment that is made, and one of two is enough", () => {
  const either: Condition = { kind: "any", of: [insurance, vaccines] };
  const conditions: EnrolmentConditions = [{ kind: "age", on: "enrolment", fromYears: 3 }, either, vaccines];
  expect(documentsAsked(conditions)).toEqual(["Attestation d’assurance", "Vaccinations"]);
  expect(documentsNamed(documentsLacking(unmet(conditions, tom())))).toEqual([
    "Attestation d’assurance",
    "Vaccinations",
  ]);
  expect(documentsLacking(unmet([either], tom(["Vaccinations", null])))).toEqual([]);
  expect(documentsLacking(unmet([{ kind: "regular" }], tom()))).toEqual([]);
});

import { expect, test } from "vitest";

import type { EnrolmentConditions } from "./condition.ts";
import { rulePhrases } from "./rule-phrase.ts";

const CASES: readonly (readonly [EnrolmentConditions[number], string])[] = [
  [
    { kind: "age", on: "slotDay", fromYears: 3, untilYears: 12 },
    "avoir de 3 ans à moins de 12 ans le jour de la séance",
  ],
  [
    { kind: "age", on: "12-31", fromMonths: 30 },
    "avoir 2 ans et demi ou plus le 31 décembre de l’année où la saison commence",
  ],
  [{ kind: "age", on: "2027-09-01", untilYears: 6 }, "avoir moins de 6 ans le mercredi 1er septembre 2027"],
  [{ kind: "age", on: "enrolment", fromYears: 3 }, "avoir 3 ans ou plus le jour de l’inscription"],
  [
    { kind: "school", schools: ["Rue"], levels: ["CP", "CE1"] },
    "être scolarisé (école Rue ; niveau CP ou CE1)",
  ],
  [{ kind: "residence" }, "habiter une commune de la collectivité"],
  [{ kind: "document", document: "Vaccinations" }, "avoir envoyé un document : « Vaccinations »"],
  [{ kind: "completeFile", needs: ["address", "phone"] }, "un dossier avec une adresse et un téléphone"],
  [{ kind: "sibling", activities: ["alsh"] }, "un frère ou une sœur déjà inscrits (alsh)"],
  [{ kind: "audience", who: "adults" }, "être un adulte"],
  [{ kind: "group", groups: ["habitants", "x"] }, "être parmi les habitants ou le groupe « x »"],
  [{ kind: "regular" }, "s’inscrire comme habitué"],
  [
    { kind: "any", of: [{ kind: "residence" }, { kind: "sibling" }] },
    "habiter une commune de la collectivité, ou bien un frère ou une sœur déjà inscrits ici",
  ],
  [{ kind: "not", of: { kind: "regular" } }, "ne pas être dans ce cas : s’inscrire comme habitué"],
];

test.each(CASES)("%j", (condition, phrase) => {
  const group = {
    kind: "priority",
    group: "habitants",
    name: "les habitants",
    points: 10,
    who: { kind: "residence" },
  } as const;
  const [first, second] = rulePhrases([group, condition]).map((text) => text.replaceAll("\u00a0", " "));
  expect(first).toBe(
    "groupe prioritaire : les habitants (10 points ; habiter une commune de la collectivité)",
  );
  expect(second).toBe(phrase);
});

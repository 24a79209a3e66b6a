import { describe, expect, test } from "vitest";

import { conditionForAgent } from "./condition-for-agent.ts";
import { conditionSentence } from "./condition-sentence.ts";
import type { Condition, EnrolmentConditions } from "./condition.ts";
import { decideCondition } from "./decide-condition.ts";
import { decideEnrolment, type PersonFacts } from "./enrolment-decision.ts";
import type { EnrolmentFacts } from "./facts.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const season = { first: day("2026-09-01"), last: day("2027-07-02") };

/** Tom, two years and a half at the start of the year, in an activity for everyone at Rue. */
const tom: EnrolmentFacts = {
  today: day("2026-08-20"),
  season,
  shut: null,
  activity: { code: "alsh-rue", audience: "everyone" },
  person: {
    firstName: "Tom",
    kind: "child",
    birthDate: day("2024-03-04"),
    schoolings: [{ schoolYear: "2026-2027", school: "École de Quend", level: "CM2", className: "CM1-CM2" }],
  },
  household: { resident: false, commune: "Amiens", has: { address: true, phone: false, email: false } },
  documents: [],
  siblingActivities: new Set(["cantine-rue"]),
  activityNames: new Map([["alsh-rue", "Accueil de loisirs – Rue"]]),
  regular: false,
  given: [],
  groups: [],
  groupNames: new Map([["habitants", "les habitants"]]),
};

const person = (changes: Partial<EnrolmentFacts["person"]>) => ({ person: { ...tom.person, ...changes } });
const household = (changes: Partial<EnrolmentFacts["household"]>) => ({
  household: { ...tom.household, ...changes },
});
const born = (date: string) => person({ birthDate: day(date) });

const told = (condition: Condition, changes: Partial<EnrolmentFacts> = {}) => {
  const { days, unmet } = decideCondition(condition, { ...tom, ...changes });
  // Whatever the condition, an agent who reads it is not told to call.
  expect(unmet.map(conditionForAgent).join(" ")).not.toMatch(/appelez/i);
  return {
    days: days.map(({ first, last }) => `${first.toString()} ${last.toString()}`),
    says: unmet.map(conditionSentence).join(" | ").replaceAll("\u00a0", " "),
  };
};
const not = (of: Condition): Condition => ({ kind: "not", of });
const from3 = (on: string): Condition => ({ kind: "age", on, fromYears: 3 });
const before3 = (on: string): Condition => ({ kind: "age", on, untilYears: 3 });
const residence: Condition = { kind: "residence" };
const WHOLE = ["2026-09-01 2027-07-02"];

describe("what each condition says when it is not met", () => {
  test.each<[string, Condition, Partial<EnrolmentFacts>, string[], string]>([
    [
      "three in the season",
      from3("slotDay"),
      {},
      ["2027-03-04 2027-07-02"],
      "Pas encore : Tom aura 3 ans le 4 mars 2027.",
    ],
    [
      "three after it",
      from3("slotDay"),
      born("2024-08-01"),
      [],
      "Pas encore : Tom aura 3 ans le 1er août 2027.",
    ],
    [
      "three on the day of enrolment",
      from3("enrolment"),
      {},
      [],
      "Pas encore : Tom aura 3 ans le 4 mars 2027.",
    ],
    [
      "three on 31 December",
      from3("12-31"),
      {},
      [],
      "Pas encore : il faut avoir 3 ans le 31 décembre 2026, et Tom aura 3 ans le 4 mars 2027.",
    ],
    ["three on 31 December, met that very day", from3("12-31"), born("2023-12-31"), WHOLE, ""],
    [
      "three on the season's first day",
      from3("seasonStart"),
      {},
      [],
      "Pas encore : il faut avoir 3 ans le 1er septembre 2026, et Tom aura 3 ans le 4 mars 2027.",
    ],
    ["three on a date", from3("2027-03-04"), {}, WHOLE, ""],
    [
      "less than three",
      before3("slotDay"),
      {},
      ["2026-09-01 2027-03-03"],
      "Réservé à ceux qui ont moins de 3 ans : Tom aura 3 ans le 4 mars 2027.",
    ],
    [
      "less than three, past",
      before3("slotDay"),
      born("2023-08-19"),
      [],
      "Réservé à ceux qui ont moins de 3 ans : Tom a 3 ans depuis le 19 août 2026.",
    ],
    [
      "two and a half",
      { kind: "age", on: "enrolment", fromMonths: 30 },
      {},
      [],
      "Pas encore : Tom aura 2 ans et demi le 4 septembre 2026.",
    ],
    [
      "born on 29 February",
      from3("slotDay"),
      born("2024-02-29"),
      ["2027-02-28 2027-07-02"],
      "Pas encore : Tom aura 3 ans le 28 février 2027.",
    ],
    [
      "not three yet",
      not(from3("slotDay")),
      {},
      ["2026-09-01 2027-03-03"],
      "Réservé à un autre âge que celui de Tom : ceux qui ont 3 ans ou plus ne peuvent pas s’inscrire ici.",
    ],
    [
      "an age that is not known",
      from3("slotDay"),
      person({ birthDate: null }),
      [],
      "La date de naissance de Tom manque au dossier : appelez-nous pour la donner.",
    ],
    [
      "another school",
      { kind: "school", schools: ["École de Rue", "École de Favières"], levels: ["CP", "CE1"] },
      {},
      [],
      "Réservé à l’école « École de Rue » ou « École de Favières », en CP ou CE1 : en 2026-2027, Tom est à l’école « École de Quend », en CM2 ; si cela a changé, appelez-nous.",
    ],
    [
      "the right school, as another hand types it",
      { kind: "school", schools: ["école de quend "] },
      {},
      WHOLE,
      "",
    ],
    [
      "a school that is not known",
      { kind: "school", levels: ["CP"] },
      person({ schoolings: [] }),
      [],
      "L’école de Tom en 2026-2027 manque au dossier : appelez-nous pour la donner.",
    ],
    [
      "a resident elsewhere",
      residence,
      {},
      [],
      "Réservé aux habitants de la collectivité : l’adresse du dossier est à Amiens ; si vous avez déménagé, appelez-nous.",
    ],
    [
      "no address",
      residence,
      household({ commune: "" }),
      [],
      "Réservé aux habitants de la collectivité : le dossier n’a pas encore d’adresse, appelez-nous pour la donner.",
    ],
    [
      "communes not named",
      residence,
      household({ resident: null }),
      [],
      "Réservé aux habitants, et la collectivité n’a pas encore dit quelles communes sont les siennes : appelez-nous, un agent peut inscrire.",
    ],
    [
      "nor the contrary",
      not(residence),
      household({ resident: null }),
      [],
      "Réservé aux habitants, et la collectivité n’a pas encore dit quelles communes sont les siennes : appelez-nous, un agent peut inscrire.",
    ],
    [
      "a file",
      { kind: "completeFile", needs: ["address", "phone", "email"] },
      {},
      [],
      "Il manque au dossier un numéro de téléphone et une adresse e-mail : appelez-nous pour le compléter.",
    ],
    [
      "no sibling there",
      { kind: "sibling" },
      {},
      [],
      "Réservé aux familles dont un autre enfant est déjà inscrit à « Accueil de loisirs – Rue ».",
    ],
    ["a sibling at the canteen", { kind: "sibling", activities: ["cantine-rue"] }, {}, WHOLE, ""],
    ["adults", { kind: "audience", who: "adults" }, {}, [], "Réservé aux adultes : Tom est un enfant."],
    [
      "children",
      { kind: "audience", who: "children" },
      person({ kind: "adult" }),
      [],
      "Réservé aux enfants : Tom est une personne adulte.",
    ],
    [
      "a group",
      { kind: "group", groups: ["habitants", "suivi"] },
      {},
      [],
      "Réservé à un groupe prioritaire : les habitants ou le groupe « suivi » ; si vous en êtes, appelez-nous.",
    ],
    [
      "regulars",
      { kind: "regular" },
      {},
      [],
      "Réservé à ceux qui viennent régulièrement : choisissez « Régulièrement ».",
    ],
    [
      "occasional",
      not({ kind: "regular" }),
      { regular: true },
      [],
      "Réservé à ceux qui viennent de temps en temps : choisissez « De temps en temps ».",
    ],
    [
      "one or the other",
      { kind: "any", of: [{ kind: "regular" }, { kind: "audience", who: "adults" }] },
      {},
      [],
      "Il faut l’un de ces cas. Réservé à ceux qui viennent régulièrement : choisissez « Régulièrement ». Ou bien : Réservé aux adultes : Tom est un enfant.",
    ],
    ["one of them is enough", { kind: "any", of: [{ kind: "regular" }, not(residence)] }, {}, WHOLE, ""],
    ["neither nor", not({ kind: "any", of: [{ kind: "regular" }, residence] }), {}, WHOLE, ""],
    [
      "both",
      { kind: "all", of: [from3("slotDay"), { kind: "audience", who: "children" }, before3("seasonStart")] },
      {},
      ["2027-03-04 2027-07-02"],
      "Pas encore : Tom aura 3 ans le 4 mars 2027.",
    ],
  ])("%s", (_, condition, changes, days, says) => {
    expect(told(condition, changes)).toEqual({ days, says });
  });

  test("a summer camp looks at the class that is being left, while the next one is not known", () => {
    const summer = { first: day("2027-07-05"), last: day("2027-08-27") };
    expect(told({ kind: "school", levels: ["CM2"] }, { season: summer }).says).toBe("");
  });
});

describe("the decision", () => {
  const conditions: EnrolmentConditions = [
    { kind: "priority", group: "habitants", name: "les habitants", points: 10, who: residence },
    { kind: "priority", group: "suivi", name: "les familles suivies", points: 5 },
    {
      kind: "priority",
      group: "prioritaires",
      name: "les prioritaires",
      points: 1,
      who: { kind: "group", groups: ["habitants", "suivi"] },
    },
    from3("slotDay"),
  ];
  const decide = (changes: Partial<PersonFacts> = {}, rule = conditions) =>
    decideEnrolment(rule, { ...tom, ...changes });

  test("a child who comes of age in the season is enrolled from that day, with its reason", () => {
    const decision = decide();
    expect(decision).toMatchObject({ kind: "possible", groups: [], points: 0 });
    expect(decision.kind === "possible" && decision.firstDay.toString()).toBe("2027-03-04");
    expect(decision.kind === "possible" && decision.bounds.map(({ code }) => code)).toEqual(["too-young"]);
  });

  test("once the day is past, nothing is bounded any more", () => {
    const decision = decide({ today: day("2027-05-03") });
    expect(decision).toMatchObject({ kind: "possible", bounds: [] });
    expect(decision.kind === "possible" && decision.firstDay.toString()).toBe("2027-05-03");
  });

  test.each([
    ["nobody's", {}, [], 0],
    ["an agent's gift, and what follows from it", { given: ["suivi"] }, ["suivi", "prioritaires"], 6],
    ["a resident", household({ resident: true }), ["habitants", "prioritaires"], 11],
    ["residence not known gives nothing", household({ resident: null }), [], 0],
  ])("groups and points: %s", (_, changes, groups, points) => {
    expect(decide(changes)).toMatchObject({ groups, points });
  });

  test("a season that is over, and one without any condition", () => {
    expect(decide({ today: day("2027-07-03") }).kind).toBe("over");
    expect(decide({}, [])).toMatchObject({ kind: "possible", bounds: [] });
    const adults = { activity: { code: "atelier", audience: "adults" } } as const;
    expect(decide(adults, [])).toMatchObject({ kind: "refused", unmet: [{ code: "adults-only" }] });
  });
});

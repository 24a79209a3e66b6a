import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { enrolmentTown } from "../../../test/builders/enrolment-town.ts";
import type { Household } from "../../../test/builders/household.ts";
import { conditionSentence } from "../rules/conditions/condition-sentence.ts";
import { enrolForFamily, type AgentEnrolment } from "./enrol-for-family.ts";
import { enrolmentHistory } from "./find-enrolment.ts";
import { payersOf } from "./payers.ts";
import { requestEnrolment } from "./request-enrolment.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof enrolmentTown>>;

beforeAll(async () => {
  town = await testDatabase();
  at = await enrolmentTown(town);
}, 60_000);
afterAll(() => town.close());

const day = (text: string) => Temporal.PlainDate.from(text);

const sql = (name: string, text: string, parameters: readonly (string | null)[]) =>
  town.database.write((writes) => writes.run(name, text, parameters));

async function refusedBecause(home: Household): Promise<string> {
  const answer = await at.ask(home);
  if (answer.ok) return "";
  const { refusal } = answer;
  return refusal.code === "unmet" ? refusal.unmet.map(conditionSentence).join(" ") : refusal.code;
}

describe("a family enrols", () => {
  test("where it may, once, from today to the end of the season, and both clicks find it", async () => {
    await at.rule([]);
    const home = await at.stranger();
    const both = await Promise.all([at.ask(home), at.ask(home)]);
    const ids = new Set(both.map((answer) => (answer.ok ? answer.value : answer.refusal.code)));
    expect(ids.size).toBe(1);
    const [enrolment, ...others] = await at.kept(home);
    expect(others).toEqual([]);
    expect(`${enrolment?.firstDay} ${enrolment?.lastDay}`).toBe("2026-11-02 2027-07-02");
    const id = both.flatMap((answer) => (answer.ok ? answer.value : []))[0] ?? newId<"enrolment">();
    const history = await town.database.read((reads) => enrolmentHistory(reads, id));
    expect(history.map(({ act, by }) => [act, by])).toEqual([["enrolled", "Claire Lefebvre"]]);
  });

  test("nobody else's child, no unknown season, nothing where agents enrol", async () => {
    await at.rule([]);
    const [home, other] = [await at.stranger(), await at.stranger()];
    const visit = at.visitOf(home);
    const unknown = { ok: false, refusal: { code: "unknown" } };
    expect(await at.ask(home, at.firstChild(other))).toEqual(unknown);
    expect(await requestEnrolment(visit, at.asked(other))).toEqual(unknown);
    expect(await requestEnrolment(visit, { ...at.asked(home), seasonId: newId<"season">() })).toEqual(
      unknown,
    );
    await sql(
      "test_withhold",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Paul', now())`,
      [home.guardians[0]?.id ?? null, at.firstChild(home)],
    );
    expect(await at.ask(home)).toEqual(unknown);
    await at.rule([], false);
    expect(await refusedBecause(other)).toBe("by-agent");
    expect([...(await at.kept(home)), ...(await at.kept(other))]).toEqual([]);
  });

  test("each condition is judged on the facts of its own file", async () => {
    const home = await at.family({ enrolledIn: [], children: ["Lina", "Hugo"] });
    const child = at.firstChild(home);
    await at.rule([{ kind: "residence" }]);
    expect(await refusedBecause(home)).toContain("pas encore dit quelles communes");
    await sql(
      "test_commune",
      `insert into territory_commune (name) values ('Rue') on conflict do nothing`,
      [],
    );
    expect(await refusedBecause(home)).toContain("n’a pas encore d’adresse");
    await sql("test_address", `update household set commune = 'Rue' where id = $1`, [home.id]);
    await at.rule([
      { kind: "residence" },
      { kind: "completeFile", needs: ["address", "phone", "email"] },
      { kind: "school", schools: ["École de Rue"] },
      { kind: "sibling" },
      { kind: "audience", who: "children" },
      { kind: "age", on: "slotDay", fromYears: 9 },
    ]);
    const said = await refusedBecause(home);
    expect(said).toContain("Il manque au dossier une adresse et un numéro de téléphone");
    expect(said).toContain("L’école de Lina en 2026-2027 manque au dossier");
    expect(said).toContain("déjà inscrit à « Restauration scolaire – Rue »");
    expect(said).not.toContain("habitants");
    await sql("test_street", `update household set address_line = '1 rue Haute' where id = $1`, [home.id]);
    await sql("test_phone", `update guardian set phone_home = '03 22 00 00 00' where id = $1`, [
      home.guardians[0]?.id ?? null,
    ]);
    await sql(
      "test_school",
      `insert into schooling (participant_id, school_year, school_name) values ($1, '2026-2027', 'École de Rue')`,
      [child],
    );
    await sql(
      "test_sibling",
      `insert into enrolment (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day, last_day, created_at)
       values ($1, $2, $3, $4, $5, '2026-09-01', '2027-07-02', now())`,
      [
        home.children[1]?.id ?? null,
        home.id,
        at.rue.activityId,
        at.rue.seasonId,
        home.guardians[0]?.id ?? null,
      ],
    );
    expect(await refusedBecause(home)).toBe("");
    const spans = (await at.kept(home)).map(({ firstDay, lastDay }) => `${firstDay} ${lastDay}`);
    expect(spans).toContain("2027-05-04 2027-07-02");
  });

  test("groups and points are those of the moment", async () => {
    await at.rule([
      { kind: "priority", group: "reguliers", name: "les réguliers", points: 5, who: { kind: "regular" } },
      { kind: "priority", group: "fratries", name: "les fratries", points: 3, who: { kind: "sibling" } },
    ]);
    const home = await at.stranger();
    await at.ask(home);
    expect(await at.kept(home)).toMatchObject([{ groups: ["reguliers"], points: 5, regular: true }]);
  });
});

describe("an agent enrols", () => {
  const agent = agentWith(["bookings.write"]);
  const write = async (home: Household, changes: Partial<AgentEnrolment> = {}, who = agent) =>
    enrolForFamily(
      { ...at.visit(who), actor: who },
      {
        ...at.asked(home),
        payerId: home.guardians[0]?.id ?? newId<"guardian">(),
        firstDay: day("2026-11-09"),
        lastDay: day("2027-01-29"),
        given: [],
        reason: "",
        ...changes,
      },
    );

  test("over a condition with a reason, which is kept with the enrolment and in the journal", async () => {
    await at.rule(
      [
        { kind: "priority", group: "suivi", name: "les familles suivies", points: 20 },
        { kind: "age", on: "slotDay", fromYears: 12 },
      ],
      false,
    );
    const home = await at.stranger();
    expect(await write(home)).toMatchObject({
      refusal: { code: "needs-reason", unmet: [{ code: "too-young" }] },
    });
    const saved = await write(home, {
      reason: "Décision de la commission.",
      given: ["suivi"],
      regular: false,
    });
    expect(saved.ok).toBe(true);
    expect(await at.kept(home)).toMatchObject([{ groups: ["suivi"], points: 20, regular: false }]);
    const journal = await town.database.read((reads) =>
      reads.rows("test_journal", `select act, reason, facts from journal_entry where household_id = $1`, [
        home.id,
      ]),
    );
    expect(journal).toEqual([
      {
        act: "enrolments.save",
        reason: "Décision de la commission.",
        facts: { overConditions: ["too-young"] },
      },
    ]);
  });

  test.each<[string, Partial<AgentEnrolment>, string]>([
    ["backwards", { firstDay: day("2027-01-30") }, "backwards"],
    ["outside the season", { lastDay: day("2027-07-03") }, "outside-season"],
    ["with a payer of another family", { payerId: newId<"guardian">() }, "other-payer"],
  ])("not %s", async (_, changes, code) => {
    await at.rule([]);
    const home = await at.stranger();
    expect(await write(home, changes)).toMatchObject({ ok: false, refusal: { code } });
    expect(await at.kept(home)).toEqual([]);
  });

  test("not at another agent's site", async () => {
    await at.rule([]);
    const elsewhere = agentWith(["bookings.write"], [newId<"site">()]);
    expect(await write(await at.stranger(), {}, elsewhere)).toMatchObject({ refusal: { code: "unknown" } });
  });

  test("days that are booked are not given up", async () => {
    await at.rule([]);
    const home = await at.stranger();
    await write(home);
    await at.book(home, "2027-01-21");
    const shorter = await write(home, { lastDay: day("2027-01-20") });
    expect(shorter).toMatchObject({ refusal: { code: "booked-days", days: [{ unitName: "Repas" }] } });
    expect((await write(home, { lastDay: day("2027-01-21") })).ok).toBe(true);
  });
});

test("a form never begins with an adult who may not act for the child: who pays already comes first", async () => {
  await at.rule([]);
  const home = await at.stranger();
  const [claire] = home.guardians;
  const child = at.firstChild(home);
  const [anne, zacharie] = [newId<"guardian">(), newId<"guardian">()];
  for (const [id, name] of [
    [anne, "Anne"],
    [zacharie, "Zacharie"],
  ] as const) {
    await sql(
      "test_adult",
      `with added as (insert into guardian (id, civility, first_name, last_name, created_at)
                      values ($1, '', $2, 'Abadie', now()) returning id)
       insert into household_guardian (household_id, guardian_id) select $3, id from added`,
      [id, name, home.id],
    );
  }
  await sql(
    "test_withhold",
    `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Paul', now())`,
    [anne, child],
  );
  const first = async () =>
    (await town.database.read((reads) => payersOf(reads, home.id, child))).map(
      ({ guardianId, withoutAuthority }) => [guardianId, withoutAuthority],
    );
  expect(await first()).toEqual([
    [zacharie, false],
    [claire?.id, false],
    [anne, true],
  ]);
  await at.ask(home);
  expect(await first()).toEqual([
    [claire?.id, false],
    [zacharie, false],
    [anne, true],
  ]);
});

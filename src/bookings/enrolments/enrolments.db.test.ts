import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../test/builders/canteen.ts";
import { familyTown } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import type { EnrolmentConditions } from "../rules/conditions/condition.ts";
import { conditionSentence } from "../rules/conditions/condition-sentence.ts";
import { submitBookings } from "../submit/submit-bookings.ts";
import { endEnrolment } from "./end-enrolment.ts";
import { enrolForFamily, type AgentEnrolment } from "./enrol-for-family.ts";
import { enrolmentChoices } from "./enrolment-choices.ts";
import { setEnrolmentRule } from "./enrolment-rules.ts";
import { enrolmentHistory } from "./find-enrolment.ts";
import { requestEnrolment } from "./request-enrolment.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let rue: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, []);
  rue = at.rue;
}, 60_000);
afterAll(() => town.close());

const day = (text: string) => Temporal.PlainDate.from(text);

/** The rule of Rue's canteen from now on. */
const rule = (conditions: EnrolmentConditions, byFamily = true) =>
  town.database.write((writes) =>
    setEnrolmentRule(writes, {
      activityId: rue.activityId,
      validFrom: day("2026-09-01"),
      byFamily,
      conditions,
    }),
  );

const sql = (name: string, text: string, parameters: readonly (string | null)[]) =>
  town.database.write((writes) => writes.run(name, text, parameters));

const stranger = () => at.family({ enrolledIn: [] });
const visitOf = (home: Household) => {
  const actor = guardianOf(home);
  return { ...at.visit(actor), actor };
};
const first = (home: Household): Id<"participant"> => home.children[0]?.id ?? newId<"participant">();
const asked = (home: Household, who = first(home)) => ({
  participantId: who,
  householdId: home.id,
  seasonId: rue.seasonId,
  regular: true,
});
const ask = (home: Household, who = first(home)) => requestEnrolment(visitOf(home), asked(home, who));

async function refusedBecause(home: Household): Promise<string> {
  const answer = await ask(home);
  if (answer.ok) return "";
  const { refusal } = answer;
  return refusal.code === "unmet" ? refusal.unmet.map(conditionSentence).join(" ") : refusal.code;
}

interface Kept {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  groups: string[];
  points: number;
  regular: boolean;
}

const kept = (home: Household) =>
  town.database.read((reads) =>
    reads.rows<Kept>(
      "test_kept",
      `select first_day as "firstDay", last_day as "lastDay", priority_groups as groups, priority_points as points, regular
       from enrolment where household_id = $1`,
      [home.id],
    ),
  );

describe("a family enrols", () => {
  test("where it may, once, from today to the end of the season, and both clicks find it", async () => {
    await rule([]);
    const home = await stranger();
    const both = await Promise.all([ask(home), ask(home)]);
    const ids = new Set(both.map((answer) => (answer.ok ? answer.value : answer.refusal.code)));
    expect(ids.size).toBe(1);
    const [enrolment, ...others] = await kept(home);
    expect(others).toEqual([]);
    expect(`${enrolment?.firstDay} ${enrolment?.lastDay}`).toBe("2026-11-02 2027-07-02");
    const [id] = ids;
    const history = await town.database.read((reads) => enrolmentHistory(reads, id as Id<"enrolment">));
    expect(history.map(({ act, by }) => [act, by])).toEqual([["enrolled", "Claire Lefebvre"]]);
  });

  test("nobody else's child, no unknown season, nothing where agents enrol", async () => {
    await rule([]);
    const [home, other] = [await stranger(), await stranger()];
    const visit = visitOf(home);
    const unknown = { ok: false, refusal: { code: "unknown" } };
    expect(await ask(home, first(other))).toEqual(unknown);
    expect(await requestEnrolment(visit, asked(other))).toEqual(unknown);
    expect(await requestEnrolment(visit, { ...asked(home), seasonId: newId<"season">() })).toEqual(unknown);
    await sql(
      "test_withhold",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Paul', now())`,
      [home.guardians[0]?.id ?? null, first(home)],
    );
    expect(await ask(home)).toEqual(unknown);
    await rule([], false);
    expect(await refusedBecause(other)).toBe("by-agent");
    expect([...(await kept(home)), ...(await kept(other))]).toEqual([]);
  });

  test("each condition is judged on the facts of its own file", async () => {
    const home = await at.family({ enrolledIn: [], children: ["Lina", "Hugo"] });
    const child = first(home);
    await rule([{ kind: "residence" }]);
    expect(await refusedBecause(home)).toContain("pas encore dit quelles communes");
    await sql(
      "test_commune",
      `insert into territory_commune values ('rue', 'Rue') on conflict do nothing`,
      [],
    );
    expect(await refusedBecause(home)).toContain("n'a pas encore d'adresse");
    await sql("test_address", `update household set commune = 'Rue', commune_key = 'rue' where id = $1`, [
      home.id,
    ]);
    await rule([
      { kind: "residence" },
      { kind: "completeFile", needs: ["address", "phone", "email"] },
      { kind: "school", schools: ["École de Rue"] },
      { kind: "sibling" },
      { kind: "audience", who: "children" },
      { kind: "age", on: "slotDay", fromYears: 9 },
    ]);
    const said = await refusedBecause(home);
    expect(said).toContain("Il manque au dossier une adresse et un numéro de téléphone");
    expect(said).toContain("L'école de Lina en 2026-2027 manque au dossier");
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
      [home.children[1]?.id ?? null, home.id, rue.activityId, rue.seasonId, home.guardians[0]?.id ?? null],
    );
    expect(await refusedBecause(home)).toBe("");
    const spans = (await kept(home)).map(({ firstDay, lastDay }) => `${firstDay} ${lastDay}`);
    expect(spans).toContain("2027-05-04 2027-07-02");
  });

  test("groups and points are those of the moment", async () => {
    await rule([
      { kind: "priority", group: "reguliers", name: "les réguliers", points: 5, who: { kind: "regular" } },
      { kind: "priority", group: "fratries", name: "les fratries", points: 3, who: { kind: "sibling" } },
    ]);
    const home = await stranger();
    await ask(home);
    expect(await kept(home)).toMatchObject([{ groups: ["reguliers"], points: 5, regular: true }]);
  });
});

describe("an agent enrols", () => {
  const agent = agentWith(["bookings.write"]);
  const write = async (home: Household, changes: Partial<AgentEnrolment> = {}, who = agent) =>
    enrolForFamily(
      { ...at.visit(who), actor: who },
      {
        ...asked(home),
        payerId: home.guardians[0]?.id ?? newId<"guardian">(),
        firstDay: day("2026-11-09"),
        lastDay: day("2027-01-29"),
        given: [],
        reason: "",
        ...changes,
      },
    );

  test("over a condition with a reason, which is kept with the enrolment and in the journal", async () => {
    await rule(
      [
        { kind: "priority", group: "suivi", name: "les familles suivies", points: 20 },
        { kind: "age", on: "slotDay", fromYears: 12 },
      ],
      false,
    );
    const home = await stranger();
    expect(await write(home)).toMatchObject({
      refusal: { code: "needs-reason", unmet: [{ code: "too-young" }] },
    });
    const saved = await write(home, {
      reason: "Décision de la commission.",
      given: ["suivi"],
      regular: false,
    });
    expect(saved.ok).toBe(true);
    expect(await kept(home)).toMatchObject([{ groups: ["suivi"], points: 20, regular: false }]);
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
    await rule([]);
    const home = await stranger();
    expect(await write(home, changes)).toMatchObject({ ok: false, refusal: { code } });
    expect(await kept(home)).toEqual([]);
  });

  test("not at another agent's site", async () => {
    await rule([]);
    const elsewhere = agentWith(["bookings.write"], [newId<"site">()]);
    expect(await write(await stranger(), {}, elsewhere)).toMatchObject({ refusal: { code: "unknown" } });
  });

  test("days that are booked are not given up", async () => {
    await rule([]);
    const home = await stranger();
    await write(home);
    await book(home, "2027-01-21");
    const shorter = await write(home, { lastDay: day("2027-01-20") });
    expect(shorter).toMatchObject({ refusal: { code: "booked-days", days: [{ unitName: "Repas" }] } });
    expect((await write(home, { lastDay: day("2027-01-21") })).ok).toBe(true);
  });
});

async function book(home: Household, date: string) {
  const line = { act: "book" as const, participantId: first(home), slotId: rue.slotOn(date) };
  const result = await submitBookings(visitOf(home), { key: newId<"submission">(), lines: [line] });
  return result.ok ? result.value.lines.map(({ outcome }) => outcome) : [];
}

describe("an enrolment ends", () => {
  const endFrom = async (home: Household, from: string, now?: string) => {
    const visit = visitOf(home);
    const [known] = await town.database.read((reads) =>
      reads.rows<{ id: Id<"enrolment"> }>(
        "test_enrolment_of",
        `select id from enrolment where household_id = $1`,
        [home.id],
      ),
    );
    const enrolmentId = known?.id ?? newId<"enrolment">();
    return endEnrolment(
      { ...visit, ...(now === undefined ? {} : { now: Temporal.Instant.from(now) }) },
      { enrolmentId, from: day(from) },
    );
  };

  test("from a day on, unless something is booked from then on; then it may begin again", async () => {
    await rule([]);
    const home = await stranger();
    await ask(home);
    await book(home, "2026-11-12");
    expect(await endFrom(home, "2026-11-12")).toMatchObject({ refusal: { code: "booked-days" } });
    expect(await endFrom(home, "2026-11-01")).toMatchObject({ refusal: { code: "past" } });
    expect((await endFrom(home, "2026-11-13")).ok).toBe(true);
    expect((await endFrom(home, "2026-11-13")).ok).toBe(true);
    expect(await book(home, "2026-11-13")).toEqual(["unknown"]);
    const again = await requestEnrolment(
      { ...visitOf(home), now: Temporal.Instant.from("2026-11-23T08:00:00Z") },
      asked(home),
    );
    expect(again.ok).toBe(true);
    expect((await kept(home)).map(({ firstDay }) => firstDay.toString())).toEqual(["2026-11-02"]);
    expect(await book(home, "2026-11-27")).toEqual(["booked"]);
  });

  test("before its first day, and leaves no day", async () => {
    await rule([]);
    const home = await stranger();
    await ask(home);
    expect((await endFrom(home, "2026-11-02")).ok).toBe(true);
    const [person] = await town.database.read((reads) =>
      enrolmentChoices(reads, [home.id], null, Temporal.Instant.from("2026-11-02T08:00:00Z")),
    );
    expect(person?.choices.map(({ enrolment, decision }) => [enrolment, decision.kind])).toEqual([
      [null, "possible"],
    ]);
  });

  test("and a form of bookings at the same instant loses or wins whole", async () => {
    await rule([]);
    const home = await stranger();
    await ask(home);
    const [ended, booked] = await Promise.all([endFrom(home, "2026-12-01"), book(home, "2026-12-03")]);
    expect([ended.ok, booked[0]]).toEqual(ended.ok ? [true, "unknown"] : [false, "booked"]);
  });

  test("not another family's", async () => {
    await rule([]);
    const [home, other] = [await stranger(), await stranger()];
    await ask(home);
    const [known] = await town.database.read((reads) =>
      reads.rows<{ id: Id<"enrolment"> }>(
        "test_enrolment_id",
        `select id from enrolment where household_id = $1`,
        [home.id],
      ),
    );
    const visit = visitOf(other);
    const enrolmentId = known?.id ?? newId<"enrolment">();
    expect(await endEnrolment(visit, { enrolmentId, from: day("2026-12-01") })).toMatchObject({
      refusal: { code: "unknown" },
    });
  });
});

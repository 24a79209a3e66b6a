import { afterAll, beforeAll, expect, test } from "vitest";

import { grantRole } from "#access";
import type { SignedIn } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../test/builders/account.ts";
import { agentWith } from "../../test/builders/actors.ts";
import { newId } from "../../test/builders/canteen.ts";
import { centreTown, lineOf } from "../../test/builders/centre-town.ts";
import type { Centre } from "../../test/builders/centre.ts";
import type { Household } from "../../test/builders/household.ts";
import { htmlOf, sent, visitTo } from "../../test/builders/visit.tsx";
import { lastLook, readTopics } from "./alarms/read-topics.ts";
import { silence, wake } from "./alarms/silence.ts";
import { topicSentence } from "./alarms/texts.fr.ts";
import { chooseLetter } from "./mail/letter-choice.ts";
import { morningJob, watchMorning } from "./morning-job.ts";
import { listRoutes } from "./pages/agent/list/routes.tsx";
import { changeWatchRule } from "./setting/change-watch-rule.ts";

const MONDAY = "2026-11-16";
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  manager: ["watch.read", "attendance.write"],
  books: ["watch.read", "billing.read", "billing.write", "income.read"],
  kitchen: ["kitchen.read"],
};
const rightsOf = (role: string) => RIGHTS[role] ?? [];
const publicUrl = new URL("https://espace.exemple.fr");
const morningOf = (day: string) => Temporal.Instant.from(`${day}T04:10:00Z`);
const everything = agentWith([
  "watch.read",
  "attendance.write",
  "billing.read",
  "billing.write",
  "income.read",
]);

let town: TestDatabase;
let centre: Centre;
let elsewhere: Centre;
let home: Household;
beforeAll(async () => {
  town = await testDatabase();
  const at = centreTown(town);
  centre = await at.centre({ units: [{ name: "Accueil" }] });
  elsewhere = await at.centre({ units: [{ name: "Accueil" }] });
  home = await at.family(centre, { children: ["Lina", "Hugo"] });
  const slot = centre.slotOf("Accueil", MONDAY);
  await at.send(home, [lineOf("book", home, slot), lineOf("book", home, slot, { child: 1 })]);
}, 60_000);
afterAll(() => town.close());

const by = (actor: SignedIn, day: string) => ({
  actor,
  database: town.database,
  now: morningOf(day),
  address: "192.0.2.1",
});
const morning = (day: string) =>
  watchMorning(
    { authority: town.authority, database: town.database, now: morningOf(day) },
    { publicUrl, rightsOf },
  );
const topics = (day: string, actor: SignedIn = everything) =>
  town.database.read((reads) => readTopics(reads, actor, Temporal.PlainDate.from(day)));
const told = async (day: string, actor?: SignedIn) =>
  (await topics(day, actor))
    .filter(({ sleep }) => sleep === null)
    .map(({ watch, count, alarms }) => `${watch} ${count} in ${alarms}`)
    .toSorted();
const run = (name: string, sql: string, parameters: (string | number | null)[]) =>
  town.database.write((writes) => writes.run(name, sql, parameters));
const letters = async () =>
  (
    await town.database.read((reads) =>
      reads.rows<{ letter: string }>(
        "test_watch_letters",
        `select to_address || ' ' || body_text as letter from outbox_message
         where key like 'watchdog.morning:%' order by written_at, to_address`,
      ),
    )
  ).map(({ letter }) => letter);

/** An issued run of a month, with a charge of so many cents a day for each child given. */
async function issued(month: string, charges: readonly { child: number; cents: number; kind?: string }[]) {
  const id = newId<"run">();
  await run(
    "test_watch_run",
    `insert into billing_run (id, month, state, account_id, by_label, started_at, payers_expected)
     values ($1, $2::date, 'draft', $1, 'Test', $2::date, 1)`,
    [id, `${month}-01`],
  );
  for (const { child, cents, kind = "unit" } of charges) {
    await run(
      "test_watch_charge",
      `insert into charge (run_id, household_id, guardian_id, participant_id, participant_name, activity_id,
                           activity_name, unit_id, unit_name, day, source_key, kind, amount_cents, owed_cents, facts)
       values ($1, $2, $3, $4, '', $5, '', (select unit_id from slot where id = $6), '', $7, $8, $9, $10, $10, '{}')`,
      [
        id,
        home.id,
        home.guardians[0]?.id ?? "",
        home.children[child]?.id ?? "",
        centre.activityId,
        centre.slotOf("Accueil", MONDAY),
        `${month}-16`,
        `booking:${child}`,
        kind,
        cents,
      ],
    );
  }
  await run(
    "test_watch_issue",
    "update billing_run set state = 'issued', ended_at = started_at, ended_by = 'Test' where id = $1",
    [id],
  );
}

test("a quotient that ends soon is told, of households with places to come, without an amount", async () => {
  await run(
    "test_watch_quotient",
    `insert into qf_entry (id, household_id, value_hundredths, scheme, source, situation_on, received_on, first_day,
                           last_day, to_check, by_label, at)
     values (gen_random_uuid(), $1, 69999, 'caf', 'agent', '2026-01-01', '2026-01-01', '2026-01-01', '2026-11-20', false,
             'Test', '2026-01-01T00:00:00Z')`,
    [home.id],
  );
  await morning("2026-10-20");
  expect(await told("2026-10-20")).toEqual([]);
  await morning("2026-11-02");
  expect(await told("2026-11-02")).toEqual(["quotient 1 in 1"]);
  expect(await told("2026-11-02", agentWith(["watch.read", "attendance.write"]))).toEqual([]);
  await run(
    "test_watch_quotient_next",
    `insert into qf_entry (id, household_id, value_hundredths, scheme, source, situation_on, received_on, first_day,
                           last_day, to_check, by_label, at)
     values (gen_random_uuid(), $1, 69999, 'caf', 'agent', '2026-11-01', '2026-11-01', '2026-11-21', null, false,
             'Test', '2026-11-01T00:00:00Z')`,
    [home.id],
  );
  await morning("2026-11-03");
  expect(await told("2026-11-03")).toEqual([]);
});

test("a day nobody pointed is told after three days, at its site, once by letter", async () => {
  const account = async (email: string, role: string, siteId = centre.siteId) => {
    const accountId = await buildAccount(town.database, { email, name: email });
    await town.database.write((writes) =>
      grantRole(writes, { accountId, role, siteId, now: morningOf("2026-11-01") }),
    );
    await chooseLetter(by({ ...everything, accountId }, "2026-11-01"), true);
  };
  await account("here@exemple.fr", "manager");
  await account("there@exemple.fr", "manager", elsewhere.siteId);
  await account("cook@exemple.fr", "kitchen");
  await morning("2026-11-18");
  expect(await told("2026-11-18")).toEqual([]);
  await morning("2026-11-19");
  expect(await told("2026-11-19")).toEqual(["unpointed 2 in 1"]);
  const [line] = await topics("2026-11-19");
  expect(line === undefined ? "" : topicSentence(line)).toMatch(
    /: 1.jour à pointer, depuis le lundi 16 novembre$/,
  );
  expect(
    await told("2026-11-19", agentWith(["watch.read", "attendance.write"], [centre.siteId])),
  ).toHaveLength(1);
  expect(await told("2026-11-19", agentWith(["watch.read", "attendance.write"], [elsewhere.siteId]))).toEqual(
    [],
  );
  expect(await told("2026-11-19", agentWith(["watch.read", "kitchen.read"]))).toEqual([]);
  await morning("2026-11-20");
  const [first, ...others] = await letters();
  expect(others).toEqual([]);
  expect(first).toMatch(/^here@exemple.fr .*1.jour à pointer/s);
  expect(first).toContain("https://");
  for (const { lastName, firstName } of [...home.guardians, ...home.children]) {
    expect(first).not.toMatch(new RegExp(`${lastName}|${firstName}`));
  }
});

test("put to sleep it is told to nobody until the day is over, then it is new again", async () => {
  const [line] = await topics("2026-11-20");
  if (line === undefined) throw new Error("No alarm");
  const until = Temporal.PlainDate.from("2026-11-22");
  const said = { until, reason: "La feuille arrive lundi." };
  const other = agentWith(["watch.read", "attendance.write"], [elsewhere.siteId]);
  expect(await silence(by(other, "2026-11-20"), line, said)).toMatchObject({ refusal: { code: "unknown" } });
  const late = { ...said, until: Temporal.PlainDate.from("2026-11-19") };
  expect(await silence(by(everything, "2026-11-20"), line, late)).toMatchObject({
    refusal: { code: "days" },
  });
  expect(await silence(by(everything, "2026-11-20"), line, said)).toMatchObject({ ok: true });
  await morning("2026-11-22");
  expect(await told("2026-11-22")).toEqual([]);
  expect((await topics("2026-11-22")).map(({ sleep }) => sleep?.reason)).toEqual([
    "La feuille arrive lundi.",
  ]);
  expect(await letters()).toHaveLength(1);
  await morning("2026-11-23");
  expect(await told("2026-11-23")).toEqual(["unpointed 2 in 1"]);
  expect(await letters()).toHaveLength(2);
  expect(
    await silence(by(everything, "2026-11-23"), line, { ...said, until: until.add({ days: 30 }) }),
  ).toMatchObject({
    ok: true,
  });
  expect(await wake(by(everything, "2026-11-23"), line)).toMatchObject({ ok: true });
  expect(await told("2026-11-23")).toEqual(["unpointed 2 in 1"]);
  const journal = await town.database.read((reads) =>
    reads.rows<{ act: string }>(
      "test_watch_journal",
      "select act from journal_entry where act like 'watchdog.%' order by at, id",
    ),
  );
  expect(journal.map(({ act }) => act)).toEqual(["watchdog.silenced", "watchdog.silenced", "watchdog.woken"]);
});

test("a month is late from the tenth; issued, it is gone, and who has no charge is told", async () => {
  await morning("2026-12-09");
  expect(await told("2026-12-09")).toEqual(["unpointed 2 in 1"]);
  await morning("2026-12-10");
  expect(await told("2026-12-10")).toEqual(["unissued 2 in 1", "unpointed 2 in 1"]);
  await issued("2026-10", [{ child: 0, cents: 4000 }]);
  await issued("2026-11", [{ child: 0, cents: 12_000 }]);
  await morning("2026-12-11");
  // Hugo was expected, nobody pointed the day, nobody billed him; Lina's bill is three times October's.
  expect(await told("2026-12-11")).toEqual(["jump 1 in 1", "unbilled 1 in 1"]);
  await issued("2026-11", [{ child: 1, cents: 0, kind: "contract" }]);
  await morning("2026-12-12");
  expect(await told("2026-12-12")).toEqual(["jump 1 in 1"]);
});

test("a watch that is off finds nothing, from its day on", async () => {
  const rule = {
    unpointedAfterDays: null,
    unbilled: false,
    unissuedFromDay: null,
    jump: null,
    quotientDays: null,
  };
  await changeWatchRule(by(everything, "2026-12-12"), { from: Temporal.PlainDate.from("2026-12-14"), rule });
  await morning("2026-12-13");
  expect(await told("2026-12-13")).toHaveLength(1);
  await morning("2026-12-14");
  expect(await told("2026-12-14")).toEqual([]);
});

test("what comes back is new; what stays keeps its first morning", async () => {
  const seen = await town.database.read((reads) =>
    reads.rows<{ watch: string; first: Temporal.Instant; gone: boolean }>(
      "test_watch_seen",
      `select watch, first_seen as first, gone_at is not null as gone from alarm order by id`,
    ),
  );
  expect(
    seen.map(({ watch, first, gone }) => `${watch} ${first.toString().slice(0, 10)} ${gone}`).toSorted(),
  ).toEqual([
    "jump 2026-12-11 true",
    "quotient 2026-11-02 true",
    "unbilled 2026-12-11 true",
    "unissued 2026-12-10 true",
    "unpointed 2026-11-19 true",
  ]);
});

test("a morning missed while nothing ran is caught up once, whoever asks again", async () => {
  const ask = (time: string) =>
    morningJob({ publicUrl, rightsOf }).run({
      authority: town.authority,
      database: town.database,
      now: Temporal.Instant.from(`2027-03-16T${time}Z`),
    });
  const looked = async () => (await town.database.read((reads) => lastLook(reads)))?.toString();
  const due = async (time: string) => {
    const now = Temporal.Instant.from(`2027-03-16T${time}Z`);
    const shown = await listRoutes[0].handle(visitTo(town, { actor: everything, now }), sent());
    return htmlOf(shown).includes("n’est pas encore fait");
  };
  await ask("03:50:00");
  const before = await looked();
  // The page of an agent who comes before it says that it shows the morning of another day.
  expect(await due("08:09:00")).toBe(true);
  await Promise.all([ask("08:10:00"), ask("08:10:00")]);
  expect([before === "2027-03-16T08:10:00Z", await looked()]).toEqual([false, "2027-03-16T08:10:00Z"]);
  expect(await due("08:11:00")).toBe(false);
  await ask("08:20:00");
  expect(await looked()).toBe("2027-03-16T08:10:00Z");
});

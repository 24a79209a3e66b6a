import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { listAuthorities } from "#identity";
import { migrateDatabase, openDatabase, type Database } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { vaultIn } from "../../../test/documents/vault-in.ts";
import { demonstrationAccounts } from "./accounts.ts";
import { loadDemonstration } from "./load-demonstration.ts";

const folder = mkdtempSync(join(tmpdir(), "preau-demonstration-"));
const vault = vaultIn(folder);
let town: TestDatabase;
let url: string;
let server: Database;

beforeAll(async () => {
  town = await testDatabase();
});
afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true });
});

/** Opens a migrated database without any authority, on the server of the tests. */
async function openEmpty(): Promise<void> {
  const name = `demo_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: town.url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  url = town.url.replace(/\/t_[0-9a-f]+/, `/${name}`);
  await migrateDatabase(url);
  server = openDatabase(url, { role: null });
}

/** The rows of a statement on the demonstration's schema. */
async function rows(sql: string): Promise<object[]> {
  const [authority] = await listAuthorities(server);
  if (authority === undefined) throw new Error("No demonstration");
  const client = await server.pool.connect();
  try {
    await client.query(`set search_path to "${authority.schema}"`);
    return (await client.query<object>(sql)).rows;
  } finally {
    client.release(true);
  }
}

// Loading it takes some five seconds: what it must hold is read from one load, whoever made it.
describe("two programs start together", () => {
  beforeAll(async () => {
    await openEmpty();
    const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
    await Promise.all([loadDemonstration(url, now, vault), loadDemonstration(url, now, vault)]);
  }, 180_000);
  afterAll(() => server.close());

  test("every service says who may come, and nobody is there against it", async () => {
    expect(
      await rows(
        `select distinct u.activity_code from activities_unit_card u
       where u.audience <> 'adults' and not exists (
         select from enrolment_rule r where r.activity_id = u.activity_id and r.conditions <> '[]')`,
      ),
    ).toEqual([]);
    // Canteens, mornings, evenings and Wednesdays are for those who go to school.
    expect(
      await rows(
        `select c.first_name, u.activity_code from enrolment e
       join families_participant_card c using (participant_id, household_id)
       join lateral (select activity_code from activities_unit_card where activity_id = e.activity_id limit 1) u on true
       where u.activity_code ~ '^(cantine|periscolaire|alsh)' and c.birth_date > '2023-12-31'`,
      ),
    ).toEqual([]);
  });

  test("it is loaded once, whole", async () => {
    expect(await listAuthorities(server)).toMatchObject([{ demonstration: true, host: "localhost" }]);

    const accounts = await rows(`select lower(email) as email from account where password_hash is not null`);
    expect(accounts.map((row) => JSON.stringify(row)).toSorted()).toEqual(
      demonstrationAccounts.map(({ email }) => JSON.stringify({ email })).toSorted(),
    );

    // Claire's three children are in two schools, and the eldest has a second household.
    expect(
      await rows(
        `select p.first_name as child, schooling.school_name as school,
              (select count(*) from household_participant h where h.participant_id = p.id) as households
       from account a
       join account_guardian ag on ag.account_id = a.id
       join household_guardian hg on hg.guardian_id = ag.guardian_id
       join household_participant hp on hp.household_id = hg.household_id
       join participant p on p.id = hp.participant_id
       join schooling on schooling.participant_id = p.id
       where a.email = 'claire.lefebvre@exemple.fr' order by p.first_name`,
      ),
    ).toEqual([
      { child: "Hugo", school: "École du Marquenterre – Rue", households: 1 },
      { child: "Lina", school: "École des Dunes – Quend", households: 1 },
      { child: "Zoé", school: "École du Marquenterre – Rue", households: 2 },
    ]);

    // Her companion may not act for the eldest; her second child has a PAI and a grandmother who fetches him.
    expect(
      await rows(
        `select g.first_name as adult, p.first_name as child from withheld_authority w
       join guardian g on g.id = w.guardian_id join participant p on p.id = w.participant_id`,
      ),
    ).toEqual([{ adult: "Marc", child: "Zoé" }]);
    expect(
      await rows(
        `select p.first_name as child, has_pai, person.first_name as person from health_record
       join participant p on p.id = participant_id join authorised_person person using (participant_id)`,
      ),
    ).toEqual([{ child: "Hugo", has_pai: true, person: "Odile" }]);
    expect(
      await rows(
        `select distinct resident from families_residence join household on id = household_id
       where commune in ('Rue', 'Le Crotoy', 'Quend')`,
      ),
    ).toEqual([{ resident: true }]);

    // What is watched this morning is of these days; what was before the first month billed here sleeps, and says why.
    expect(
      await rows(
        `select watch, count(*)::integer between 1 and 25 as few, min(facts ->> 'day') >= '2026-11-09' as recent
       from alarm where gone_at is null and not exists (select from alarm_sleep where alarm_sleep.watch = alarm.watch
                                                        and alarm_sleep.topic = alarm.topic)
       group by watch order by watch`,
      ),
    ).toEqual([
      { watch: "quotient", few: true, recent: null },
      { watch: "unpointed", few: true, recent: true },
    ]);

    // What was left out had no tariff yet: the old software billed it. Who brings the meal of a PAI is noted.
    expect(
      await rows(
        `select facts -> 'hole' ->> 'code' as hole, left_out_why as why, max(facts ->> 'day') < '2026-01-01' as before
         from billing_oddity where kind = 'unpriced' group by 1, 2`,
      ),
    ).toEqual([
      {
        hole: "noTariff",
        why: "Facturé avec l’ancien logiciel : aucun tarif n’est connu ici.",
        before: true,
      },
    ]);

    // Last year some families booked already, when its bookings opened.
    expect(
      await rows(
        `select c.first_name as child, count(*)::integer as meals, max(b.booked_at) < '2025-09-01' as in_time
       from booking b join slot s on s.id = b.slot_id
       join families_participant_card c using (participant_id, household_id)
       where s.date between '2025-09-01' and '2025-12-31' and b.state = 'booked' group by 1 order by 1`,
      ),
    ).toEqual([
      { child: "Hugo", meals: 41, in_time: true },
      { child: "Inès", meals: 28, in_time: true },
      { child: "Jules", meals: 41, in_time: true },
      { child: "Lina", meals: 41, in_time: true },
      { child: "Zoé", meals: 41, in_time: true },
    ]);
    // One family lives outside the communes, another gave no telephone; a child is enrolled because he lives there.
    expect(
      await rows(
        `select g.first_name as adult, r.resident, g.phone_mobile as phone
       from families_guardian_card g join families_residence r using (household_id)
       where g.last_name in ('Roger', 'Carpentier') and g.email is not null order by 1`,
      ),
    ).toEqual([
      { adult: "Camille", resident: false, phone: "0639981006" },
      { adult: "Julie", resident: true, phone: "" },
    ]);
    // Enrolled as an agent does it, with the groups that the windows and the lists look at.
    expect(
      await rows(
        `select distinct c.first_name as child, a.code as activity, e.priority_groups as groups
       from enrolment e join activity a on a.id = e.activity_id
       join families_participant_card c using (participant_id, household_id)
       where a.code in ('alsh-vacances', 'sejour-baie') order by 1`,
      ),
    ).toEqual([
      { child: "Hugo", activity: "sejour-baie", groups: [] },
      { child: "Jules", activity: "alsh-vacances", groups: ["habitants"] },
    ]);

    expect(await rows(`select from slot where date > '2026-11-23' and taken = places limit 1`)).toHaveLength(
      1,
    );
    // An offered place is kept for whoever may take it.
    expect(
      await rows(
        `select id from slot where taken <> (select coalesce(sum(b.places), 0) from booking b
                                           where b.slot_id = slot.id and b.state = 'booked')
                                        + (select coalesce(sum(t.places), 0) from waiting_turn t
                                           where slot.id = any (t.slot_ids) and t.state = 'offered')`,
      ),
    ).toEqual([]);
    // Sophie is an assistante maternelle too: she comes to the relais with three children, four places in all.
    expect(await rows(`select distinct companions, places from booking where companions > 0`)).toEqual([
      { companions: 3, places: 4 },
    ]);
    expect(
      await rows(`select distinct reason from booking_history where reason is not null order by reason`),
    ).toEqual([
      { reason: "Contrat d’accueil du 31 août 2026 au 2 juillet 2027" },
      { reason: "Enfant malade : sa mère a appelé à 8 h." },
      { reason: "Journée pédagogique : l’école est fermée." },
    ]);
    // Sophie is offered a place that another family gave back, with time to answer, and waits as second for the next one.
    expect(
      await rows(
        `select s.date::text, t.state, t.answer_until > '2026-11-24T09:00:00Z' as in_time,
              case when t.state = 'waiting' then (select rank::integer from waiting_in_order(t.slot_id) line
                                                  where line.turn_id = t.id) end as rank
       from waiting_turn t join slot s on s.id = t.slot_id
       join household_guardian using (household_id) join guardian g on g.id = guardian_id
       where g.email = 'sophie.duhamel@exemple.fr' and t.state in ('offered', 'waiting') order by s.date`,
      ),
    ).toEqual([
      { date: "2026-12-05", state: "offered", in_time: true, rank: null },
      { date: "2026-12-12", state: "waiting", in_time: null, rank: 2 },
    ]);
    // Everything that is offered has its tariff, from the rule set file.
    expect(
      await rows(
        `select code from activity
       where not exists (select from tariff_rule where activity_id = activity.id and section = 'prices'
                         and jsonb_array_length(entries) > 0)`,
      ),
    ).toEqual([]);
    // Of all these weeks, only last evening's form is still to be told by mail.
    expect(await rows(`select payload->>'type' as type from graphile_worker._private_jobs`)).toEqual([
      { type: "bookings.submitted" },
    ]);
    expect(await rows(`select id from booking where booked_at > '2026-11-23T09:00:00Z'`)).toEqual([]);
  });
});

test.each([
  ["in the summer holidays, before the season", "2026-08-10T09:00:00Z", 1],
  ["when the calendar that is shipped has ended", "2028-03-01T09:00:00Z", 0],
])("it can be loaded %s", { timeout: 180_000 }, async (_, at, withSlots) => {
  await openEmpty();
  onTestFinished(() => server.close());
  await loadDemonstration(url, Temporal.Instant.from(at), vault);
  expect(await rows(`select from slot limit 1`)).toHaveLength(withSlots);
  expect(await rows(`select from enrolment limit 1`)).toHaveLength(1);
});

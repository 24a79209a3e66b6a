import { readFileSync } from "node:fs";
import { join } from "node:path";

import { grantRole } from "#access";
import { chooseCalendar, importSchoolCalendar, loadCalendar } from "#activities";
import { alignSlots } from "#bookings";
import type { VaultSettings } from "#documents";
import {
  addHost,
  changeAuthoritySetting,
  choosePassword,
  createAuthority,
  listAuthorities,
  type Authority,
  type SignedIn,
} from "#identity";
import { parisDate, parisInstant } from "#kernel";
import { databaseWithin, forgetAnnounced, handleOf, openDatabase, projectRoot, type Writes } from "#platform";
import { watchMorning } from "#watchdog";
import type { ClientBase } from "pg";

import { rightsOf } from "../roles.ts";
import { administrator, demonstrationPassword, parents } from "./accounts.ts";
import { noteDays } from "./attendance.ts";
import { billMonths } from "./bills.ts";
import { replayBookings, type Story } from "./bookings.ts";
import { prepareCampaign } from "./campaign.ts";
import { canteens } from "./canteens.ts";
import { applyDemonstrationRuleSet } from "./demonstration-rule-set.ts";
import { openDesk } from "./desk.ts";
import { enrolSchool, type EnrolledChild } from "./enrolled-families.ts";
import { useEveryService } from "./every-service.ts";
import { importFamilies } from "./families.ts";
import { bookLastEvening, cancelForIllness, closeForTeachersDay } from "./last-days.ts";
import { replayLastYear } from "./last-year.ts";
import { askOnLine } from "./requests.ts";
import { settleHouseholds } from "./households.ts";
import { createCanteen, type CreatedCanteen } from "./offer.ts";
import { createPeople } from "./people.ts";
import { enrolForOutings, enrolForStay, useServices } from "./services.ts";
import { writeDemonstrationMenus } from "./menus.ts";
import { publishNews } from "./publications.ts";
import { tellQuotients } from "./quotients.ts";
import { seasonFrom, seasonOf, type DemonstrationSeason } from "./season.ts";
import { sleepOverBefore } from "./watched.ts";
import { waitForPlaces } from "./waiting.ts";

const NAME = "Communauté de communes Ponthieu-Marquenterre";
/** The canteens of the families that have an account: last year they were open already. */
const OPEN_LAST_YEAR: ReadonlySet<string> = new Set(["Rue", "Quend", "Crécy-en-Ponthieu"]);
const CONTACT = {
  phone: "03 53 01 80 10",
  email: "enfance@exemple.fr",
  hours: "du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h",
};

/**
 * Loads the demonstration into a migrated database without any authority, in one transaction: whole or not at
 * all. Does nothing where there is an authority, also when two programs start together.
 * @param connectionString the owner's, who may create a schema
 * @param vault where what families have sent is kept
 */
export async function loadDemonstration(
  connectionString: string,
  now: Temporal.Instant,
  vault: VaultSettings,
): Promise<void> {
  const owner = openDatabase(connectionString, { role: null, connections: 2 });
  const client = await owner.pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('preau.demonstration'))");
    if ((await listAuthorities(owner)).length === 0) await load(client, now, vault);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release(true);
    await owner.close();
  }
}

async function load(client: ClientBase, now: Temporal.Instant, vault: VaultSettings): Promise<void> {
  const writes = handleOf(client);
  const { authority, actor, database } = await createDemonstrationAuthority(client, now);
  const { season, before, calendarKnown } = await prepareCalendar(writes, authority, now);
  const opened = openingOf(season, now);
  const created: CreatedCanteen[] = [];
  for (const canteen of canteens) {
    created.push(
      await createCanteen(writes, canteen, {
        season,
        since: before.firstDay,
        authorityId: authority.id,
      }),
    );
  }
  await alignSlots(writes, {
    authorityId: authority.id,
    activityIds: null,
    now: opened,
    by: { name: actor.name, accountId: actor.accountId },
  });
  await applyDemonstrationRuleSet(database, { authority, season, by: actor.name, now: opened });
  const children: EnrolledChild[] = [];
  for (const [seed, canteen] of created.entries()) {
    await importFamilies(database, canteen.canteen, { seed, schoolYear: season.name, at: opened });
    children.push(...(await enrolSchool(writes, canteen, { season, now: opened })));
  }
  const people = await createPeople(writes, created, opened);
  const person = (email: string): SignedIn => {
    const found = people.get(email);
    if (found === undefined) throw new Error(`Nobody in the demonstration has the address ${email}`);
    return found;
  };
  const mother = person("claire.lefebvre@exemple.fr");
  const user = person("sophie.duhamel@exemple.fr");
  const reception = person("martine.leroy@exemple.fr");
  await settleHouseholds({ database, administrator: actor, reception, mother, at: opened });
  const story: Story = {
    database,
    authority,
    opened,
    now,
    children,
    reception,
    parents: [
      { actor: mother, weekdays: [1, 2] },
      { actor: person("thomas.bernard@exemple.fr"), weekdays: [5] },
      { actor: person("karim.benali@exemple.fr"), weekdays: [1, 4, 5] },
      { actor: user, weekdays: [1, 2, 4] },
    ],
  };
  // Without the calendar of this year there is no planning in which to find last year again.
  if (calendarKnown)
    await replayLastYear(story, {
      season: before,
      canteens: created.filter(({ canteen }) => OPEN_LAST_YEAR.has(canteen.commune)),
      families: [
        { actor: mother, weekdays: [1, 2, 4] },
        { actor: person("karim.benali@exemple.fr"), weekdays: [1, 5] },
        { actor: user, weekdays: [1, 2, 4] },
      ],
    });
  await replayBookings(story);
  // Nothing of what is written here is known to PostgreSQL's planner before the commit: who owes something in a month
  // took ten times as long to count.
  await client.query("analyze enrolment, slot, booking");
  await cancelForIllness(story, mother);
  const closed = created.find(({ canteen }) => canteen.commune === "Nouvion");
  if (closed !== undefined) await closeForTeachersDay(story, actor, closed);
  const [rue] = created;
  await useServices(
    story,
    children.filter(
      ({ activityId, householdId }) =>
        activityId === rue?.activityId && mother.guardian?.householdIds.includes(householdId) !== true,
    ),
  );
  await enrolForStay(story, mother);
  await enrolForOutings(story, mother);
  await useEveryService(story, user, Number(season.name.slice(0, 4)));
  const crecy = created.find(({ canteen }) => canteen.commune === "Crécy-en-Ponthieu");
  const neighbours = children.filter(
    ({ activityId, householdId }) =>
      activityId === crecy?.activityId && user.guardian?.householdIds.includes(householdId) !== true,
  );
  await waitForPlaces(story, user, neighbours);
  await noteDays(story);
  await tellQuotients(
    { database, administrator: actor, reception, opened, now },
    { nursery: user, expiring: person("karim.benali@exemple.fr"), declaring: mother },
    new Set(children.map(({ householdId }) => householdId)),
  );
  await billMonths(story, {
    regisseur: person("nadia.roussel@exemple.fr"),
    onPaper: person("karim.benali@exemple.fr"),
  });
  await openDesk(story, {
    administrator: actor,
    regisseur: person("nadia.roussel@exemple.fr"),
    taker: reception,
    apart: new Set(parents.flatMap(({ email }) => person(email).guardian?.householdIds ?? [])),
  });
  if (rue !== undefined)
    await publishNews(story, rue.siteId, {
      administrator: actor,
      reception,
      accepting: [mother, person("karim.benali@exemple.fr")],
    });
  await prepareCampaign(story, { reception, agreeing: [mother, user] });
  await writeDemonstrationMenus(
    story,
    person("jerome.petit@exemple.fr"),
    created.map(({ activityId }) => activityId),
  );
  await askOnLine(story, { administrator: actor, reception, person, vault });
  // What happened weeks ago is no news: its mails are not written.
  await forgetAnnounced(client, authority.id);
  await bookLastEvening(story, mother);
  // What the watch found this morning; no letter, since nobody chose it yet.
  await watchMorning({ authority, database, now }, { publicUrl: new URL("http://localhost"), rightsOf });
  await sleepOverBefore(story, person("nadia.roussel@exemple.fr"));
}

async function createDemonstrationAuthority(client: ClientBase, now: Temporal.Instant) {
  const created = await createAuthority(client, {
    name: NAME,
    host: "localhost",
    adminEmail: administrator.email,
    adminName: administrator.name,
    demonstration: true,
    now,
  });
  if (!created.ok) throw new Error(`The demonstration was refused: ${created.refusal.code}`);
  const { id, schema, host, administrator: accountId, choosePath } = created.value;
  const database = databaseWithin(handleOf(client), schema);
  const added = await database.write((writes) => addHost(writes, { authorityId: id, host: "127.0.0.1" }));
  if (!added.ok) throw new Error(`The demonstration was refused: ${added.refusal.code}`);
  await database.write((writes) =>
    grantRole(writes, { accountId, role: "administrator", siteId: null, now }),
  );
  const token = choosePath.split("/").at(-1) ?? "";
  const chosen = await choosePassword(database, {
    token,
    password: demonstrationPassword,
    address: "127.0.0.1",
    now,
  });
  if (!chosen.ok) throw new Error(`The demonstration's password was refused: ${chosen.refusal.code}`);
  const actor: SignedIn = {
    kind: "signed-in",
    accountId,
    name: administrator.name,
    email: administrator.email,
    guardian: null,
    rights: new Map(rightsOf("administrator").map((right) => [right, "everywhere"])),
  };
  const setting = { name: NAME, accent: "#2f6f4f", ...CONTACT };
  await changeAuthoritySetting(database, setting, { actor, address: "127.0.0.1", now });
  const brand = { stylesheet: "", logo: null, contact: CONTACT };
  const authority: Authority = { id, schema, name: NAME, host, demonstration: true, brand };
  return { authority, actor, database };
}

async function prepareCalendar(
  writes: Writes,
  { id }: Authority,
  now: Temporal.Instant,
): Promise<{ season: DemonstrationSeason; before: DemonstrationSeason; calendarKnown: boolean }> {
  const by = administrator.name;
  await chooseCalendar(writes, {
    publicHolidays: "metropole",
    schoolZone: "B",
    authorityId: id,
    by,
  });
  const text = readFileSync(join(projectRoot, "reference", "school-calendar-zone-b.csv"), "utf8");
  await importSchoolCalendar(writes, { text, zone: "B", authorityId: id, by });
  const { school } = await loadCalendar(writes);
  const season = seasonOf(school, parisDate(now));
  return {
    season,
    before: seasonFrom(school, season.firstDay.year - 1),
    calendarKnown: school.completeYears.has(season.name),
  };
}

/** Two weeks before the season, in the morning; now, when that is still to come. */
function openingOf(season: DemonstrationSeason, now: Temporal.Instant): Temporal.Instant {
  const opened = parisInstant(season.firstDay.subtract({ days: 14 }), new Temporal.PlainTime(9));
  return Temporal.Instant.compare(opened, now) < 0 ? opened : now;
}

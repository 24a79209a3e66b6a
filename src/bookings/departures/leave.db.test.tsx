import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../test/builders/family-town.tsx";
import { announced } from "../../../test/builders/letters.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { bookingsAgentRoutes } from "../pages/agent/routes.ts";
import { submitBookings } from "../submit/submit-bookings.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsAgentRoutes());
}, 60_000);
afterAll(() => town.close());

const agent = agentWith(["families.read", "families.write", "bookings.write"]);
type Home = Awaited<ReturnType<typeof at.family>>;

async function book(home: Home, ...days: string[]) {
  const lines = days.map((day) => ({
    act: "book" as const,
    participantId: home.children[0]?.id ?? newId<"participant">(),
    slotId: at.rue.slotOn(day),
  }));
  const visit = { ...town, actor: guardianOf(home), now: Temporal.Instant.from("2026-11-02T08:00:00Z") };
  await submitBookings(visit, { key: newId<"submission">(), lines });
}
const path = (folder: string) => `/agent/familles/:household/${folder}/:record/retirer`;
const open = async (home: Home, folder: string, record = "") =>
  at.ask("GET", path(folder), at.visit(agent), { params: { household: home.id, record } });
async function leave(
  home: Home,
  folder: string,
  record: string,
  said: Record<string, string>,
  actor = agent,
) {
  const vu = /name="vu" value="([^"]*)"/.exec(htmlOf(await open(home, folder, record)))?.[1] ?? "";
  return at.ask("POST", path(folder), at.visit(actor), {
    params: { household: home.id, record },
    body: { vu, raison: "Va vivre ailleurs", ...said },
  });
}
const lastDays = (home: Home) =>
  town.database.read((reads) =>
    reads.rows<{ lastDay: Temporal.PlainDate; left: boolean }>(
      "test_last_days",
      `select e.last_day as "lastDay", hp.left_on is not null as left
       from household_participant hp join enrolment e using (household_id, participant_id)
       where hp.household_id = $1`,
      [home.id],
    ),
  );

test("a child leaves: the days to come are told, then cancelled whatever the deadline, and the enrolment ends", async () => {
  const home = await at.family({ children: ["Lina"] });
  const other = await at.family({ lastName: "Bernard", children: [], sharedChildren: home.children });
  const lina = home.children[0]?.id ?? "";
  await book(home, "2026-11-09", "2026-11-10");
  await book({ ...other, children: home.children }, "2026-11-12");
  const html = wordsOf(htmlOf(await open(home, "enfants", lina)));
  expect(html).toContain("2 jours réservés à venir");
  expect(html).not.toContain("jeudi 12 novembre");
  const unsaid = await leave(home, "enfants", lina, {});
  expect(wordsOf(htmlOf(unsaid))).toContain("Dites si ces réservations sont annulées ou gardées.");
  const left = await leave(home, "enfants", lina, { reservations: "cancel" });
  expect(left).toMatchObject({ to: `/agent/familles/${home.id}?fait=depart#children` });
  expect(await leave(home, "enfants", lina, { reservations: "cancel" })).toEqual(left);
  expect(await at.bookedDays(home)).toEqual([]);
  expect(await at.bookedDays(other)).toEqual(["Lina 2026-11-12"]);
  expect((await lastDays(home)).map((row) => `${row.lastDay.toString()} ${row.left}`)).toEqual([
    "2026-11-02 true",
  ]);
  expect(await announced(town, "bookings.submitted")).not.toEqual([]);
});

test("a child leaves and the days are kept: they stay the household's, and its enrolment too", async () => {
  const home = await at.family({ children: ["Hugo"] });
  const hugo = home.children[0]?.id ?? "";
  await book(home, "2026-11-16");
  const managerElsewhere = agentWith(["families.read", "families.write"]);
  const refused = await leave(home, "enfants", hugo, { reservations: "cancel" }, managerElsewhere);
  expect(wordsOf(htmlOf(refused))).toContain("un agent qui agit partout");
  expect(await leave(home, "enfants", hugo, { reservations: "keep" })).toMatchObject({ kind: "redirect" });
  expect(await at.bookedDays(home)).toEqual(["Hugo 2026-11-16"]);
  expect((await lastDays(home)).map(({ lastDay }) => lastDay.toString())).toEqual(["2027-07-02"]);
});

test("a page is shown again when the household has booked meanwhile", async () => {
  const home = await at.family({ children: ["Zoé"] });
  const zoe = home.children[0]?.id ?? "";
  const answer = await at.ask("POST", path("enfants"), at.visit(agent), {
    params: { household: home.id, record: zoe },
    body: { vu: "", raison: "Déménage", reservations: "keep" },
  });
  expect(wordsOf(htmlOf(answer))).toContain("Ce qui est réservé a changé entre-temps");
});

test("the last adult, and who still pays, stay; another adult leaves and no longer acts", async () => {
  const home = await at.family({ guardians: ["Anne", "Marc"], children: ["Tom"] });
  const [anne, marc] = home.guardians.map(({ id }) => id);
  const opened = async () => wordsOf(htmlOf(await open(home, "responsables", anne)));
  expect(await opened()).toContain("Cet adulte paie encore pour Tom (Restauration scolaire – Rue).");
  expect(await leave(home, "responsables", anne ?? "", {})).toMatchObject({ refusal: { status: 409 } });
  expect(await leave(home, "responsables", marc ?? "", {})).toMatchObject({ kind: "redirect" });
  expect(await opened()).toContain("seul adulte de ce foyer");
  const adults = await town.database.read((reads) =>
    reads.rows<{ guardianId: string }>(
      "test_adults",
      `select guardian_id as "guardianId" from families_guardian_card where household_id = $1`,
      [home.id],
    ),
  );
  expect(adults).toEqual([{ guardianId: anne }]);
});

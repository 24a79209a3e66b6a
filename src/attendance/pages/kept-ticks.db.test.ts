import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { noPrices } from "../../../test/attendance/no-prices.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { familyTown } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import { htmlOf } from "../../../test/builders/visit.tsx";
import { attendanceRoutes } from "./routes.ts";

// Lina eats on Monday 9 November 2026; what is ticked is kept by every way out of a line.
const DAY = "2026-11-09";
const NOON = Temporal.Instant.from("2026-11-09T11:05:00Z");
const PATH = "/agent/pointage/:site";
const paul = agentWith(["attendance.write"]);

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, attendanceRoutes(noPrices));
  home = await at.family({ children: ["Lina"] });
  await town.database.write((writes) =>
    writes.run(
      "test_book",
      `insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
       select $1, e.participant_id, e.household_id, e.id, $3 from enrolment e where e.participant_id = $2`,
      [at.rue.slotOn(DAY), lina(), "2026-11-02T08:00:00Z"],
    ),
  );
}, 60_000);
afterAll(() => town.close());

const lina = () => home.children[0]?.id ?? "";
const send = (body: Record<string, unknown>) =>
  at.ask("POST", PATH, at.visit(paul, NOON), {
    params: { site: at.rue.siteId },
    body: { cle: newId<"page">(), jour: DAY, ...body },
  });
const seen = (version: number) => `1 ${at.rue.slotOn(DAY)} ${lina()} ${home.id} ${version}`;
const sheet = async () =>
  htmlOf(
    await at.ask("GET", PATH, at.visit(paul, NOON), {
      params: { site: at.rue.siteId },
      query: { jour: DAY },
    }),
  );

async function versionOf(): Promise<number> {
  return Number(/name="vu" value="[^"]* (\d+)"/.exec(await sheet())?.[1]);
}

test("the proof of several days is reached by a button that keeps what is ticked", async () => {
  expect(await sheet()).toContain(`name="suite" value="justificatif ${lina()}"`);
  const vu = seen(await versionOf());
  const answer = await send({ vu, "etat-1": "present", suite: `justificatif ${lina()}` });
  expect(answer).toMatchObject({
    kind: "redirect",
    to: `/agent/pointage/${at.rue.siteId}/justificatif/${lina()}?du=${DAY}`,
  });
  expect(await sheet()).toMatch(/value="present" checked/);
});

test("supplements and earlier notes are reached in the same way", async () => {
  const ids = `${at.rue.slotOn(DAY)} ${lina()}`;
  const base = `/agent/pointage/${at.rue.siteId}`;
  const vu = seen(await versionOf());
  expect(await send({ vu, "etat-1": "absent", suite: `supplements ${ids}` })).toMatchObject({
    kind: "redirect",
    to: `${base}/supplements/${ids.replace(" ", "/")}`,
  });
  expect(await sheet()).toContain(`name="suite" value="corrections ${ids}"`);
  expect(await send({ suite: `corrections ${ids}` })).toMatchObject({
    to: `${base}/corrections/${ids.replace(" ", "/")}`,
  });
});

test("what a colleague noted in between is told before anything else", async () => {
  const answer = await send({ vu: seen(0), "etat-1": "present", suite: `justificatif ${lina()}` });
  expect(answer.kind === "redirect" && answer.to).toMatch(/fait=/);
});

test("a way that is none of ours leads nowhere", async () => {
  for (const suite of ["https://exemple.fr", "supplements", "justificatif x", "justificatif"]) {
    const answer = await send({ suite });
    expect(answer.kind === "redirect" && answer.to).toMatch(/\?jour=2026-11-09&fait=/);
  }
});

import { noteDay } from "#attendance";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { familyTown } from "../../../test/builders/family-town.tsx";
import type { Household } from "../../../test/builders/household.ts";
import { askingOf, keptDocument, type Asking } from "../../../test/builders/request.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { attachable, type DocumentField } from "../filling/attach-document.ts";
import { filledRequest } from "../filling/filled-request.ts";
import { submitRequest } from "../filling/submit-request.ts";
import { fieldsOf } from "../rules/form.ts";

// Lina is booked on Monday 9, Tuesday 10 and Thursday 12 November 2026; her mother asks on the 13th.
const DAYS = ["2026-11-09", "2026-11-10", "2026-11-12"];

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;
let lina: Id<"participant">;
let asking: Asking;
let certificate: Id<"document-version">;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, []);
  home = await at.family({ children: ["Lina", "Hugo"] });
  lina = home.children[0]?.id ?? newId();
  for (const day of DAYS) {
    await town.database.write((writes) =>
      writes.run(
        "test_book_day",
        `insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at)
         select $1, e.participant_id, e.household_id, e.id, '2026-11-02T08:00:00Z' from enrolment e
         where e.participant_id = $2`,
        [at.rue.slotOn(day), lina],
      ),
    );
  }
  asking = await askingOf(town, home, { model: "absence", rights: ["attendance.write"] });
  certificate = await keptDocument(town, home, "Certificat médical", lina);
}, 60_000);
afterAll(() => town.close());

async function note(day: string, state: "absent" | "present") {
  const done = await noteDay(
    { ...asking.agent("2026-11-13"), actor: agentWith(["attendance.write"]) },
    {
      key: newId<"attendanceForm">(),
      site: at.rue.siteId,
      date: Temporal.PlainDate.from(day),
      lines: [
        {
          state,
          reason: null,
          proofOn: null,
          arrivedAt: null,
          leftAt: null,
          participantId: lina,
          slotId: at.rue.slotOn(day),
          householdId: home.id,
          shown: 0,
        },
      ],
    },
  );
  expect(done).toMatchObject({ ok: true, value: [{ outcome: "noted" }] });
}

const answers = (du = "2026-11-09", au = "2026-11-12") => ({
  enfant: lina,
  du,
  au,
  motif: "illness",
  certificat: certificate,
});
const proofs = () =>
  town.database.read((reads) =>
    reads.rows(
      "test_proofs",
      `select s.date::text as date, a.state, a.reason, a.proof_on::text as proof
       from attendance a join slot s on s.id = a.slot_id where a.participant_id = $1 order by s.date`,
      [lina],
    ),
  );

test("a proof is noted on the absences of its days, from the day it came; a day that is not noted comes first", async () => {
  await note("2026-11-09", "absent");
  await note("2026-11-10", "present");
  const requestId = await asking.send(answers(), asking.family("2026-11-13"));
  expect(await asking.accept(requestId)).toMatchObject({
    refusal: { code: "impossible", sentence: expect.stringContaining("1\u00a0jour à pointer") },
  });
  expect(await proofs()).toMatchObject([{ proof: null }, { proof: null }]);
  await note("2026-11-12", "absent");
  const shown = await town.database.read((reads) => decidedRequest(reads, asking.agent(), requestId));
  expect(shown?.consequences.map(({ now, after }) => `${now} → ${after}`)).toEqual([
    "Absent → Absent, maladie, justificatif reçu le 13/11/2026",
    "Présent → Présent",
    "Absent → Absent, maladie, justificatif reçu le 13/11/2026",
  ]);
  expect(await asking.accept(requestId)).toEqual({ ok: true, value: null });
  expect(await proofs()).toEqual([
    { date: "2026-11-09", state: "absent", reason: "illness", proof: "2026-11-13" },
    { date: "2026-11-10", state: "present", reason: null, proof: null },
    { date: "2026-11-12", state: "absent", reason: "illness", proof: "2026-11-13" },
  ]);
});

test("a page that shows a day as it was noted before decides nothing", async () => {
  const requestId = await asking.send(answers("2026-11-10", "2026-11-12"), asking.family("2026-11-14"));
  const older = await town.database.read((reads) => decidedRequest(reads, asking.agent(), requestId));
  await town.database.write((writes) =>
    writes.run(
      "test_correct",
      "update attendance set state = 'absent', reason = null where state = 'present'",
      [],
    ),
  );
  const refused = await asking.accept(requestId, { seen: older?.seen ?? "" });
  expect(refused).toEqual({ ok: false, refusal: { code: "changed-since" } });
});

test("where nobody was absent, or the days are no span, nothing can be accepted or sent", async () => {
  const elsewhere = await asking.send(answers("2026-10-05", "2026-10-06"), asking.family("2026-11-13"));
  expect(await asking.accept(elsewhere)).toMatchObject({ refusal: { code: "impossible" } });
  const backwards = await asking.begin(answers("2026-11-12", "2026-11-09"));
  expect(await submitRequest(asking.family(), backwards)).toMatchObject({
    refusal: { code: "faulty", fault: { field: "au" } },
  });
});

test("a child of another household is nobody to ask for, and a sibling's certificate is not offered", async () => {
  const others = await at.family({ lastName: "Autre", children: ["Zoé"] });
  const stranger = others.children[0]?.id ?? "";
  const draft = await asking.begin({ ...answers(), enfant: stranger });
  expect(await submitRequest(asking.family(), draft)).toMatchObject({ refusal: { code: "unfinished" } });
  const offeredFor = async (enfant: string) => {
    const begun = await asking.begin({ ...answers(), enfant });
    return town.database.read(async (reads) => {
      const filled = await filledRequest(reads, asking.family(), begun);
      if (filled === undefined) throw new Error("Not found");
      const field = fieldsOf(filled.form).find((one): one is DocumentField => one.name === "certificat");
      if (field === undefined) throw new Error("Nothing is asked for");
      return (await attachable(reads, asking.family(), filled, field)).map(({ versionId }) => versionId);
    });
  };
  expect(await offeredFor(lina)).toEqual([certificate]);
  expect(await offeredFor(home.children[1]?.id ?? "")).toEqual([]);
});

import type { GuardianVisit } from "#identity";
import { everyoneOf } from "#identity";
import { ownHouseholds, reachedChildren } from "#families";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { buildCanteen, newId, type Canteen } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../test/builders/request.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { followedRequest } from "../filling/filled-request.ts";
import { submitRequest } from "../filling/submit-request.ts";
import { changeKind } from "../kinds/change-kind.ts";
import { readableRequest } from "../request-queries.ts";

let town: TestDatabase;
let rue: Canteen;
beforeAll(async () => {
  town = await testDatabase();
  rue = await town.database.write((writes) => buildCanteen(writes, { dates: [] }));
}, 60_000);
afterAll(() => town.close());

interface Separating {
  home: Household;
  asking: Asking;
  /** The adult who asks, who does not pay: the other one does. */
  asker: Id<"guardian">;
  other: GuardianVisit["actor"];
  answers: Record<string, string>;
}

/** Marc pays in the household that Claire leaves; two children, of whom one lives with her too. */
async function separating(guardians: readonly string[] = ["Marc", "Claire"]): Promise<Separating> {
  const built = await town.database.write((writes) =>
    buildHousehold(writes, { guardians, children: ["Lina", "Hugo"], enrolledIn: [rue] }),
  );
  // Whoever asks is the first of the household as tests have it.
  const home = { ...built, guardians: built.guardians.toReversed() };
  const rights = ["families.write", "bookings.write"];
  const asking = await askingOf(town, home, { model: "separation", rights });
  const [lina, hugo] = home.children.map(({ id }) => id);
  const { actor } = asking.family();
  return {
    home,
    asking,
    asker: actor.guardian.id,
    other: { ...actor, guardian: { ...actor.guardian, id: home.guardians[1]?.id ?? newId() } },
    answers: {
      depuis: "2026-11-15",
      adresse: "9 rue du Refuge",
      "code-postal": "80100",
      commune: "Abbeville",
      reserver: "oui",
      [`e-${lina}`]: "oui",
      [`e-${hugo}`]: "non",
    },
  };
}

/** The households that an adult is of. */
const homesOf = (guardianId: Id<"guardian">) =>
  town.database.read(async (reads) => {
    const rows = await reads.rows<{ id: Id<"household"> }>(
      "test_homes_of",
      `select household_id as id from families_guardian_card where guardian_id = $1`,
      [guardianId],
    );
    return ownHouseholds(
      reads,
      rows.map(({ id }) => id),
    );
  });

test("accepted, each adult has a household, the child is of both, and each pays for itself", async () => {
  const { home, asking, asker, other, answers } = await separating();
  const requestId = await asking.send(answers);
  expect(await asking.accept(requestId)).toEqual({ ok: true, value: null });
  const [own, ...more] = await homesOf(asker);
  expect([own?.address, more]).toEqual(["9 rue du Refuge, 80100 Abbeville", []]);
  const children = await town.database.read((reads) =>
    reachedChildren(reads, everyoneOf([own?.householdId ?? newId()])),
  );
  expect(children.map(({ firstName }) => firstName)).toEqual(["Lina"]);
  const payers = await town.database.read((reads) =>
    reads.rows<{ payer: string }>(
      "test_payers",
      `select guardian_id as payer from bookings_payer_span
       where participant_id = $1 and last_day >= '2026-12-10' order by household_id = $2 desc`,
      [home.children[0]?.id ?? "", home.id],
    ),
  );
  expect(payers.map(({ payer }) => payer)).toEqual([other.guardian.id, asker]);
});

test("the other adult reads nothing of the request, nor of the new address", async () => {
  const { asking, other, answers } = await separating();
  const requestId = await asking.send(answers);
  expect(await town.database.read((reads) => readableRequest(reads, other, requestId))).toBeUndefined();
  await asking.accept(requestId);
  expect(JSON.stringify(await homesOf(other.guardian.id))).not.toContain("Refuge");
  expect(await town.database.read((reads) => readableRequest(reads, other, requestId))).toBeUndefined();
  const shared = changeKind(asking.agent(), asking.kindId, (kind) => ({ ...kind, shared: true }));
  expect(await shared).toMatchObject({ refusal: { code: "confidential" } });
});

test("a child who comes afterwards in the first household is not named to who left", async () => {
  const { home, asking, answers } = await separating();
  const requestId = await asking.send(answers);
  await asking.accept(requestId);
  await town.database.write((writes) =>
    writes.run(
      "test_newborn",
      `with child as (insert into participant (id, kind, last_name, first_name, birth_date, created_at)
                      values (gen_random_uuid(), 'child', 'Autre', 'Zoé', '2026-12-01', now()) returning id)
       insert into household_participant (household_id, participant_id, colour) select $1, id, 3 from child`,
      [home.id],
    ),
  );
  const followed = await town.database.read((reads) =>
    followedRequest(reads, asking.family("2027-02-01"), requestId),
  );
  const asked = JSON.stringify(followed?.filled.form);
  expect([asked.includes("Lina"), asked.includes("Zoé")]).toEqual([true, false]);
});

test("an adult who pays still, or who is alone, or a day to come, is told what to do first", async () => {
  const paying = await separating(["Claire", "Marc"]);
  // Here the adult who leaves is the payer.
  await town.database.write((writes) =>
    writes.run("test_pays", `update enrolment set payer_guardian_id = $2 where household_id = $1`, [
      paying.home.id,
      paying.asker,
    ]),
  );
  const requestId = await paying.asking.send(paying.answers);
  const shown = await town.database.read((reads) => decidedRequest(reads, paying.asking.agent(), requestId));
  expect(shown?.consequences[0]?.now).toContain("paie encore pour Hugo");
  expect(await paying.asking.accept(requestId)).toMatchObject({
    refusal: { code: "impossible", sentence: expect.stringContaining("qui paie à partir d’aujourd’hui") },
  });
  expect(await homesOf(paying.asker)).toHaveLength(1);

  const alone = await separating(["Claire"]);
  const draft = await alone.asking.begin(alone.answers);
  expect(await submitRequest(alone.asking.family(), draft)).toMatchObject({
    refusal: { code: "obstacles", sentences: [expect.stringContaining("pas d’autre adulte")] },
  });
  const { asking, answers } = await separating();
  const early = await asking.begin({ ...answers, depuis: "2027-01-01" });
  expect(await submitRequest(asking.family(), early)).toMatchObject({
    refusal: { code: "faulty", fault: { field: "depuis" } },
  });
});

import { grantRole } from "#access";
import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { buildAccount } from "../../../test/builders/account.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../test/builders/request.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import { familyAct } from "../following/family-act.ts";
import { historyOf } from "../request-queries.ts";
import { batchById, batchLines, startBatch, type BatchAct } from "./batch.ts";
import { decideBatch } from "./decide-batch.ts";

const RIGHTS = ["requests.write", "families.read", "families.write"];
let town: TestDatabase;
let asking: Asking;
let martine: SignedInVisit;
beforeAll(async () => {
  town = await testDatabase();
  const home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire"] }));
  asking = await askingOf(town, home, { model: "coordonnees", rights: RIGHTS });
  const email = "martine@exemple.fr";
  const visit = asking.agent();
  const accountId = await buildAccount(town.database, { email, name: visit.actor.name });
  await town.database.write((writes) =>
    grantRole(writes, { accountId, role: "reception", siteId: null, now: visit.now }),
  );
  martine = { ...visit, actor: { ...visit.actor, accountId, email } };
});
afterAll(() => town.close());

const send = (portable: string) => asking.send({ quoi: "contact", portable, email: "claire@exemple.fr" });
const work = (batchId: Id<"request-batch">, rightsOf = (): readonly string[] => RIGHTS) =>
  decideBatch(rightsOf)(
    { authority: town.authority, database: town.database, now: martine.now },
    { batch: batchId },
  );
const outcomes = (batchId: Id<"request-batch">) =>
  town.database.read(async (reads) => (await batchLines(reads, batchId)).map(({ outcome }) => outcome));
const actsOf = (id: Id<"request">) =>
  town.database.read(async (reads) => (await historyOf(reads, id)).map(({ act }) => act));

async function start(act: BatchAct, ids: readonly Id<"request">[]): Promise<Id<"request-batch">> {
  const batchId = newId<"request-batch">();
  const chosen = await town.database.read(async (reads) => {
    const found = [];
    for (const requestId of ids) {
      const one = await decidedRequest(reads, martine, requestId);
      if (one !== undefined) found.push({ requestId, seen: one.seen });
    }
    return found;
  });
  const batch = { batchId, act, said: "Vu en réunion." };
  await startBatch(martine, batch, chosen);
  await startBatch(martine, batch, chosen);
  return batchId;
}

test("each is decided by itself: the file that changes under one, or a family that takes back, stops no other", async () => {
  const [first, second, third] = [
    await send("0611111111"),
    await send("0622222222"),
    await send("0633333333"),
  ];
  const batchId = await start("accept", [first, second, third]);
  await familyAct(asking.family(), second, { act: "withdraw", formKey: newId<"form">() });
  await work(batchId);
  await work(batchId);
  // The first has written the telephone that the third was read with: its agent reads it again.
  expect(await outcomes(batchId)).toEqual(["done", "not-now", "changed-since"]);
  expect(await actsOf(first)).toEqual(["submit", "accept"]);
  expect(await actsOf(third)).toEqual(["submit"]);
  expect((await town.database.read((reads) => batchById(reads, batchId)))?.doneAt).not.toBeNull();
});

test("killed after a decision and before it is noted, it goes on, and nothing is decided twice", async () => {
  const [first, second] = [await send("0644444444"), await send("0655555555")];
  const batchId = await start("refuse", [first, second]);
  await work(batchId);
  await town.database.write(async (writes) => {
    await writes.run(
      "test_forget_outcome",
      "update request_batch_line set outcome = null where request_id = $1",
      [first],
    );
    await writes.run("test_not_done", "update request_batch set done_at = null where id = $1", [batchId]);
  });
  await work(batchId);
  expect(await outcomes(batchId)).toEqual(["done", "done"]);
  expect(await actsOf(first)).toEqual(["submit", "refuse"]);
  const [, refused] = await town.database.read((reads) => historyOf(reads, second));
  expect(refused).toMatchObject({ said: "Vu en réunion.", by: martine.actor.name });
  expect(refused?.appeal).toContain("tribunal");
});

test("the rights are those of the agent when each is decided", async () => {
  const batchId = await start("refuse", [await send("0666666666")]);
  await work(batchId, () => ["families.read"]);
  expect(await outcomes(batchId)).toEqual(["not-allowed"]);
});

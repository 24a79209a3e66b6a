import type { GuardianVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, keptDocument, type Asking } from "../../../test/builders/request.ts";
import { filledRequest, followedRequest } from "../filling/filled-request.ts";
import { changeKind } from "../kinds/change-kind.ts";
import { readableRequest, readableRequests } from "../request-queries.ts";

let town: TestDatabase;
let home: Household;
let asking: Asking;
let absence: Record<string, string>;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire", "Marc"] }));
  asking = await askingOf(town, home, { model: "absence", rights: ["attendance.write"] });
  const lina = home.children[0]?.id ?? newId<"participant">();
  const certificat = await keptDocument(town, home, "Certificat médical", lina);
  absence = { enfant: lina, du: "2026-11-09", au: "2026-11-09", motif: "illness", certificat };
}, 60_000);
afterAll(() => town.close());

/** Marc, the other adult of the household. */
function marc(changes: Partial<GuardianVisit["actor"]["guardian"]> = {}): GuardianVisit["actor"] {
  const { actor } = asking.family();
  const id = home.guardians[1]?.id ?? newId<"guardian">();
  return { ...actor, guardian: { ...actor.guardian, id, ...changes } };
}
const sees = (actor: GuardianVisit["actor"], requestId: Id<"request">) =>
  town.database.read(async (reads) => {
    const one = await readableRequest(reads, actor, requestId);
    const listed = await readableRequests(reads, actor);
    expect(listed.some((request) => request.requestId === requestId)).toBe(one !== undefined);
    return one !== undefined;
  });

test("the other adults read what was sent, and fill in nothing; not a draft, nor what is about a child kept from them", async () => {
  const draft = await asking.begin(absence);
  expect(await sees(marc(), draft)).toBe(false);
  const sent = await asking.send(absence);
  expect(await sees(marc(), sent)).toBe(true);
  const followed = await town.database.read((reads) =>
    followedRequest(reads, { ...asking.family(), actor: marc() }, sent),
  );
  expect([...(followed?.filled.documents.keys() ?? [])]).toEqual([absence["certificat"]]);
  expect(
    await town.database.read((reads) => filledRequest(reads, { ...asking.family(), actor: marc() }, sent)),
  ).toBeUndefined();
  expect(await sees(marc({ withheldIds: home.children.map(({ id }) => id) }), sent)).toBe(false);
  expect(await sees(marc({ householdIds: [] }), sent)).toBe(false);
  expect(await sees(marc({ householdIds: [newId()] }), sent)).toBe(false);
});

test("the authority says of each kind whether it is shared", async () => {
  const sent = await asking.send(absence);
  await changeKind(asking.agent(), asking.kindId, (kind) => ({ ...kind, shared: false }));
  expect(await sees(marc(), sent)).toBe(false);
  expect(await sees(asking.family().actor, sent)).toBe(true);
});

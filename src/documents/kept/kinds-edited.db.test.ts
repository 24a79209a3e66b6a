import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { askForKind, everyKind, writeKind, type WrittenKind } from "./kinds-edited.ts";
import { documentKinds } from "./queries.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
});
afterAll(() => town.close());

const swimming = (more: Partial<WrittenKind> = {}): WrittenKind => ({
  kindId: newId<"document-kind">(),
  label: "Test d’aisance aquatique",
  about: "child",
  sensitivity: "ordinary",
  validityMonths: null,
  announceDays: 30,
  ...more,
});
const agent = () => ({ ...visitTo(town), actor: agentWith(["requests.settings"]), sessionToken: "" });
const labels = async () => (await town.database.read(documentKinds)).map(({ label }) => label);

test("a kind that is added is asked for, once, however often its form is sent", async () => {
  const added = swimming();
  expect(await writeKind(agent(), added)).toEqual({ ok: true, value: null });
  expect(await writeKind(agent(), added)).toEqual({ ok: true, value: null });
  expect((await labels()).filter((label) => label === added.label)).toHaveLength(1);
  expect(await writeKind(agent(), swimming({ label: "TEST D’AISANCE AQUATIQUE" }))).toMatchObject({
    refusal: { code: "same-name" },
  });
});

test("two agents who add the same kind at once add it once", async () => {
  const told = await Promise.all(
    Array.from({ length: 6 }, () => writeKind(agent(), swimming({ label: "Brevet de natation" }))),
  );
  expect(told.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await labels()).filter((label) => label === "Brevet de natation")).toHaveLength(1);
});

test("of a known kind only its length and its announcement change", async () => {
  const added = swimming({ label: "Fiche de liaison" });
  await writeKind(agent(), added);
  await writeKind(agent(), {
    ...added,
    label: "Autre nom",
    sensitivity: "legal",
    validityMonths: 6,
    announceDays: 15,
  });
  const [kind] = (await town.database.read(everyKind)).filter(({ kindId }) => kindId === added.kindId);
  expect(kind).toMatchObject({
    label: "Fiche de liaison",
    sensitivity: "ordinary",
    validityMonths: 6,
    announceDays: 15,
    kept: 0,
  });
});

test("a kind that is no longer asked for can be again, unless another took its name", async () => {
  const first = swimming({ label: "Carte de mutuelle" });
  await writeKind(agent(), first);
  expect(await askForKind(agent(), first.kindId, false)).toEqual({ ok: true, value: null });
  expect(await labels()).not.toContain(first.label);
  const second = swimming({ label: "Carte de mutuelle" });
  expect(await writeKind(agent(), second)).toEqual({ ok: true, value: null });
  expect(await askForKind(agent(), first.kindId, true)).toMatchObject({ refusal: { code: "same-name" } });
  await askForKind(agent(), second.kindId, false);
  expect(await askForKind(agent(), first.kindId, true)).toEqual({ ok: true, value: null });
  expect(await askForKind(agent(), newId<"document-kind">(), true)).toMatchObject({
    refusal: { code: "unknown" },
  });
});

import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../test/builders/request.ts";
import { agentAct } from "../deciding/agent-act.ts";
import { inboxCount, inboxLines, placeAfter } from "../deciding/inbox.ts";
import { historyOf, requestById } from "../request-queries.ts";
import { isInternal } from "../rules/states.ts";
import { giveRequest, releaseRequest, takeRequest } from "./assign.ts";
import { readFilter, readPlace, placeText } from "./inbox-filter.ts";
import { chooseDefault, removeView, savedViews, saveView } from "./saved-views.ts";

let town: TestDatabase;
let home: Household;
let asking: Asking;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire"] }));
  asking = await askingOf(town, home, { model: "question", rights: ["families.read"] });
});
afterAll(() => town.close());

const QUESTION = { sujet: "cantine", question: "Pourquoi ?", joindre: "non" };
const key = () => newId<"form">();
const ask = (day?: string) => asking.send(QUESTION, asking.family(day));
const named = (name: string): SignedInVisit => {
  const visit = asking.agent();
  return { ...visit, actor: { ...visit.actor, name } };
};
const known = async (id: Id<"request">) => {
  const request = await town.database.read((reads) => requestById(reads, id));
  if (request === undefined) throw new Error("No such request");
  return request;
};
const listed = (query: string, visit = asking.agent(), after?: string) =>
  town.database.read(async (reads) => {
    const looking = { actor: visit.actor, today: parisDate(visit.now), kindIds: [asking.kindId] };
    const filter = readFilter(query);
    const lines = await inboxLines(reads, looking, filter, { after: readPlace(after ?? ""), most: 3 });
    const last = lines.at(-1);
    return {
      ids: lines.map(({ requestId }) => requestId),
      count: await inboxCount(reads, looking, filter),
      next: last === undefined ? "" : placeText(placeAfter(filter, last)),
    };
  });

test("of two agents who take a request at once one has it, and the other is told by whom", async () => {
  const id = await ask();
  const [martine, nadia] = [named("Martine"), named("Nadia")];
  const both = await Promise.all(
    [martine, nadia].map((visit) => takeRequest(visit, id, { formKey: key(), shownHolder: null })),
  );
  const winner = (await known(id)).takenBy;
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: "taken", by: winner } });
  const loser = winner === "Martine" ? nadia : martine;
  const over = { formKey: key(), shownHolder: (await known(id)).takenById };
  expect((await takeRequest(loser, id, over)).ok).toBe(true);
  // Sent twice, it is done once.
  expect((await takeRequest(loser, id, over)).ok).toBe(true);
  expect((await known(id)).takenBy).toBe(loser.actor.name);
  const history = await town.database.read((reads) => historyOf(reads, id));
  expect(history.filter(({ act }) => act === "take")).toHaveLength(2);
});

test("a request is given back by who has it only, and given to nobody without the right", async () => {
  const id = await ask();
  const [martine, nadia] = [named("Martine"), named("Nadia")];
  await takeRequest(martine, id, { formKey: key(), shownHolder: null });
  expect(await releaseRequest(nadia, id, key())).toEqual({
    ok: false,
    refusal: { code: "taken", by: "Martine" },
  });
  expect((await releaseRequest(martine, id, key())).ok).toBe(true);
  expect((await known(id)).takenById).toBeNull();
  const to = newId<"account">();
  const given = { formKey: key(), shownHolder: null, to, said: "" };
  expect(await giveRequest(martine, id, given, () => [])).toEqual({
    ok: false,
    refusal: { code: "no-right" },
  });
});

test("what has priority comes first, then what is due first; what waits for the family comes last; pages hold together", async () => {
  const only = "avant=2026-01-31";
  const [first, second, third, fourth] = [
    await ask("2026-01-05"),
    await ask("2026-01-06"),
    await ask("2026-01-07"),
    await ask("2026-01-08"),
  ];
  await agentAct(asking.agent(), third, {
    act: "raise",
    formKey: key(),
    said: "Départ lundi.",
    urgent: true,
  });
  await agentAct(asking.agent(), first, {
    act: "ask",
    formKey: key(),
    said: "Quel jour ?",
    replyBy: Temporal.PlainDate.from("2026-12-24"),
  });
  const page = await listed(only);
  expect([page.ids, page.count]).toEqual([[third, second, fourth], 4]);
  expect((await listed(only, asking.agent(), page.next)).ids).toEqual([first]);
  expect((await listed(`${only}&urgentes=1`)).ids).toEqual([third]);
  expect((await listed(`${only}&etat=attente`)).ids).toEqual([first]);
  expect((await listed(`${only}&retard=1`)).count).toBe(3);
  expect((await listed(`${only}&qui=personne`)).ids).toEqual([third, second, fourth]);
  expect((await listed(`${only}&commune=Ailleurs`)).count).toBe(0);
  expect((await listed(`${only}&lieu=${newId()}`)).count).toBe(0);
  await asking.refuse(second, "Non.");
  expect((await listed("etat=closes")).ids).toEqual([second]);
  const raised = await town.database.read((reads) => historyOf(reads, third));
  expect(raised.at(-1)).toMatchObject({ act: "raise", said: "Départ lundi." });
  expect(isInternal("raise")).toBe(true);
});

test("an agent who may decide about none finds none, whatever the address says", async () => {
  await ask();
  const found = await town.database.read((reads) => {
    const { actor, now } = asking.agent();
    const looking = { actor, today: parisDate(now), kindIds: [] };
    return inboxCount(reads, looking, readFilter(`type=${asking.kindId}`));
  });
  expect(found).toBe(0);
});

test("a view is kept once, seen by others where it is shared, and taken away by its owner only", async () => {
  const [martine, nadia] = [named("Martine"), named("Nadia")];
  const seenBy = ({ actor }: SignedInVisit) => town.database.read((reads) => savedViews(reads, actor));
  const shared = {
    viewId: newId<"request-view">(),
    name: "Urgentes de Rue",
    shared: true,
    isDefault: true,
    filter: readFilter("commune=Rue&urgentes=1&retard=perhaps"),
  };
  const own = { ...shared, viewId: newId<"request-view">(), name: "À moi", shared: false, isDefault: false };
  for (const view of [shared, shared, own]) expect((await saveView(martine, view)).ok).toBe(true);
  expect((await seenBy(martine)).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ["À moi", false],
    ["Urgentes de Rue", true],
  ]);
  const [theirs] = await seenBy(nadia);
  expect(theirs).toMatchObject({ own: false, isDefault: false, filter: { commune: "Rue", urgentes: "1" } });
  expect(await chooseDefault(nadia, shared.viewId)).toBe(true);
  expect(await chooseDefault(nadia, own.viewId)).toBe(false);
  expect(await removeView(nadia, shared.viewId)).toBe(false);
  expect(await removeView(martine, shared.viewId)).toBe(true);
  expect(await seenBy(nadia)).toEqual([]);
});

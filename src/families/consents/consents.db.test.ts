import { afterAll, beforeEach, expect, test } from "vitest";

import type { GuardianVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import type { Way } from "../rules/message-channels.ts";
import { messageWays } from "./channels.ts";
import { chooseMessages } from "./choose-messages.ts";
import { consentSubjects, consentWords, withdrawNews } from "./consents.ts";
import { consentCounts, rewriteConsent } from "./wordings.ts";

const NOW = Temporal.Instant.from("2026-12-01T09:00:00Z");

let town: TestDatabase;
let home: Household;
let claire: ReturnType<typeof guardianOf>;
let lina: Id<"participant">;

beforeEach(async () => {
  await town?.close();
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes));
  claire = guardianOf(home);
  const [child] = home.children;
  if (child === undefined) throw new Error("no child");
  lina = child.id;
}, 60_000);
afterAll(() => town.close());

const at = (now: Temporal.Instant): GuardianVisit => ({ ...visitTo(town, { now }), actor: claire });
const subjects = () => town.database.read(consentSubjects);
const words = () => town.database.read((reads) => consentWords(reads, [claire.guardian.id]));
const wayOf = async (kind: "service" | "news"): Promise<Way | undefined> => {
  const ways = await town.database.read((reads) => messageWays(reads, [claire.guardian.id]));
  return ways.find((one) => one.kind === kind)?.way;
};

async function choose(
  chosen: { service?: Way; news?: Way; photos?: readonly (readonly [Id<"participant">, boolean])[] },
  now = NOW,
) {
  const read = new Map((await subjects()).map(({ subjectId, number }) => [subjectId, number]));
  const { service = "mail", news = "none", photos = [] } = chosen;
  return chooseMessages(at(now), { service, news, read, photos: new Map(photos) });
}

test("nobody receives news unasked; what is part of the service comes by mail until something else is chosen", async () => {
  expect([await wayOf("service"), await wayOf("news")]).toEqual(["mail", "none"]);
  await choose({ service: "both", news: "sms" });
  expect([await wayOf("service"), await wayOf("news")]).toEqual(["both", "sms"]);
});

test("a consent is kept with its version, its date and who gave it; said twice, it is one; withdrawn, another", async () => {
  await choose({ news: "mail", photos: [[lina, true]] });
  await choose({ news: "mail", photos: [[lina, true]] }, NOW.add({ minutes: 1 }));
  expect(await words()).toMatchObject([
    { given: true, holds: true, number: 1, by: claire.name, at: NOW },
    { given: true, holds: true, number: 1, by: claire.name, at: NOW },
  ]);
  const later = NOW.add({ hours: 1 });
  await choose({ news: "none" }, later);
  const said = await words();
  expect(said).toHaveLength(3);
  expect(said[0]).toMatchObject({ given: false, holds: false, saidOn: "page", at: later });
  // What was given is not said to hold any more.
  expect(said.filter(({ holds }) => holds)).toMatchObject([{ participantId: lina }]);
  expect(await wayOf("news")).toBe("none");
});

test("« no » to news that were never accepted is no entry; « no » for a child is one", async () => {
  await choose({ news: "none", photos: [[lina, false]] });
  expect(await words()).toMatchObject([{ participantId: lina, given: false, childName: "Lina" }]);
});

test("another family's child, and one over whom authority is withheld, cannot be spoken for", async () => {
  const others = await town.database.write((writes) =>
    buildHousehold(writes, { lastName: "Dubois", guardians: ["Paul"], children: ["Zoé"] }),
  );
  const zoe = others.children[0]?.id ?? lina;
  await choose({ photos: [[zoe, true]] });
  claire = { ...claire, guardian: { ...claire.guardian, withheldIds: [lina] } };
  await choose({ photos: [[lina, true]] });
  expect(await words()).toEqual([]);
});

test("the link of a message withdraws the news, once", async () => {
  await choose({ news: "both" });
  const later = NOW.add({ hours: 1 });
  const end = () => town.database.write((writes) => withdrawNews(writes, [claire.guardian.id], later));
  await end();
  await end();
  expect(await words()).toMatchObject([
    { given: false, saidOn: "link", by: "Claire Lefebvre" },
    { given: true, holds: false },
  ]);
  expect(await wayOf("news")).toBe("none");
});

test("words whose sense changed are asked again, and nobody agrees to words that he or she has not read", async () => {
  await choose({ news: "mail" });
  const [news] = await subjects();
  if (news === undefined) throw new Error("no subject");
  const agent = { ...visitTo(town, { now: NOW }), actor: agentWith(["settings.write"]) };
  const change = (after: number, body: string, asks: boolean) =>
    rewriteConsent(agent, { subjectId: news.subjectId, after, label: news.label, body, asks });
  // A slip that is put right asks nobody again.
  expect((await change(1, `${news.body} Merci.`, false)).ok).toBe(true);
  expect(await wayOf("news")).toBe("mail");
  expect((await change(2, "Et aussi des enquêtes.", true)).ok).toBe(true);
  expect(await wayOf("news")).toBe("none");
  const counts = await town.database.read(consentCounts);
  expect(counts).toEqual([{ subjectId: news.subjectId, holding: 0, refused: 0, older: 1 }]);
  expect(await change(2, "Autre chose.", true)).toMatchObject({ refusal: { code: "changed" } });

  const stale = await chooseMessages(at(NOW), {
    service: "mail",
    news: "mail",
    read: new Map([[news.subjectId, 1]]),
    photos: new Map(),
  });
  expect(stale).toEqual({ ok: false, refusal: { code: "changed" } });
  await choose({ news: "mail" }, NOW.add({ hours: 1 }));
  expect((await words())[0]).toMatchObject({ number: 3, holds: true });
});

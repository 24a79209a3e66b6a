import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";

import type { GuardianVisit } from "#identity";
import { parseId, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../../test/builders/account.ts";
import { guardianOf } from "../../../test/builders/actors.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { announced, lettersTo } from "../../../test/builders/letters.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { tellContactChanged } from "../emails/tell-contact-changed.ts";
import { askEmail, proveEmail, readEmailLink } from "./change-email.ts";
import { askPhone, provePhone } from "./change-phone.ts";
import { changeContactDetails, contactDetails } from "./contact-details.ts";
import { ownContact } from "./own-contact.ts";

const NOW = Temporal.Instant.from("2026-12-01T09:00:00Z");
const PUBLIC = new URL("https://espace.exemple.fr");

let town: TestDatabase;
let home: Household;
let claire: ReturnType<typeof guardianOf>;

beforeEach(async () => {
  await town?.close();
  town = await testDatabase();
  home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire", "Marc"] }));
  const accountId = await buildAccount(town.database, { email: "claire.compte@exemple.fr" });
  claire = { ...guardianOf(home), accountId };
}, 60_000);
afterAll(() => town.close());

const at = (now: Temporal.Instant): GuardianVisit => ({ ...visitTo(town, { now }), actor: claire });
const key = (): Id<"contact-proof"> => {
  const id = parseId<"contact-proof">(randomUUID());
  if (id === undefined) throw new Error("no id");
  return id;
};
const known = async (now = NOW) => {
  const found = await town.database.read((reads) => ownContact(reads, claire.guardian.id, now));
  if (found === undefined) throw new Error("nobody");
  return found;
};
const NEW = "claire.nouvelle@exemple.fr";

async function askedLink(now = NOW, proofId = key()): Promise<string> {
  const asked = await askEmail(at(now), PUBLIC, { proofId, email: NEW });
  expect(asked.ok).toBe(true);
  const letter = await town.database.read((reads) =>
    reads.row<{ text: string }>(
      "test_link_letter",
      `select body_text as text from outbox_message where key = 'families.email-proof:' || $1`,
      [proofId],
    ),
  );
  return /confirmer\/([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "";
}

/** The texts of the outbox to a number, the first written first. */
const textsTo = (number: string) =>
  town.database.read((reads) =>
    reads.rows<{ text: string }>(
      "test_texts",
      `select body_text as text from outbox_message where channel = 'sms' and to_address = $1 order by written_at`,
      [number],
    ),
  );

async function askedCode(now = NOW, phone = "0612345678"): Promise<string> {
  expect(await askPhone(at(now), { proofId: key(), phone })).toEqual({ ok: true, value: null });
  const texts = await textsTo("+33612345678");
  return /^\d{6}/.exec(texts.at(-1)?.text ?? "")?.[0] ?? "";
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("a link sent to the new address changes it once; until then nothing does", async () => {
  const proofId = key();
  const token = await askedLink(NOW, proofId);
  // A double click: one link.
  await askEmail(at(NOW), PUBLIC, { proofId, email: NEW });
  expect(await lettersTo(town, NEW)).toHaveLength(1);
  expect(await known()).toMatchObject({ email: "claire.lefebvre@exemple.fr", emailProvedAt: null });

  // Opened by a mail server, then by the reader, signed in nowhere.
  const later = NOW.add({ minutes: 5 });
  const visitor = visitTo(town, { now: later });
  expect(await readEmailLink(visitor, token)).toMatchObject({
    ok: true,
    value: { value: NEW, askedAt: NOW },
  });
  const twice = await Promise.all([proveEmail(visitor, token), proveEmail(visitor, token)]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await known()).toMatchObject({ email: NEW, emailProvedAt: later });
  expect(await proveEmail(visitor, token)).toMatchObject({ refusal: { code: "used" } });

  expect(await announced(town, "families.emailChanged")).toMatchObject([
    { before: "claire.lefebvre@exemple.fr", after: NEW, by: "self" },
  ]);
  const journal = await town.database.read((reads) =>
    reads.row(
      "test_contact_journal",
      `select by_label as by, act, facts from journal_entry where act = 'families.guardian-corrected'`,
    ),
  );
  expect(journal).toEqual({
    by: claire.name,
    act: "families.guardian-corrected",
    facts: { fields: ["email"] },
  });
});

test("a link that has expired, that another replaced, or that is none says so and changes nothing", async () => {
  const first = await askedLink();
  const day = NOW.add({ hours: 24 });
  expect(await proveEmail(visitTo(town, { now: day }), first)).toMatchObject({
    refusal: { code: "expired", askedAt: NOW },
  });
  const second = await askedLink(NOW.add({ minutes: 1 }));
  const soon = visitTo(town, { now: NOW.add({ minutes: 2 }) });
  const results = await Promise.all([first, second].map((token) => readEmailLink(soon, token)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await proveEmail(soon, "x".repeat(43))).toMatchObject({ refusal: { code: "unknown" } });
  expect(await known()).toMatchObject({ email: "claire.lefebvre@exemple.fr" });
});

test("five links a day, and no more until the first is a day old", async () => {
  for (let hour = 0; hour < 5; hour += 1) await askedLink(NOW.add({ hours: hour }));
  const sixth = await askEmail(at(NOW.add({ hours: 6 })), PUBLIC, { proofId: key(), email: NEW });
  expect(sixth).toEqual({ ok: false, refusal: { code: "too-many", until: NOW.add({ hours: 24 }) } });
  expect((await askEmail(at(NOW.add({ hours: 25 })), PUBLIC, { proofId: key(), email: NEW })).ok).toBe(true);
});

test("the code of a text message proves a number; the old number and the mail are told, without the new one", async () => {
  const first = await askedCode();
  expect(await provePhone(at(NOW.add({ minutes: 1 })), first)).toEqual({ ok: true, value: null });
  expect(await known()).toMatchObject({ phoneMobile: "0612345678", waiting: { phone: undefined } });

  const later = NOW.add({ hours: 1 });
  expect((await askPhone(at(later), { proofId: key(), phone: "0698765432" })).ok).toBe(true);
  const code = /^\d{6}/.exec((await textsTo("+33698765432"))[0]?.text ?? "")?.[0] ?? "";
  expect(await provePhone(at(later), code)).toEqual({ ok: true, value: null });
  const told = [
    ...(await textsTo("+33612345678")).map(({ text }) => text),
    ...(await lettersTo(town, "claire.lefebvre@exemple.fr")).map(({ text }) => text),
  ].filter((text) => !/^\d{6}/.test(text));
  expect(told.length).toBeGreaterThanOrEqual(2);
  for (const text of told) expect(text.replaceAll(/\D/g, "")).not.toContain("98765432");
});

test("a code serves ten minutes, five tries, once; of many at once five count", async () => {
  const late = await askedCode();
  expect(await provePhone(at(NOW.add({ minutes: 10 })), late)).toMatchObject({ refusal: { code: "none" } });

  const soon = NOW.add({ minutes: 20 });
  const code = await askedCode(soon);
  const wrong = await Promise.all(Array.from({ length: 12 }, () => provePhone(at(soon), another(code))));
  const left = wrong.flatMap((one) => (!one.ok && one.refusal.code === "wrong" ? one.refusal.left : []));
  expect(left.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  expect(await provePhone(at(soon), code)).toMatchObject({ refusal: { code: "none" } });
  expect((await known()).phoneMobile).toBe("");
});

test("a number on which no text message arrives is refused before anything is sent", async () => {
  const asked = await askPhone(at(NOW), { proofId: key(), phone: "0322250000" });
  expect(asked).toEqual({ ok: false, refusal: { code: "not-mobile" } });
});

test("the other adults of the household learn what changed and not its value; the parent elsewhere learns nothing", async () => {
  const elsewhere = await town.database.write((writes) =>
    buildHousehold(writes, { guardians: ["Paul"], lastName: "Dubois", sharedChildren: home.children }),
  );
  const token = await askedLink();
  await proveEmail(visitTo(town, { now: NOW }), token);
  const [facts] = await announced(town, "families.ownContactChanged");
  const background = { authority: town.authority, database: town.database, now: NOW };
  await tellContactChanged(background, facts);
  await tellContactChanged(background, facts);
  const [marc, ...more] = await lettersTo(
    town,
    "marc.lefebvre@exemple.fr",
    elsewhere.guardians[0]?.email ?? "",
  );
  expect(more).toEqual([]);
  expect(marc?.subject).toBe("Claire Lefebvre a changé ses coordonnées");
  expect(`${marc?.subject} ${marc?.text}`).not.toMatch(/claire\.(nouvelle|lefebvre)@/);
});

test("an adult without authority over a child of the household is told all the same", async () => {
  await town.database.write((writes) =>
    writes.run(
      "test_withhold",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Test', now())`,
      [home.guardians[1]?.id ?? "", home.children[0]?.id ?? ""],
    ),
  );
  await proveEmail(visitTo(town, { now: NOW }), await askedLink());
  const [facts] = await announced(town, "families.ownContactChanged");
  await tellContactChanged({ authority: town.authority, database: town.database, now: NOW }, facts);
  expect(await lettersTo(town, "marc.lefebvre@exemple.fr")).toMatchObject([
    { subject: "Claire Lefebvre a changé ses coordonnées" },
  ]);
});

test("an accepted change of address tells the other adult of it, once, and not where", async () => {
  const of = { householdId: home.id, guardianId: claire.guardian.id };
  const details = await town.database.read((reads) => contactDetails(reads, of));
  if (details === undefined) throw new Error("nobody");
  const moved = { ...details, street: "9 rue du Port" };
  for (const now of [NOW, NOW.add({ hours: 1 })])
    expect(await changeContactDetails(at(now), of, moved)).toEqual({ ok: true, value: null });
  const facts = await announced(town, "families.ownContactChanged");
  expect(facts).toMatchObject([{ guardian: claire.guardian.id, kind: "home" }]);
  await tellContactChanged({ authority: town.authority, database: town.database, now: NOW }, facts[0]);
  const [marc] = await lettersTo(town, "marc.lefebvre@exemple.fr");
  expect(marc?.text).toContain("l’adresse de votre foyer");
  expect(marc?.text).not.toContain("Port");
});

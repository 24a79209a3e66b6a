import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

import {
  answerVersion,
  documentKinds,
  openVault,
  rotateKeys,
  scanWaiting,
  sweepFiles,
  type Vault,
} from "#documents";
import type { SignedIn, SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import type { IncomingFiles } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { clamdStandIn, HARMFUL } from "../../../test/clamd/clamd-stand-in.ts";
import { jpeg, pdf } from "../../../test/documents/sample-files.ts";
import { endingDocumentsJob } from "../emails/tell-documents.ts";
import { ownDocuments, ownVersion, ownVersions } from "./own-documents.ts";
import { replaceDocument, sendDocument } from "./send-document.ts";

let town: TestDatabase;
let folder: string;
let vault: Vault;
let mother: Household;
let father: Household;
const PUBLIC_URL = new URL("https://espace.exemple.fr");

beforeAll(async () => {
  town = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "preau-documents-"));
  vault = vaultWith(null);
  await town.database.write(async (writes) => {
    mother = await buildHousehold(writes, { children: ["Lina", "Hugo"] });
    const sharedChildren = mother.children;
    father = await buildHousehold(writes, {
      lastName: "Bernard",
      guardians: ["Marc"],
      children: [],
      sharedChildren,
    });
  });
});
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true });
});

const vaultWith = (clamd: URL | null): Vault =>
  openVault({
    filesDir: join(folder, "files"),
    keysDir: join(folder, "keys"),
    s3: null,
    clamd,
    mostMegabytes: 1,
  });

function as(household: Household, withheldIds: readonly Id<"participant">[] = []): SignedInVisit {
  const [adult] = household.guardians;
  const actor: SignedIn = {
    kind: "signed-in",
    accountId: newId<"account">(),
    name: `${adult?.firstName} ${adult?.lastName}`,
    email: adult?.email ?? "",
    guardian: { id: adult?.id ?? newId(), householdIds: [household.id], withheldIds, leftIds: [] },
    rights: new Map(),
  };
  return { ...visitTo(town), actor };
}

const reachOf = ({ actor }: SignedInVisit) => actor.guardian ?? { householdIds: [], withheldIds: [] };

async function* chosen(name: string, bytes: Uint8Array): IncomingFiles {
  yield {
    field: "fichier",
    name,
    content: (async function* () {
      for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384);
    })(),
  };
}

async function kind(label: string): Promise<Id<"document-kind">> {
  const found = (await town.database.read(documentKinds)).find((one) => one.label === label);
  if (found === undefined) throw new Error(label);
  return found.kindId;
}

interface Sending {
  bytes?: Uint8Array;
  name?: string;
  label?: string;
  about?: string | null;
  until?: string;
  formKey?: Id<"form">;
  using?: Vault;
}

async function send(visit: SignedInVisit, of: Sending = {}) {
  const [householdId = newId<"household">()] = reachOf(visit).householdIds;
  const about = of.about === undefined ? (mother.children[0]?.id ?? "") : of.about;
  return sendDocument(
    visit,
    {
      formKey: of.formKey ?? newId<"form">(),
      householdId,
      subjectId: about,
      kindId: await kind(of.label ?? "Attestation d’assurance"),
      validUntil: of.until === undefined ? null : Temporal.PlainDate.from(of.until),
    },
    { vault: of.using ?? vault, reach: reachOf(visit), files: chosen(of.name ?? "a.pdf", of.bytes ?? pdf()) },
  );
}

const files = async () =>
  (await readdir(join(folder, "files"), { recursive: true })).filter((name) => /\.(sealed|part)$/.test(name));

const journal = async (act: string) =>
  (
    await town.pool.query(
      `select facts, household_id from ${town.database.schema}.journal_entry where act = $1 order by at, id`,
      [act],
    )
  ).rows;

const kept = <T>(sent: { ok: boolean; value?: T; refusal?: unknown }): T => {
  if (!sent.ok || sent.value === undefined) throw new Error(JSON.stringify(sent));
  return sent.value;
};

test("a document is sealed on the disk, opened as it was, replaced, its versions kept, every opening told", async () => {
  const visit = as(mother);
  const bytes = pdf(300_000);
  const documentId = kept(await send(visit, { bytes, name: "../Assurance\u202E.pdf" }));
  const [first] = await town.database.read((reads) => ownDocuments(reads, reachOf(visit)));
  expect(first).toMatchObject({
    documentId,
    name: "Assurance.pdf",
    number: 1,
    bytes: bytes.length,
    scan: "unscanned",
  });
  // As long as its kind holds: a year.
  expect(first?.validUntil?.toString()).toBe("2027-11-12");

  const replaced = {
    documentId,
    formKey: newId<"form">(),
    validUntil: Temporal.PlainDate.from("2027-01-31"),
  };
  kept(
    await replaceDocument(visit, replaced, { vault, reach: reachOf(visit), files: chosen("p.jpg", jpeg()) }),
  );
  const versions = await town.database.read((reads) => ownVersions(reads, reachOf(visit), documentId));
  expect(versions?.map(({ number, current, type }) => [number, current, type])).toEqual([
    [2, true, "jpeg"],
    [1, false, "pdf"],
  ]);

  const versionId = versions?.[1]?.versionId ?? newId<"document-version">();
  const find = (reads: Parameters<typeof ownVersion>[0]) => ownVersion(reads, reachOf(visit), versionId);
  const answer = await answerVersion(visit, vault, find, "shown");
  if (answer.kind !== "stored") throw new Error(answer.kind);
  expect(answer).toMatchObject({ name: "Assurance.pdf", type: "application/pdf", inline: false });
  expect((await buffer(answer.body)).equals(bytes)).toBe(true);
  expect((await journal("documents.opened")).map((line) => line.household_id)).toEqual([mother.id]);
  expect(await files()).toHaveLength(2);
});

test("separated parents see each their own; who has no authority over a child does not see the child's", async () => {
  kept(await send(as(father)));
  const seen = async (visit: SignedInVisit) =>
    (await town.database.read((reads) => ownDocuments(reads, reachOf(visit)))).map(({ ownerId }) => ownerId);
  expect(await seen(as(father))).toEqual([father.id]);
  expect(new Set(await seen(as(mother)))).toEqual(new Set([mother.id]));
  expect(
    await seen(
      as(
        mother,
        mother.children.map(({ id }) => id),
      ),
    ),
  ).toEqual([]);
  const [his] = await town.database.read((reads) => ownDocuments(reads, reachOf(as(father))));
  const documentId = his?.documentId ?? newId<"document">();
  const replaced = { documentId, formKey: newId<"form">(), validUntil: null };
  const sending = { vault, reach: reachOf(as(mother)), files: chosen("a.pdf", pdf()) };
  expect(await replaceDocument(as(mother), replaced, sending)).toMatchObject({
    refusal: { code: "unknown" },
  });
  expect(await send(as(mother), { about: father.guardians[0]?.id ?? "" })).toMatchObject({
    refusal: { code: "unknown" },
  });
  expect(await send(as(mother), { about: null })).toMatchObject({
    refusal: { code: "not-about", about: "child" },
  });
});

test("a form sent twice is kept once; what is refused is kept nowhere, and told in the journal", async () => {
  const visit = as(mother);
  const formKey = newId<"form">();
  const once = kept(await send(visit, { formKey }));
  expect(kept(await send(visit, { formKey }))).toBe(once);
  const before = await files();
  for (const [code, bytes] of [
    ["empty", new Uint8Array()],
    ["too-long", pdf(1_000_001)],
    ["type", Buffer.from("<html><script>alert(1)</script>")],
    ["dimensions", jpeg(30_000, 30_000)],
  ] as const) {
    expect(await send(visit, { bytes })).toMatchObject({ refusal: { code: "file", refusal: { code } } });
  }
  expect(await files()).toEqual(before);
  expect((await journal("documents.refused")).map(({ facts }) => facts.code)).toEqual([
    "empty",
    "too-long",
    "type",
    "dimensions",
  ]);
});

test("the sweep takes away what no row names, and tells which documents have lost their file", async () => {
  const { id } = town.authority;
  const before = await files();
  await vault.store.write({ authorityId: id, fileId: randomUUID() }, chosenBytes());
  const swept = await sweepFiles(vault, id, town.database, 0);
  // The file of the form that was sent twice, and this one.
  expect(swept).toEqual({ orphans: 2, unfinished: 0, missing: [] });
  expect(await sweepFiles(vault, id, town.database, 0)).toEqual({ orphans: 0, unfinished: 0, missing: [] });
  expect(await files()).toHaveLength(before.length - 1);
});

async function* chosenBytes(): AsyncGenerator<Uint8Array> {
  yield pdf();
}

test("after a rotation every document opens, under the new key; another authority's key opens none", async () => {
  const { id } = town.authority;
  const [one] = await town.database.read((reads) => ownDocuments(reads, reachOf(as(mother))));
  const old = await vault.keys.currentId(id);
  const rotated = await rotateKeys(town.database, vault.keys, id, visitTo(town).now);
  expect(rotated).toBe((await files()).length);
  expect(await vault.keys.currentId(id)).not.toBe(old);
  const { rows } = await town.pool.query(
    `select distinct key_id from ${town.database.schema}.document_version`,
  );
  expect(rows).toEqual([{ key_id: await vault.keys.currentId(id) }]);
  const answer = await answerVersion(as(mother), vault, async () => one, "download");
  expect(answer.kind).toBe("stored");
  const elsewhere = { ...as(mother), authority: { ...town.authority, id: newId<"authority">() } };
  await expect(answerVersion(elsewhere, vault, async () => one, "download")).rejects.toThrow();
});

test("the antivirus: found is refused at once; while it is away a file waits, and one found later goes", async () => {
  const clamd = await clamdStandIn();
  const watched = vaultWith(clamd.url);
  const visit = as(mother);
  const harmful = Buffer.concat([pdf().subarray(0, 20), Buffer.from(HARMFUL), pdf().subarray(20)]);
  const before = await files();
  const refused = await send(visit, { bytes: harmful, using: watched });
  expect(refused).toMatchObject({
    refusal: { refusal: { code: "infected", found: "Eicar-Test-Signature" } },
  });
  expect(await files()).toEqual(before);
  kept(await send(visit, { using: watched, label: "Vaccinations" }));
  const away = vaultWith(new URL("tcp://127.0.0.1:1"));
  const documentId = kept(await send(visit, { bytes: harmful, using: away, label: "Certificat médical" }));
  const own = await town.database.read((reads) => ownDocuments(reads, reachOf(visit)));
  const scans = own.flatMap(({ kindLabel, scan }) => (scan === "unscanned" ? [] : [[kindLabel, scan]]));
  expect(scans).toEqual([
    ["Certificat médical", "waiting"],
    ["Vaccinations", "clean"],
  ]);
  const waiting = own.find((one) => one.documentId === documentId);
  expect((await answerVersion(visit, away, async () => waiting, "download")).kind).toBe("refusal");

  const background = { authority: town.authority, database: town.database, now: visit.now };
  const facts = { version: waiting?.versionId };
  await expect(scanWaiting(away)(background, facts)).rejects.toThrow("no answer");
  await scanWaiting(watched)(background, facts);
  await scanWaiting(watched)(background, facts);
  expect(await town.database.read((reads) => ownVersions(reads, reachOf(visit), documentId))).toBeUndefined();
  expect(await files()).toHaveLength(before.length + 1);
  const { rows } = await town.pool.query(
    `select payload->>'type' as type from graphile_worker._private_jobs where payload->>'type' = 'documents.infected'`,
  );
  expect(rows).toHaveLength(1);
  await clamd.close();
});

test("what ends soon is told once to each adult, without a word of health; not who has no authority", async () => {
  const [lina] = mother.children;
  kept(await send(as(mother), { until: "2026-11-30", label: "Projet d’accueil individualisé (PAI)" }));
  kept(await send(as(mother), { until: "2026-11-30" }));
  await town.database.write((writes) =>
    writes.run(
      "test_withheld",
      `insert into withheld_authority (guardian_id, participant_id, reason, by_label, at) values ($1, $2, 'Jugement', 'x', now())`,
      [father.guardians[0]?.id ?? "", lina?.id ?? ""],
    ),
  );
  kept(await send(as(father), { until: "2026-11-29" }));
  const background = { authority: town.authority, database: town.database, now: visitTo(town).now };
  await endingDocumentsJob(PUBLIC_URL).run(background);
  await endingDocumentsJob(PUBLIC_URL).run(background);
  const { rows } = await town.pool.query(
    `select to_address, body_text from ${town.database.schema}.outbox_message where key like 'documents.ending:%'`,
  );
  expect(rows.map((row) => row.to_address)).toEqual(["claire.lefebvre@exemple.fr"]);
  expect(rows[0].body_text).toContain("Attestation d’assurance");
  expect(rows[0].body_text).toContain("Un document de santé");
  expect(rows[0].body_text).not.toContain("PAI");
});

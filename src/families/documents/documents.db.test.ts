import { buffer } from "node:stream/consumers";

import { answerVersion } from "#documents";
import type { SignedInVisit } from "#identity";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { chosen, documentTown, kept, reachOf } from "../../../test/documents/document-town.ts";
import { jpeg, pdf } from "../../../test/documents/sample-files.ts";
import { ownDocuments, ownVersion, ownVersions } from "./own-documents.ts";
import { replaceDocument } from "./send-document.ts";

let at: Awaited<ReturnType<typeof documentTown>>;
beforeAll(async () => {
  at = await documentTown();
});
afterAll(() => at.close());

test("a document is sealed on the disk, opened as it was, replaced, its versions kept, every opening told", async () => {
  const visit = at.as(at.mother);
  const bytes = pdf(300_000);
  const documentId = kept(await at.send(visit, { bytes, name: "../Assurance\u202E.pdf" }));
  const [first] = await at.database.read((reads) => ownDocuments(reads, reachOf(visit)));
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
    await replaceDocument(visit, replaced, {
      vault: at.vault,
      reach: reachOf(visit),
      files: chosen("p.jpg", jpeg()),
    }),
  );
  const versions = await at.database.read((reads) => ownVersions(reads, reachOf(visit), documentId));
  expect(versions?.map(({ number, current, type }) => [number, current, type])).toEqual([
    [2, true, "jpeg"],
    [1, false, "pdf"],
  ]);

  const versionId = versions?.[1]?.versionId ?? newId<"document-version">();
  const find = (reads: Parameters<typeof ownVersion>[0]) => ownVersion(reads, reachOf(visit), versionId);
  const answer = await answerVersion(visit, at.vault, find, "shown");
  if (answer.kind !== "stored") throw new Error(answer.kind);
  expect(answer).toMatchObject({ name: "Assurance.pdf", type: "application/pdf", inline: false });
  expect((await buffer(answer.body)).equals(bytes)).toBe(true);
  expect(
    (
      await at.rows("select facts, household_id from s.journal_entry where act = $1 order by at, id", [
        "documents.opened",
      ])
    ).map((line) => line.household_id),
  ).toEqual([at.mother.id]);
  expect(await at.files()).toHaveLength(2);
});

test("separated parents see each their own; who has no authority over a child does not see the child's", async () => {
  kept(await at.send(at.as(at.father)));
  const seen = async (visit: SignedInVisit) =>
    (await at.database.read((reads) => ownDocuments(reads, reachOf(visit)))).map(({ ownerId }) => ownerId);
  expect(await seen(at.as(at.father))).toEqual([at.father.id]);
  expect(new Set(await seen(at.as(at.mother)))).toEqual(new Set([at.mother.id]));
  expect(
    await seen(
      at.as(
        at.mother,
        at.mother.children.map(({ id }) => id),
      ),
    ),
  ).toEqual([]);
  const [his] = await at.database.read((reads) => ownDocuments(reads, reachOf(at.as(at.father))));
  const documentId = his?.documentId ?? newId<"document">();
  const replaced = { documentId, formKey: newId<"form">(), validUntil: null };
  const sending = { vault: at.vault, reach: reachOf(at.as(at.mother)), files: chosen("a.pdf", pdf()) };
  expect(await replaceDocument(at.as(at.mother), replaced, sending)).toMatchObject({
    refusal: { code: "unknown" },
  });
  expect(await at.send(at.as(at.mother), { about: at.father.guardians[0]?.id ?? "" })).toMatchObject({
    refusal: { code: "unknown" },
  });
  expect(await at.send(at.as(at.mother), { about: null })).toMatchObject({
    refusal: { code: "not-about", about: "child" },
  });
});

test("a form sent twice is kept once; what is refused is kept nowhere, and told in the journal", async () => {
  const visit = at.as(at.mother);
  const formKey = newId<"form">();
  const once = kept(await at.send(visit, { formKey }));
  expect(kept(await at.send(visit, { formKey }))).toBe(once);
  const before = await at.files();
  expect(kept(await at.send(visit, { formKey }))).toBe(once);
  expect(await at.files()).toEqual(before);
  for (const [code, bytes] of [
    ["empty", new Uint8Array()],
    ["too-long", pdf(1_000_001)],
    ["type", Buffer.from("<html><script>alert(1)</script>")],
    ["dimensions", jpeg(30_000, 30_000)],
  ] as const) {
    expect(await at.send(visit, { bytes })).toMatchObject({ refusal: { code: "file", refusal: { code } } });
  }
  expect(await at.files()).toEqual(before);
  expect(
    (
      await at.rows("select facts, household_id from s.journal_entry where act = $1 order by at, id", [
        "documents.refused",
      ])
    ).map(({ facts }) => facts.code),
  ).toEqual(["empty", "too-long", "type", "dimensions"]);
});

test("a household sends sixty in twenty-four hours, and no more; nothing of the next is kept", async () => {
  const visit = at.as(at.father);
  const [{ count: sent }] = await at.rows(
    "select count(*)::integer as count from s.document d join s.document_version v on v.document_id = d.id where d.owner_id = $1",
    [at.father.id],
  );
  for (let file = sent; file < 60; file += 1) kept(await at.send(visit));
  const before = await at.files();
  expect(await at.send(visit)).toMatchObject({ refusal: { code: "too-many", most: 60 } });
  expect(await at.files()).toEqual(before);
  kept(await at.send({ ...visit, now: visit.now.add({ hours: 25 }) }));
});

test("a form sent twice at one moment is kept once, and answered twice", async () => {
  const visit = at.as(at.mother);
  const before = await at.files();
  for (let turn = 0; turn < 5; turn += 1) {
    const twice = { formKey: newId<"form">() };
    const [one, other] = await Promise.all([at.send(visit, twice), at.send(visit, twice)]);
    expect(kept(one)).toBe(kept(other));
  }
  expect(await at.files()).toHaveLength(before.length + 5);
});

import { randomUUID } from "node:crypto";

import { answerVersion, rotateKeys, scanWaiting, sweepFiles } from "#documents";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { clamdStandIn, HARMFUL } from "../../../test/clamd/clamd-stand-in.ts";
import { documentTown, kept, reachOf } from "../../../test/documents/document-town.ts";
import { pdf } from "../../../test/documents/sample-files.ts";
import { endingDocumentsJob } from "../emails/tell-documents.ts";
import { ownDocuments, ownVersions } from "./own-documents.ts";

const PUBLIC_URL = new URL("https://espace.exemple.fr");

let at: Awaited<ReturnType<typeof documentTown>>;
beforeAll(async () => {
  at = await documentTown();
});
afterAll(() => at.close());

test("the sweep takes away what no row names, and tells which documents have lost their file", async () => {
  const { id } = at.authority;
  kept(await at.send(at.as(at.mother)));
  const before = await at.files();
  await at.vault.store.write({ authorityId: id, fileId: randomUUID() }, chosenBytes());
  const swept = await sweepFiles(at.vault, id, at.database, 0);
  expect(swept).toEqual({ orphans: 1, unfinished: 0, missing: [] });
  expect(await sweepFiles(at.vault, id, at.database, 0)).toEqual({ orphans: 0, unfinished: 0, missing: [] });
  expect(await at.files()).toEqual(before);
});

async function* chosenBytes(): AsyncGenerator<Uint8Array> {
  yield pdf();
}

test("after a rotation every document opens, under the new key; another authority's key opens none", async () => {
  const { id } = at.authority;
  const [one] = await at.database.read((reads) => ownDocuments(reads, reachOf(at.as(at.mother))));
  const old = await at.vault.keys.currentId(id);
  const rotated = await rotateKeys(at.database, at.vault.keys, id, at.background.now);
  expect(rotated).toBe((await at.files()).length);
  expect(await at.vault.keys.currentId(id)).not.toBe(old);
  const rows = await at.rows(`select distinct key_id from s.document_version`);
  expect(rows).toEqual([{ key_id: await at.vault.keys.currentId(id) }]);
  const answer = await answerVersion(at.as(at.mother), at.vault, async () => one, "download");
  expect(answer.kind).toBe("stored");
  const elsewhere = { ...at.as(at.mother), authority: { ...at.authority, id: newId<"authority">() } };
  await expect(answerVersion(elsewhere, at.vault, async () => one, "download")).rejects.toThrow();
});

test("the antivirus: found is refused at once; while it is away a file waits, and one found later goes", async () => {
  const clamd = await clamdStandIn();
  const watched = at.vaultWith(clamd.url);
  const visit = at.as(at.mother);
  const harmful = Buffer.concat([pdf().subarray(0, 20), Buffer.from(HARMFUL), pdf().subarray(20)]);
  const before = await at.files();
  const refused = await at.send(visit, { bytes: harmful, using: watched });
  expect(refused).toMatchObject({
    refusal: { refusal: { code: "infected", found: "Eicar-Test-Signature" } },
  });
  expect(await at.files()).toEqual(before);
  kept(await at.send(visit, { using: watched, label: "Vaccinations" }));
  const away = at.vaultWith(new URL("tcp://127.0.0.1:1"));
  const documentId = kept(await at.send(visit, { bytes: harmful, using: away, label: "Certificat médical" }));
  const own = await at.database.read((reads) => ownDocuments(reads, reachOf(visit)));
  const scans = own.flatMap(({ kindLabel, scan }) => (scan === "unscanned" ? [] : [[kindLabel, scan]]));
  expect(scans).toEqual([
    ["Certificat médical", "waiting"],
    ["Vaccinations", "clean"],
  ]);
  const waiting = own.find((one) => one.documentId === documentId);
  expect((await answerVersion(visit, away, async () => waiting, "download")).kind).toBe("refusal");

  const { background } = at;
  const facts = { version: waiting?.versionId };
  await expect(scanWaiting(away)(background, facts)).rejects.toThrow("no answer");
  await scanWaiting(watched)(background, facts);
  await scanWaiting(watched)(background, facts);
  expect(await at.database.read((reads) => ownVersions(reads, reachOf(visit), documentId))).toBeUndefined();
  expect(await at.files()).toHaveLength(before.length + 1);
  const rows = await at.rows(
    `select payload->>'type' as type from graphile_worker._private_jobs where payload->>'type' = 'documents.infected'`,
  );
  expect(rows).toHaveLength(1);
  await clamd.close();
});

test("what ends soon is told once to each adult, without a word of health; not who has no authority", async () => {
  const [lina] = at.mother.children;
  kept(
    await at.send(at.as(at.mother), { until: "2026-11-30", label: "Projet d’accueil individualisé (PAI)" }),
  );
  kept(await at.send(at.as(at.mother), { until: "2026-11-30" }));
  await at.database.write((writes) =>
    writes.run(
      "test_withheld",
      `insert into withheld_authority (guardian_id, participant_id, reason, by_label, at) values ($1, $2, 'Jugement', 'x', now())`,
      [at.father.guardians[0]?.id ?? "", lina?.id ?? ""],
    ),
  );
  kept(await at.send(at.as(at.father), { until: "2026-11-29" }));
  const { background } = at;
  await endingDocumentsJob(PUBLIC_URL).run(background);
  await endingDocumentsJob(PUBLIC_URL).run(background);
  const rows = await at.rows(
    `select to_address, body_text from s.outbox_message where key like 'documents.ending:%'`,
  );
  expect(rows.map((row) => row.to_address)).toEqual(["claire.lefebvre@exemple.fr"]);
  expect(rows[0].body_text).toContain("Attestation d’assurance");
  expect(rows[0].body_text).toContain("Un document de santé");
  expect(rows[0].body_text).not.toContain("PAI");
});

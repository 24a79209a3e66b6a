import { openVault } from "#documents";
import type { Visit } from "#identity";
import { testDatabase, type TestDatabase } from "#test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { chosen } from "../../../../../test/documents/document-town.ts";
import { pdf } from "../../../../../test/documents/sample-files.ts";
import { agentDocumentRoutes } from "./routes.tsx";

// Lina eats at Rue, her brother Hugo at Quend; their household has sent a paper of each kind.
const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const LIST = "/agent/familles/:household/documents";

let town: TestDatabase;
let folder: string;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;
let rue: Canteen;
beforeAll(async () => {
  town = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "preau-agents-"));
  const settings = { filesDir: folder, keysDir: folder, s3: null, clamd: null, mostMegabytes: 1 };
  at = await familyTown(town, [...agentDocumentRoutes(openVault(settings))]);
  rue = at.rue;
  const quend = await at.canteen({ name: "Restauration scolaire – Quend" });
  home = await at.family({ children: ["Lina"], enrolledIn: [rue] });
  const [hugo] = (await at.family({ children: ["Hugo"], enrolledIn: [quend] })).children;
  await town.database.write(async (writes) => {
    await writes.run(
      "test_hugo",
      `insert into household_participant (household_id, participant_id, colour) values ($1, $2, 2)`,
      [home.id, hugo?.id ?? ""],
    );
    const lina = home.children[0]?.id ?? "";
    for (const [kind, subject, name] of [
      ["Justificatif de domicile", null, "domicile"],
      ["Avis d’imposition", null, "impots"],
      ["Attestation d’assurance", lina, "assurance-lina"],
      ["Attestation d’assurance", hugo?.id ?? "", "assurance-hugo"],
      ["Vaccinations", lina, "vaccins-lina"],
      ["Vaccinations", hugo?.id ?? "", "vaccins-hugo"],
      ["Jugement sur l’autorité parentale ou la résidence", lina, "jugement"],
    ] as const) {
      const id = newId<"document">();
      await writes.run(
        "test_document",
        `insert into document (id, owner_id, subject_id, kind_id, created_at)
         select $1, $2, $3, id, now() from document_kind where label = $4`,
        [id, home.id, subject, kind],
      );
      await writes.run(
        "test_document_version",
        `insert into document_version (id, document_id, number, form_key, name, type, bytes, sha256, scan, sent_at,
                                       sent_by_id, sent_by_label, key_id, wrapped_key)
         values (gen_random_uuid(), $1, 1, gen_random_uuid(), $2, 'pdf', 10, sha256('x'), 'unscanned', now(),
                 gen_random_uuid(), 'Claire', gen_random_uuid(), 'x')`,
        [id, `${name}.pdf`],
      );
    }
  });
}, 60_000);
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true });
});

/** The files that this agent's page names. */
async function seenBy(actor: Visit["actor"]): Promise<string[]> {
  const answer = await at.ask("GET", LIST, at.visit(actor, NOW), { params: { household: home.id } });
  if (answer.kind !== "page") return [answer.kind];
  const words = wordsOf(htmlOf(answer));
  expect(words).toContain("Les fichiers ne passent par aucun antivirus");
  return [...words.matchAll(/« ([a-z-]+)\.pdf »/g)].map(([, name]) => name ?? "").toSorted();
}

test("each agent reads the documents that his or her role needs, and no others", async () => {
  const read = (rights: readonly string[]) => seenBy(agentWith([...rights]));
  const ordinary = ["assurance-hugo", "assurance-lina", "domicile"];
  expect(await read(["families.read"])).toEqual(ordinary);
  expect(await read(["families.read", "income.read"])).toEqual([...ordinary, "impots"]);
  expect(await read(["families.read", "health.read"])).toEqual([...ordinary, "vaccins-hugo", "vaccins-lina"]);
  expect(await read(["families.read", "families.write"])).toEqual([...ordinary, "jugement"]);
  const paul = agentWith(["families.read", "health.read", "bookings.read"], [rue.siteId]);
  expect(await seenBy(paul)).toEqual(["assurance-lina", "vaccins-lina"]);
});

test("reading which documents a family has sent leaves a line, before any is opened", async () => {
  const reader = agentWith(["families.read"]);
  await seenBy(reader);
  const lines = await town.database.read((reads) =>
    reads.rows(
      "test_list_read",
      `select household_id as household, object_kind as kind from journal_entry
       where act = 'documents.list-read' and account_id = $1`,
      [reader.accountId],
    ),
  );
  expect(lines).toEqual([{ household: home.id, kind: "household" }]);
});

test("a file that the list does not name is an unknown page, by its address too", async () => {
  const versions = await town.database.read((reads) =>
    reads.rows<{ version: string; name: string }>(
      "test_versions",
      `select id as version, name from document_version`,
    ),
  );
  const reader = agentWith(["families.read"]);
  for (const { version, name } of versions) {
    const params = { household: home.id, version };
    const asked = at.ask("GET", `${LIST}/fichiers/:version`, at.visit(reader, NOW), { params });
    // Its key is none of ours: what may be read is looked for, and not found on the disk.
    if (/assurance|domicile/.test(name)) await expect(asked).rejects.toThrow(/is not in/);
    else expect((await asked).kind, name).toBe("not-found");
  }
});

/** A paper of this kind brought to the desk for Lina, or for the household: where the agent is led, or what is said. */
async function keep(
  actor: Visit["actor"],
  {
    kind,
    subject = null,
    household = home.id,
  }: { kind: string; subject?: string | null; household?: string },
) {
  const [row] = await town.database.read((reads) =>
    reads.rows<{ id: string }>("test_kind", `select id from document_kind where label = $1`, [kind]),
  );
  const body = {
    cle: newId<"form">(),
    pour: subject === null ? household : `${household} ${subject}`,
    type: row?.id ?? "",
    fin: "",
  };
  const files = chosen("papier.pdf", pdf(2_000));
  const answer = await at.ask("POST", `${LIST}/ajouter`, at.visit(actor, NOW), {
    params: { household: home.id },
    body,
    files,
  });
  return answer.kind === "redirect" ? answer.to : wordsOf(htmlOf(answer));
}

test("a paper brought to the desk is kept with its family's, under the agent's name", async () => {
  const lina = home.children[0]?.id ?? "";
  const martine = agentWith(["families.read", "families.write"]);
  expect(await keep(martine, { kind: "Attestation d’assurance", subject: lina })).toBe(
    `/agent/familles/${home.id}/documents?fait=envoye`,
  );
  const [kept] = await town.database.read((reads) =>
    reads.rows(
      "test_kept_paper",
      `select d.owner_id as owner, d.subject_id as subject
       from document_version v join document d on d.id = v.document_id where v.sent_by_id = $1`,
      [martine.accountId],
    ),
  );
  expect(kept).toEqual({ owner: home.id, subject: lina });
});

test("an agent keeps no kind of paper that he or she may not read, and none for another household's child", async () => {
  const lina = home.children[0]?.id ?? "";
  const martine = agentWith(["families.read", "families.write"]);
  expect(await keep(martine, { kind: "Vaccinations", subject: lina })).toContain(
    "Votre rôle ne garde pas ce document",
  );
  const { children } = await at.family({ children: ["Zoé"], enrolledIn: [rue] });
  const zoe = children[0]?.id ?? "";
  expect(await keep(martine, { kind: "Attestation d’assurance", subject: zoe })).toContain(
    "Choisissez pour qui est ce document",
  );
});

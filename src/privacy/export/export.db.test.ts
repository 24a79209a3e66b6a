import { buffer } from "node:stream/consumers";

import { answerMade, forgetMadeJob, sweepFiles } from "#documents";
import type { Background, GuardianVisit, SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { afterAll, beforeAll, expect, test } from "vitest";

import { buildAccount } from "../../../test/builders/account.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { documentTown, kept } from "../../../test/documents/document-town.ts";
import { pdf } from "../../../test/documents/sample-files.ts";
import { askExport, exportById, exportsOf } from "./exports.ts";
import { makeExport } from "./make-export.ts";

let at: Awaited<ReturnType<typeof documentTown>>;
let accountId: Id<"account">;
beforeAll(async () => {
  at = await documentTown();
  accountId = await buildAccount(at.database, { email: "claire.compte@exemple.fr" });
  await at.database.write(async (writes) => {
    await writes.run(
      "test_addresses",
      `update household set address_line = case when id = $1 then '1 rue des Lilas' else '3 rue du moulin-secret' end`,
      [at.mother.id],
    );
    await writes.run(
      "test_phones",
      `update guardian set phone_mobile = '0699997755' where first_name = 'Marc'`,
    );
    // A step-father in the mother's household: his name is hers to know there, nothing else.
    await writes.run(
      "test_step_father",
      `with him as (insert into guardian (id, last_name, first_name, email, phone_mobile, created_at)
                    values (gen_random_uuid(), 'Roussel', 'Luc', 'luc@prive.fr', '0611112222', now()) returning id)
       insert into household_guardian (household_id, guardian_id) select $1, id from him`,
      [at.mother.id],
    );
    await writes.run(
      "test_health",
      `insert into health_record (participant_id, allergies, by_label, updated_at)
       values ($1, 'Arachide', 'Claire', now())`,
      [at.mother.children[0]?.id ?? ""],
    );
  });
}, 60_000);
afterAll(() => at.close());

const claire = (): GuardianVisit => {
  const visit = at.as(at.mother);
  const { guardian } = visit.actor;
  if (guardian === null) throw new Error("Claire has no family");
  return { ...visit, actor: { ...visit.actor, accountId, guardian } };
};
const later = (days: number): Background => ({
  ...at.background,
  now: at.background.now.add({ hours: 24 * days }),
});
async function ask(): Promise<Id<"data-export">> {
  expect(await askExport(claire(), newId<"form">())).toEqual({ ok: true, value: null });
  return waiting();
}
/** The one that is being made. */
async function waiting(): Promise<Id<"data-export">> {
  const all = await at.database.read((reads) => exportsOf(reads, claire().actor.guardian.id));
  return all.find(({ fileId }) => fileId === null)?.exportId ?? newId();
}
const fileOf = async (exportId: Id<"data-export">) =>
  (await at.database.read((reads) => exportById(reads, exportId)))?.fileId ?? null;
const make = (exportId: Id<"data-export">, background: Background = at.background) =>
  makeExport(at.vault, new URL("http://localhost:3000"))(background, { export: exportId });
async function archive(visit: Pick<SignedInVisit, "authority" | "database" | "now">, fileId: string | null) {
  const answer = await answerMade(visit, at.vault, fileId ?? "", { name: "a.zip", type: "application/zip" });
  if (answer?.kind !== "stored") return undefined;
  const bytes = await buffer(answer.body);
  expect(bytes.length).toBe(answer.length);
  return bytes;
}

test("the copy holds what is one's own, names the other adults and tells nothing else of them, and goes after its days", async () => {
  const bytes = pdf(120_000);
  kept(await at.send(at.as(at.mother), { bytes, name: "assurance.pdf" }));
  kept(await at.send(at.as(at.father), { name: "facture-du-pere.pdf" }));
  const exportId = await ask();
  await make(exportId);
  await make(exportId);
  const fileId = await fileOf(exportId);
  const zip = await archive(at.background, fileId);
  const text = zip?.toString("utf8") ?? "";
  expect(text.startsWith("PK\u0003\u0004")).toBe(true);
  for (const word of ["1 rue des Lilas", "Luc Roussel", "Arachide", "factures.csv", "assurance.pdf"])
    expect(text).toContain(word);
  expect(zip?.includes(bytes)).toBe(true);
  for (const word of [
    "moulin-secret",
    "0699997755",
    "luc@prive.fr",
    "0611112222",
    "facture-du-pere",
    "argon2",
  ])
    expect(text).not.toContain(word);

  const [letter] = await at.rows(
    "select subject, to_address as who, body_text as text from s.outbox_message where to_address = $1",
    ["claire.compte@exemple.fr"],
  );
  expect(letter).toMatchObject({ subject: "La copie de vos données est prête" });
  expect(letter.text).not.toContain("Arachide");

  expect(await archive(later(7), fileId)).toBeUndefined();
  const before = (await at.files()).length;
  await forgetMadeJob.run(later(7));
  await sweepFiles(at.vault, at.authority.id, at.database, 0);
  expect((await at.files()).length).toBe(before - 1);
});

test("asked twice, it is made once; a copy that is cut short leaves no file, and is made anew", async () => {
  const visit = claire();
  const key = newId<"form">();
  expect(await askExport(visit, key)).toMatchObject({ ok: true });
  expect(await askExport(visit, key)).toMatchObject({ ok: true });
  expect(await askExport(visit, newId<"form">())).toMatchObject({ refusal: { code: "under-way" } });
  const id = await waiting();
  const files = (await at.files()).length;
  const cut: Background = {
    ...at.background,
    database: {
      ...at.database,
      write: () => Promise.reject(new Error("killed")),
      writeOnce: () => Promise.reject(new Error("killed")),
    },
  };
  await expect(make(id, cut)).rejects.toThrow("killed");
  await sweepFiles(at.vault, at.authority.id, at.database, 0);
  expect((await at.files()).length).toBe(files);
  await make(id);
  expect(await archive(at.background, await fileOf(id))).toBeDefined();
});

test("who has left a household by the time the copy is made finds nothing of it there", async () => {
  const exportId = await ask();
  await at.database.write((writes) =>
    writes.run(
      "test_left",
      `update household_guardian set left_on = '2026-11-10', left_by_label = 'Paul'
       where household_id = $1 and guardian_id = $2`,
      [at.mother.id, claire().actor.guardian.id],
    ),
  );
  await make(exportId);
  const text = (await archive(at.background, await fileOf(exportId)))?.toString("utf8") ?? "";
  expect(text).toContain("foyers.json");
  for (const word of ["Lilas", "Arachide", "assurance.pdf"]) expect(text).not.toContain(word);
});

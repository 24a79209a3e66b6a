import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { documentKinds, openVault, type Vault } from "#documents";
import type { SignedIn, SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import type { IncomingFiles } from "#platform";
import { testDatabase } from "#test";

import { sendDocument } from "../../src/families/documents/send-document.ts";
import { newId } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import { pdf } from "./sample-files.ts";

/** What is sent, where a test says: a proof of insurance for Lina, unless told otherwise. */
interface Sending {
  bytes?: Uint8Array;
  name?: string;
  label?: string;
  about?: string | null;
  until?: string;
  formKey?: Id<"form">;
  using?: Vault;
}

/** A file as a form brings it, in pieces. */
export async function* chosen(name: string, bytes: Uint8Array): IncomingFiles {
  yield { field: "fichier", name, content: pieces(bytes) };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384);
}

/** The reach of a family's visit. */
export const reachOf = ({ actor }: SignedInVisit) => actor.guardian ?? { householdIds: [], withheldIds: [] };

/** What was kept; throws what was refused. */
export function kept<T>(sent: { ok: boolean; value?: T; refusal?: unknown }): T {
  if (!sent.ok || sent.value === undefined) throw new Error(JSON.stringify(sent));
  return sent.value;
}

/** Lina and Hugo, their mother's household and their father's, and a store in a folder of its own. */
export async function documentTown() {
  const town = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "preau-documents-"));
  const [mother, father] = await town.database.write(async (writes) => {
    const hers = await buildHousehold(writes, { children: ["Lina", "Hugo"] });
    const sharedChildren = hers.children;
    const his = { lastName: "Bernard", guardians: ["Marc"], children: [], sharedChildren };
    return [hers, await buildHousehold(writes, his)] as const;
  });
  const { schema } = town.database;

  const vaultWith = (clamd: URL | null): Vault =>
    openVault({
      filesDir: join(folder, "files"),
      keysDir: join(folder, "keys"),
      s3: null,
      clamd,
      mostMegabytes: 1,
    });
  const vault = vaultWith(null);

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

  async function kind(label: string): Promise<Id<"document-kind">> {
    const found = (await town.database.read(documentKinds)).find((one) => one.label === label);
    if (found === undefined) throw new Error(label);
    return found.kindId;
  }

  async function send(visit: SignedInVisit, of: Sending = {}) {
    const [householdId = newId<"household">()] = reachOf(visit).householdIds;
    const sent = {
      formKey: of.formKey ?? newId<"form">(),
      householdId,
      subjectId: of.about === undefined ? (mother.children[0]?.id ?? "") : of.about,
      kindId: await kind(of.label ?? "Attestation d’assurance"),
      validUntil: of.until === undefined ? null : Temporal.PlainDate.from(of.until),
    };
    const files = chosen(of.name ?? "a.pdf", of.bytes ?? pdf());
    return sendDocument(visit, sent, { vault: of.using ?? vault, reach: reachOf(visit), files });
  }

  return {
    ...town,
    mother,
    father,
    vault,
    vaultWith,
    as,
    send,
    background: { authority: town.authority, database: town.database, now: visitTo(town).now },
    /** The files of the store, those that are being written too. */
    files: async () =>
      (await readdir(join(folder, "files"), { recursive: true })).filter((name) =>
        /\.(sealed|part)$/.test(name),
      ),
    /** Rows of the authority's schema, « s. » in the statement. */
    rows: async (sql: string, parameters: readonly unknown[] = []) =>
      (await town.pool.query(sql.replaceAll(/\bs\./g, `${schema}.`), [...parameters])).rows,
    close: async () => {
      await town.close();
      await rm(folder, { recursive: true });
    },
  };
}

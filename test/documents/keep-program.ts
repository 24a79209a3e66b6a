// Keeps documents one after the other, in four rows, and says « KEY » once each is kept, until a test kills it:
// `keep-program.js URL ROLE SCHEMA AUTHORITY FOLDER KIND`.
import { randomUUID } from "node:crypto";
import { join } from "node:path";

import { keepVersion, openVault, receiveFile } from "#documents";
import { parseId, type Id } from "#kernel";
import { openDatabase } from "#platform";

import { pdf } from "./sample-files.ts";

const [url = "", role = "", schema = "", authority = "", folder = "", kind = ""] = process.argv.slice(2);
const server = openDatabase(url, { role });
const database = server.schema(schema);
const vault = openVault({
  filesDir: join(folder, "files"),
  keysDir: join(folder, "keys"),
  s3: null,
  clamd: null,
  mostMegabytes: 10,
});
const now = Temporal.Instant.from("2026-11-12T08:00:00Z");
const by = {
  authorityId: id<"authority">(authority),
  accountId: id<"account">(),
  name: "x",
  address: "",
  now,
};

function id<Name extends string>(text: string = randomUUID()): Id<Name> {
  const read = parseId<Name>(text);
  if (read === undefined) throw new Error(`No id: ${text}`);
  return read;
}

async function* content(): AsyncGenerator<Uint8Array> {
  const bytes = pdf(300_000);
  for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384);
}

async function keepOn(): Promise<never> {
  for (;;) {
    const file = { field: "fichier", name: "a.pdf", content: content() };
    const received = await receiveFile(vault, { authorityId: authority, unnamed: "x", now }, file);
    if (!received.ok) throw new Error(received.refusal.code);
    const facts = {
      ownerId: id<"household">(),
      householdId: null,
      subjectId: null,
      kindId: id<"document-kind">(kind),
      validUntil: null,
      replaces: null,
      formKey: id<"form">(),
    };
    await database.write((writes) => keepVersion(writes, received.value, facts, by));
    process.stdout.write(`${facts.formKey}\n`);
  }
}

await Promise.all([keepOn(), keepOn(), keepOn(), keepOn()]);

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

import { projectRoot } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { pdf } from "../../../test/documents/sample-files.ts";
import { sweepFiles } from "../jobs/sweep.ts";
import { openVault } from "../open-vault.ts";
import { openFile } from "../vault.ts";
import { wrappedKeyOf } from "./open-version.ts";
import { documentKinds } from "./queries.ts";

const PROGRAM = join(projectRoot, "dist", "tools", "keep-program.js");

let town: TestDatabase;
let folder: string;
beforeAll(async () => {
  const bundle = ["bin/bundle.mjs", "test/documents/keep-program.ts", PROGRAM];
  execFileSync(process.execPath, bundle, { cwd: projectRoot });
  town = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "preau-keep-"));
}, 60_000);
afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

test("what was acknowledged before a kill is there whole; the sweep leaves nothing that no row names", async () => {
  const { url, authority, database } = town;
  const [kind] = await database.read(documentKinds);
  const child = spawn(
    process.execPath,
    [PROGRAM, url, "preau_program", database.schema, authority.id, folder, kind?.kindId ?? ""],
    { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] },
  );
  const acknowledged: string[] = [];
  for await (const said of child.stdout) {
    acknowledged.push(...String(said).trim().split("\n"));
    if (acknowledged.length >= 25) break;
  }
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");

  const vault = openVault({
    filesDir: join(folder, "files"),
    keysDir: join(folder, "keys"),
    s3: null,
    clamd: null,
    mostMegabytes: 10,
  });
  const rows = await database.read((reads) =>
    reads.rows<{ id: string; formKey: string }>(
      "test_kept",
      `select id, form_key as "formKey" from document_version`,
    ),
  );
  const expected = pdf(300_000);
  expect(acknowledged.filter((key) => !rows.some(({ formKey }) => formKey === key))).toEqual([]);
  for (const { id } of rows) {
    const key = await database.read((reads) => wrappedKeyOf(reads, id));
    const place = { authorityId: authority.id, fileId: id };
    expect((await buffer(Readable.from(await openFile(vault, place, key)))).equals(expected)).toBe(true);
  }
  expect(await sweepFiles(vault, authority.id, database, 0)).toMatchObject({ missing: [] });
  const nothing = { orphans: 0, unfinished: 0, missing: [] };
  expect(await sweepFiles(vault, authority.id, database, 0)).toEqual(nothing);
}, 30_000);

import { folderOf, isBelow } from "./folders.ts";
import { isTest, type SourceFile, type Violation } from "./source-file.ts";
import { referencesOfBody, type SqlCatalog } from "./sql-catalog.ts";
import { looksLikeSql, type SqlReferences, sqlReferences } from "./sql-references.ts";

/** PostgreSQL's own tables, and temporary ones. */
const SYSTEM = /^(pg_[a-z_]+|(pg_catalog|information_schema|pg_temp)\..*)$/;

/** A backup copies whole tables, whoever owns them. */
const COPIES_EVERYTHING = "src/platform/backup/";

/**
 * A folder writes only its own tables, and reads lower folders only through the views that they publish; it calls
 * their functions only when their name begins with the owner's (`platform_announce`). Read in the program's strings
 * and in the views and functions of the migrations.
 */
export function checkSql(files: readonly SourceFile[], catalog: SqlCatalog): Violation[] {
  const inFiles = files
    .filter((file) => !isTest(file) && !file.path.startsWith(COPIES_EVERYTHING))
    .flatMap((file) => sqlOf(file));
  const inMigrations = catalog.bodies.map((body) => ({
    path: body.path,
    line: body.line,
    folder: body.owner,
    references: referencesOfBody(body),
  }));
  return [...inFiles, ...inMigrations].flatMap(({ path, line, folder, references }) =>
    faults(folder, references, catalog).map((why) => ({ path, line, why })),
  );
}

/** Every SQL statement in the strings of a file. */
export function sqlOf(file: SourceFile) {
  const found: { path: string; line: number; folder: string; references: SqlReferences }[] = [];
  const folder = folderOf(file.path) ?? "";
  const add = (text: string, start: number) => {
    if (!looksLikeSql(text)) return;
    found.push({ path: file.path, line: file.lineAt(start), folder, references: sqlReferences(text) });
  };
  file.visit({
    Literal: ({ value, start }) => {
      if (typeof value === "string") add(value, start);
    },
    TemplateLiteral: ({ quasis, start }) => add(quasis.map(({ value }) => value.cooked).join("?"), start),
  });
  return found;
}

function faults(folder: string, { reads, writes, calls }: SqlReferences, catalog: SqlCatalog): string[] {
  const { tables, views, functions } = catalog;
  const found: string[] = [];
  for (const name of writes) {
    const owner = tables.get(name);
    if (owner === undefined && !isSystem(name, folder))
      found.push(`${folder} writes ${name}, which is no table`);
    if (owner !== undefined && owner !== folder) found.push(`${folder} writes ${name}, a table of ${owner}`);
  }
  for (const name of reads) {
    const owner = tables.get(name) ?? views.get(name);
    if (owner === undefined) {
      if (!isSystem(name, folder)) found.push(`${folder} reads ${name}, which is no table and no view`);
    } else if (owner !== folder && tables.has(name)) {
      found.push(`${folder} reads ${name}, a table of ${owner}: read a view that ${owner} publishes`);
    } else if (owner !== folder && !isBelow(owner, folder)) {
      found.push(`${folder} reads ${name}, a view of ${owner}, which is above it`);
    }
  }
  for (const name of calls) {
    const owner = functions.get(name);
    if (owner === undefined || owner === folder) continue;
    const published = name.startsWith(`${owner}_`) && isBelow(owner, folder);
    if (!published) found.push(`${folder} calls ${name}, a function of ${owner}`);
  }
  return found;
}

/** The tables of the job queue and of the migrations are platform's, though no migration of ours creates them. */
function isSystem(name: string, folder: string): boolean {
  return (
    SYSTEM.test(name) || (folder === "platform" && /^(graphile_worker\..*|applied_migration)$/.test(name))
  );
}

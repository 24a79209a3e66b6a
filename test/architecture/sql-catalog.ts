import { sqlReferences } from "./sql-references.ts";

/** A view or a function of the migrations, whose body is checked as a folder's own SQL is. */
export interface SqlBody {
  owner: string;
  path: string;
  line: number;
  sql: string;
}

/** Who owns what, from the `-- owner: x` lines of the migrations. */
export interface SqlCatalog {
  tables: ReadonlyMap<string, string>;
  views: ReadonlyMap<string, string>;
  functions: ReadonlyMap<string, string>;
  bodies: readonly SqlBody[];
}

const CREATES =
  /^create (?:or replace )?(table|view|function)(?: if not exists)? (?:directory\.)?([a-z_][a-z0-9_]*)/;

/** Reads the migrations in order; what is created before any `-- owner:` line is owned by nobody and throws. */
export function sqlCatalog(migrations: readonly { path: string; text: string }[]): SqlCatalog {
  const tables = new Map<string, string>();
  const views = new Map<string, string>();
  const functions = new Map<string, string>();
  const bodies: SqlBody[] = [];
  for (const { path, text } of migrations) {
    let owner: string | undefined;
    for (const { sql, line } of statements(text)) {
      owner = /^-- owner: ([a-z]+)$/m.exec(sql)?.[1] ?? owner;
      const [, kind, name] = CREATES.exec(withoutComments(sql)) ?? [];
      if (kind === undefined || name === undefined) continue;
      if (owner === undefined) throw new Error(`${path}:${line}: ${name} has no -- owner:`);
      if (kind === "table") tables.set(name, owner);
      if (kind === "view") views.set(name, owner);
      if (kind === "function") functions.set(name, owner);
      if (kind !== "table") bodies.push({ owner, path, line, sql });
    }
  }
  return { tables, views, functions, bodies };
}

/** Statements of a file with the line where each starts; a `;` inside a function's `$$ … $$` ends nothing. */
function statements(text: string): { sql: string; line: number }[] {
  const found: { sql: string; line: number }[] = [];
  let sql = "";
  let start = 0;
  text.split("\n").forEach((line, index) => {
    if (sql.trim() === "") start = index + 1;
    sql += `${line}\n`;
    if (line.trimEnd().endsWith(";") && sql.split("$$").length % 2 === 1) {
      found.push({ sql, line: start });
      sql = "";
    }
  });
  return found;
}

function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, "").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Everything a body touches except itself: a view is not « read » by its own definition. */
export function referencesOfBody({ sql }: SqlBody) {
  return sqlReferences(sql.replace(/\$\$/g, " "));
}

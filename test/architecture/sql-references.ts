/** What a piece of SQL touches, by name and without schema `directory`. */
export interface SqlReferences {
  reads: ReadonlySet<string>;
  writes: ReadonlySet<string>;
  /** Functions called, ours and PostgreSQL's. */
  calls: ReadonlySet<string>;
}

const NAME = String.raw`((?:[a-z_][a-z0-9_]*\.)?[a-z_][a-z0-9_]*\b)`;

const WRITES = new RegExp(
  String.raw`(?:\binsert into|\bdelete from(?: only)?|\bmerge into|\btruncate(?: table)?|\bcopy` +
    String.raw`|\block table|\b(?:alter|drop) table(?: if exists)?` +
    String.raw`|(?<!\bfor |\bkey |\bdo |\bbefore |\bafter |\bor )\bupdate(?: only)?) ${NAME}`,
  "g",
);
/** After `from a as x, b y`, the names that follow a comma are read too. */
const READS = new RegExp(
  String.raw`(?:(?<!\bdelete |\bdistinct )\bfrom|\bjoin|\busing)(?: only| lateral)? ${NAME}(?! ?\()` +
    String.raw`((?:(?: as)? [a-z_]+)? ?, ?(?:lateral )?[a-z_][a-z0-9_.]*\b(?! ?\())*`,
  "g",
);
const COMMON_TABLES = new RegExp(
  String.raw`(?:\bwith(?: recursive)?|,|\)) ?${NAME}(?: ?\([^()]*\))? as(?: not)?(?: materialized)? ?\(`,
  "g",
);
const CALLS = new RegExp(String.raw`\b${NAME} ?\(`, "g");

/** Words that follow `update` or `from` without being a table. */
const NOT_NAMES = new Set([
  "set",
  "or",
  "of",
  "on",
  "skip",
  "nowait",
  "select",
  "lateral",
  "only",
  "errcode",
  // The rows that a statement inserts, as its trigger names them.
  "added",
]);

/** Whether a string of the program is SQL: it starts like a statement. */
export function looksLikeSql(text: string): boolean {
  return /^\s*(?:--.*\s+)*(select|insert into|update|delete from|with|merge|truncate|copy|lock|create|alter|drop)\s/i.test(
    text,
  );
}

/** Reads one or several statements. Comments, texts between quotes and the names of `with` do not count. */
export function sqlReferences(sql: string): SqlReferences {
  const plain = sql
    .replace(/--.*$/gm, " ")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', "")
    .replace(/\bdirectory\./g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    // « extract(isodow from date) » reads no table.
    .replace(/\b(extract|substring|trim|overlay) ?\([^()]*\)/g, " ");
  const common = new Set(namesOf(plain, COMMON_TABLES));
  const isTable = (name: string) => !NOT_NAMES.has(name) && !common.has(name);
  return {
    reads: new Set(namesOf(plain, READS).filter(isTable)),
    writes: new Set(namesOf(plain, WRITES).filter(isTable)),
    calls: new Set(namesOf(plain, CALLS)),
  };
}

function namesOf(sql: string, pattern: RegExp): string[] {
  return [...sql.matchAll(pattern)].flatMap(([whole, name = ""]) => [
    name,
    ...whole
      .split(",")
      .slice(1)
      .map((further) => further.replace(/lateral /, "").trim())
      .filter((further) => pattern === READS && further !== ""),
  ]);
}

import type { Reads } from "#platform";
import type { TestDatabase } from "#test";
import pg from "pg";

/** What a town holds, but for what reading and signing in may leave behind: a digest, the same as long as it is so. */
export interface Content {
  /** Read again only after a statement that writes: thousands of requests ask whether they changed something. */
  now(): Promise<string>;
  /** Read again in any case. */
  read(): Promise<string>;
}

/** Counts every statement that writes one of the town's tables; a number of a sequence stays taken on a rollback. */
export async function watchContent({ url, authority, database }: TestDatabase): Promise<Content> {
  const tables = await database.read(tablesOf);
  if (tables.length < 20) throw new Error("The tables of an authority are not seen");
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`
    set search_path to "${authority.schema}";
    create sequence test_written;
    create function test_writes() returns trigger language plpgsql security definer as
      $$ begin perform nextval('"${authority.schema}".test_written'); return null; end $$;
    grant select on sequence test_written to public;
    ${tables
      .map(
        (table) =>
          `create trigger test_writes after insert or update or delete or truncate on "${table}"
             for each statement execute function test_writes();`,
      )
      .join("")}`);
  await owner.end();

  let known: { written: string; content: string } | undefined;
  async function read(reads: Reads, written: string): Promise<string> {
    const content = await digestOf(reads, tables);
    known = { written, content };
    return content;
  }
  return {
    now: () =>
      database.read(async (reads) => {
        const written = await writtenBy(reads);
        return known?.written === written ? known.content : read(reads, written);
      }),
    read: () => database.read(async (reads) => read(reads, await writtenBy(reads))),
  };
}

async function tablesOf(reads: Reads): Promise<string[]> {
  const tables = await reads.rows<{ name: string }>(
    "test_tables",
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE'
       and table_name !~ '^(journal_|signed_in_session|known_device|sign_in_failure)' order by 1`,
  );
  return tables.map(({ name }) => name);
}

async function writtenBy(reads: Reads): Promise<string> {
  const row = await reads.row<{ written: string }>(
    "test_written",
    "select last_value || '/' || is_called as written from test_written",
  );
  return row?.written ?? "";
}

async function digestOf(reads: Reads, tables: readonly string[]): Promise<string> {
  const parts = tables.map(
    (name) =>
      `select '${name}' as of, count(*)::int as rows, sum(hashtextextended(t::text, 0))::text as sum from "${name}" t`,
  );
  return JSON.stringify(await reads.rows("test_content", parts.join(" union all ")));
}

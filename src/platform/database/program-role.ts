import type pg from "pg";

/**
 * The role under which the program works: it may read and write rows, but only INSERT and SELECT in the
 * append-only records, and it can alter no table. Migrations run as the owner.
 */
export const programRole = "preau_program";

/**
 * Makes sure the role exists and that this login may take it.
 * @returns the role, or null where the login may not create it (a hosted PostgreSQL whose administrator
 *   must run the statement that `how` shows); the append-only triggers hold in either case.
 */
export async function ensureProgramRole(client: pg.ClientBase): Promise<string | null> {
  const found = await client.query<{ usable: boolean }>(
    "select pg_has_role(current_user, oid, 'member') as usable from pg_roles where rolname = $1",
    [programRole],
  );
  if (found.rows[0]?.usable === true) return programRole;
  try {
    if (found.rows.length === 0) await client.query(`create role ${programRole} nologin`);
    await client.query(`grant ${programRole} to current_user`);
    return programRole;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** What an administrator of the server runs once, where the program's login may not. */
export function howToCreateProgramRole(login: string): string {
  return `create role ${programRole} nologin; grant ${programRole} to "${login}";`;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42501";
}

/** Rights of the program's role on one schema; append-only tables are those whose trigger says so. */
export async function grantSchema(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(`
    grant usage on schema "${schema}" to ${programRole};
    grant select, insert, update, delete on all tables in schema "${schema}" to ${programRole};
    grant usage on all sequences in schema "${schema}" to ${programRole};
    grant execute on all functions in schema "${schema}" to ${programRole};
  `);
  const records = await client.query<{ table_name: string }>(
    `select distinct c.relname as table_name
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where t.tgname = 'append_only' and n.nspname = $1`,
    [schema],
  );
  for (const { table_name } of records.rows) {
    await client.query(`revoke update, delete on "${schema}"."${table_name}" from ${programRole}`);
  }
  await openGuardedTables(client, schema);
}

/** graphile-worker turns row-level security on for its tables, with no policy: only their owner would pass. */
async function openGuardedTables(client: pg.ClientBase, schema: string): Promise<void> {
  const guarded = await client.query<{ table_name: string }>(
    `select c.relname as table_name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and c.relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $2)`,
    [schema, programRole],
  );
  for (const { table_name } of guarded.rows) {
    await client.query(
      `create policy ${programRole} on "${schema}"."${table_name}" to ${programRole} using (true) with check (true)`,
    );
  }
}

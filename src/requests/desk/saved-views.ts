import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import type { Reads } from "#platform";

import { filterQuery, readFilter, type InboxFilter } from "./inbox-filter.ts";

/** A filter that somebody has named. */
export interface SavedView {
  readonly viewId: Id<"request-view">;
  readonly name: string;
  /** Everybody who deals with requests sees it. */
  readonly shared: boolean;
  readonly by: string;
  /** One's own may be taken away. */
  readonly own: boolean;
  /** The inbox opens with it, for this agent. */
  readonly isDefault: boolean;
  readonly filter: InboxFilter;
}

/** An agent keeps so many views of his or her own at most. */
export const MOST_VIEWS = 30;

type AgentVisit = Pick<SignedInVisit, "actor" | "database" | "now">;

/** The agent's own views and those that others share, by name. */
export async function savedViews(
  reads: Reads,
  { accountId }: SignedInVisit["actor"],
): Promise<readonly SavedView[]> {
  const rows = await reads.rows<Omit<SavedView, "filter"> & { filter: string }>(
    "requests_views",
    `select v.id as "viewId", v.name, v.shared, v.by_label as by, v.account_id = $1 as own,
            d.view_id is not null as "isDefault", v.filter
     from request_view v
     left join request_view_default d on d.view_id = v.id and d.account_id = $1
     where v.account_id = $1 or v.shared
     order by v.id`,
    [accountId],
  );
  const views = rows.map((row) => ({ ...row, filter: readFilter(row.filter) }));
  return views.toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
}

/** What an agent names. */
export interface NewView {
  /** Made with the form: sent twice, it is one view. */
  readonly viewId: Id<"request-view">;
  readonly name: string;
  readonly shared: boolean;
  readonly isDefault: boolean;
  readonly filter: InboxFilter;
}

/** Keeps a filter under a name, and opens the inbox with it where the agent says so. Refuses the one too many. */
export function saveView(
  { actor, database, now }: AgentVisit,
  { viewId, name, shared, isDefault, filter }: NewView,
): Promise<Result<null, { readonly code: "too-many" }>> {
  return database.write(async (writes) => {
    const kept = await writes.run(
      "requests_view_save",
      `insert into request_view (id, account_id, by_label, name, shared, filter, at)
       select $1, $2, $3, $4, $5, $6, $7
       where (select count(*) from request_view where account_id = $2 and id <> $1) < $8
       on conflict (id) do nothing`,
      [viewId, actor.accountId, actor.name, name, shared, filterQuery(filter), now.toString(), MOST_VIEWS],
    );
    if (kept === 0 && !(await isKept(writes, viewId))) return refuse({ code: "too-many" });
    if (isDefault) await writes.run("requests_view_default_saved", DEFAULT, [actor.accountId, viewId]);
    return ok(null);
  });
}

async function isKept(reads: Reads, viewId: Id<"request-view">): Promise<boolean> {
  const known = await reads.row("requests_view_kept", `select from request_view where id = $1`, [viewId]);
  return known !== undefined;
}

const DEFAULT = `insert into request_view_default (account_id, view_id)
  select $1, id from request_view where id = $2 and (account_id = $1 or shared)
  on conflict (account_id) do update set view_id = excluded.view_id`;

/** Opens the inbox with this view from now on; null: with everything that is to be done. False where it is not seen. */
export function chooseDefault(
  { actor, database }: AgentVisit,
  viewId: Id<"request-view"> | null,
): Promise<boolean> {
  return database.write(async (writes) => {
    if (viewId !== null)
      return (await writes.run("requests_view_default_choose", DEFAULT, [actor.accountId, viewId])) > 0;
    await writes.run("requests_view_default_none", `delete from request_view_default where account_id = $1`, [
      actor.accountId,
    ]);
    return true;
  });
}

/** Takes a view of one's own away, also from those who opened the inbox with it. False where it is none. */
export function removeView({ actor, database }: AgentVisit, viewId: Id<"request-view">): Promise<boolean> {
  return database.write(
    async (writes) =>
      (await writes.run(
        "requests_view_remove",
        `delete from request_view where id = $1 and account_id = $2`,
        [viewId, actor.accountId],
      )) > 0,
  );
}

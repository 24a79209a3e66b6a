import type { SignedInVisit } from "#identity";
import { mayAt, type SignedIn } from "#identity";
import type { Id } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import type { Dish } from "../rules/dish-line.ts";

/** The right to write menus. */
export const WRITE_MENUS = "menus.write";

/** A service whose menus an agent may write. */
export interface MenuService {
  readonly activityId: Id<"activity">;
  readonly name: string;
}

/** The dishes of a day, in their order. */
export interface MenuDay {
  readonly activityId: Id<"activity">;
  readonly date: Temporal.PlainDate;
  readonly dishes: readonly Dish[];
}

/** The services with a meal at this agent's sites, by name. */
export async function menuServices(reads: Reads, actor: SignedIn): Promise<MenuService[]> {
  const services = await reads.rows<MenuService & { siteId: Id<"site"> }>(
    "menu_services",
    `select distinct activity_id as "activityId", activity_name as name, site_id as "siteId"
     from activities_unit_card where with_meal order by activity_name, activity_id`,
  );
  return services.filter(({ siteId }) => mayAt(actor, WRITE_MENUS, siteId));
}

/** The menus of these services from a day to another, both included. */
export async function menusBetween(
  reads: Reads,
  activityIds: readonly Id<"activity">[],
  [first, last]: readonly [Temporal.PlainDate, Temporal.PlainDate],
): Promise<MenuDay[]> {
  const rows = await reads.rows<Dish & Omit<MenuDay, "dishes">>(
    "menus_between",
    `select activity_id as "activityId", date, name, allergens, vegetarian, organic
     from menu_dish where activity_id = any ($1::uuid[]) and date between $2 and $3
     order by date, activity_id, position`,
    [activityIds, first.toString(), last.toString()],
  );
  return [
    ...Map.groupBy(rows, ({ activityId, date }) => `${activityId} ${date.toString()}`).values(),
  ].flatMap((own) => {
    const [day] = own;
    if (day === undefined) return [];
    const dishes = own.map(({ name, allergens, vegetarian, organic }) => ({
      name,
      allergens,
      vegetarian,
      organic,
    }));
    return [{ activityId: day.activityId, date: day.date, dishes }];
  });
}

/**
 * Writes the menus of these days: what they had before gives way, and a day without a dish has no menu any more. The caller
 * has decided that the services are the agent's.
 */
export async function writeMenus(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  days: readonly MenuDay[],
): Promise<void> {
  if (days.length === 0) return;
  const dishes = days.flatMap(({ activityId, date, dishes: own }) =>
    own.map((dish, index) => ({ activityId, date: date.toString(), position: index + 1, ...dish })),
  );
  const dates = days.map(({ date }) => date.toString());
  const activityIds = days.map(({ activityId }) => activityId);
  await database.write(async (writes) => {
    // Two agents who save one week do so one after the other.
    await writes.rows(
      "menus_lock",
      "select pg_advisory_xact_lock(hashtextextended('menus', 0))::text as held",
    );
    await writes.run(
      "menus_clear",
      `delete from menu_dish m using unnest($1::uuid[], $2::date[]) as day (activity_id, date)
       where m.activity_id = day.activity_id and m.date = day.date`,
      [activityIds, dates],
    );
    await writes.run(
      "menus_write",
      `insert into menu_dish (activity_id, date, position, name, allergens, vegetarian, organic, written_at, by_label)
       select (d->>'activityId')::uuid, (d->>'date')::date, (d->>'position')::integer, d->>'name',
              case when d->'allergens' = 'null' then null
                   else array(select jsonb_array_elements_text(d->'allergens')) end,
              (d->>'vegetarian')::boolean, (d->>'organic')::boolean, $2, $3
       from jsonb_array_elements($1::jsonb) as d`,
      [JSON.stringify(dishes), now.toString(), actor.name],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "publications.menus-written",
      facts: { services: [...new Set(activityIds)], days: [...new Set(dates)].toSorted() },
      address,
    });
  });
}

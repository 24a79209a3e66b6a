import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What the filters of the inbox choose among. */
export interface FilterChoices {
  readonly sites: readonly { readonly id: Id<"site">; readonly name: string }[];
  readonly activities: readonly { readonly id: Id<"activity">; readonly name: string }[];
  readonly communes: readonly string[];
}

/** The sites and activities of the offer, and the communes of open requests. */
export async function filterChoices(reads: Reads): Promise<FilterChoices> {
  const [places, communes] = await Promise.all([
    reads.rows<{ siteId: Id<"site">; site: string; activityId: Id<"activity">; activity: string }>(
      "requests_filter_places",
      `select distinct site_id as "siteId", site_name as site, activity_id as "activityId", activity_name as activity
       from activities_unit_card order by site, activity`,
    ),
    // From each commune to the next in the index: a handful of steps, however many requests.
    reads.rows<{ commune: string }>(
      "requests_filter_communes",
      `with recursive known (commune) as (
         (select commune from request where state in ('submitted', 'under_review', 'more_needed')
          order by commune limit 1)
         union all
         select (select r.commune from request r
                 where r.state in ('submitted', 'under_review', 'more_needed') and r.commune > known.commune
                 order by r.commune limit 1)
         from known where known.commune is not null)
       select commune from known where commune <> ''`,
    ),
  ]);
  const sites = new Map(places.map(({ siteId, site }) => [siteId, { id: siteId, name: site }]));
  const activities = new Map(
    places.map(({ activityId, activity }) => [activityId, { id: activityId, name: activity }]),
  );
  return {
    sites: [...sites.values()],
    activities: [...activities.values()].toSorted((a, b) => a.name.localeCompare(b.name, "fr")),
    communes: communes.map(({ commune }) => commune).toSorted((a, b) => a.localeCompare(b, "fr")),
  };
}

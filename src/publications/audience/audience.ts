import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** How far a publication or a campaign reaches. */
export const REACHES = ["public", "families", "site", "activity", "class", "household"] as const;
export type Reach = (typeof REACHES)[number];

/** One of those whom it names: a site, an activity, a household, or a class of a school in a school year. */
export type Target =
  | { readonly subjectId: string }
  | { readonly schoolYear: string; readonly schoolName: string; readonly className: string };

/** For whom something is written. */
export interface Audience {
  readonly reach: Reach;
  /** None where everybody or every family is meant. */
  readonly targets: readonly Target[];
}

/** An audience as pages name it. */
export interface NamedAudience {
  readonly audienceId: Id<"audience">;
  readonly reach: Reach;
  readonly targets: readonly { readonly label: string; readonly siteIds: readonly Id<"site">[] }[];
}

/** Keeps an audience; the caller has decided that the agent may write to it. */
export async function writeAudience(writes: Writes, { reach, targets }: Audience): Promise<Id<"audience">> {
  const row = await writes.row<{ id: Id<"audience"> }>(
    "audience_write",
    `with kept as (insert into audience (reach) values ($1) returning id),
     named as (
       insert into audience_target (audience_id, subject_id, school_year, school_name, class_name)
       select kept.id, t.subject_id, t.school_year, t.school_name, t.class_name
       from kept, unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
                    as t (subject_id, school_year, school_name, class_name)
       on conflict do nothing
     )
     select id from kept`,
    [
      reach,
      targets.map((target) => ("subjectId" in target ? target.subjectId : null)),
      targets.map((target) => ("subjectId" in target ? null : target.schoolYear)),
      targets.map((target) => ("subjectId" in target ? null : target.schoolName)),
      targets.map((target) => ("subjectId" in target ? null : target.className)),
    ],
  );
  if (row === undefined) throw new Error("An audience was written without an id");
  return row.id;
}

/** These audiences with the names of those whom they reach, by id. */
export async function namedAudiences(
  reads: Reads,
  ids: readonly Id<"audience">[],
): Promise<ReadonlyMap<Id<"audience">, NamedAudience>> {
  const rows = await reads.rows<{
    audienceId: Id<"audience">;
    reach: Reach;
    label: string | null;
    siteIds: Id<"site">[] | null;
  }>(
    "audiences_named",
    `select a.id as "audienceId", a.reach,
            coalesce(place.name, house.label, t.school_name || ' – ' || t.class_name) as label,
            place.site_ids as "siteIds"
     from audience a
     left join audience_target t on t.audience_id = a.id
     left join lateral (
       select min(case a.reach when 'site' then u.site_name else u.activity_name end) as name,
              array_agg(distinct u.site_id) as site_ids
       from activities_unit_card u
       where a.reach in ('site', 'activity')
         and case a.reach when 'site' then u.site_id else u.activity_id end = t.subject_id) place on true
     left join families_household_card house on a.reach = 'household' and house.household_id = t.subject_id
     where a.id = any ($1::uuid[])
     order by label`,
    [ids],
  );
  return new Map(
    [...Map.groupBy(rows, ({ audienceId }) => audienceId)].map(([audienceId, own]) => [
      audienceId,
      {
        audienceId,
        reach: own[0]?.reach ?? "public",
        targets: own.flatMap(({ label, siteIds }) =>
          label === null ? [] : [{ label, siteIds: siteIds ?? [] }],
        ),
      },
    ]),
  );
}

/** How many adults and households an audience holds today. */
export async function audienceSize(
  reads: Reads,
  audienceId: Id<"audience">,
  today: Temporal.PlainDate,
): Promise<{ households: number; adults: number }> {
  const row = await reads.row<{ households: number; adults: number }>(
    "audience_size",
    `select count(distinct household_id)::integer as households, count(distinct guardian_id)::integer as adults
     from families_guardian_card
     where audience_holds($1, household_id, guardian_id, $2::date)`,
    [audienceId, today.toString()],
  );
  return row ?? { households: 0, adults: 0 };
}

import type { Reads } from "#platform";

/** How activities are called, by code. */
export async function activityNames(reads: Reads): Promise<ReadonlyMap<string, string>> {
  const rows = await reads.rows<{ code: string; name: string }>(
    "activity_names",
    `select distinct activity_code as code, activity_name as name from activities_unit_card`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

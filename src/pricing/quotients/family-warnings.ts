import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { qfStanding, type QfStanding } from "../rules/qf/expiry.ts";
import { qfSettingOn } from "./qf-setting.ts";

/** A household whose quotient is missing, has expired or is about to. */
export interface QfWarning {
  readonly label: string;
  readonly standing: Exclude<QfStanding, { kind: "holds" }>;
}

interface Row {
  label: string;
  known: boolean;
  lastDay: Temporal.PlainDate | null;
  followed: boolean;
}

/**
 * Of these households, those whose family must be told on a day. One that has declared something which waits for an
 * agent has done its part. Nobody is told that a quotient is missing where the authority has none at all: it prices
 * without.
 */
export async function familyQfWarnings(
  reads: Reads,
  households: readonly Id<"household">[],
  day: Temporal.PlainDate,
): Promise<readonly QfWarning[]> {
  const { warnDays } = await qfSettingOn(reads, day);
  const rows = await reads.rows<Row>(
    "pricing_family_warnings",
    `select h.label, q.value_hundredths is not null as known, q.value_last_day as "lastDay",
            exists (select from pricing_quotient_on(array[h.household_id], array[q.value_last_day + 1]) n
                    where n.value_first_day = q.value_last_day + 1) as followed
     from families_household_card h
     left join pricing_quotient_on(array(select unnest($1::uuid[])),
                                   array(select $2::date from unnest($1::uuid[]))) q
       on q.household_id = h.household_id
     where h.household_id = any ($1::uuid[]) and exists (select from qf_entry)
       and not exists (select from qf_standing s where s.household_id = h.household_id and s.standing = 'toCheck')
     order by h.label, h.household_id`,
    [households, day.toString()],
  );
  return rows.flatMap(({ label, known, lastDay, followed }) => {
    const standing = qfStanding(known ? { lastDay, followed } : null, day, warnDays);
    return standing.kind === "holds" ? [] : [{ label, standing }];
  });
}

import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

/** What money is taken in at a desk. */
export const DESK_MEANS = ["cash", "cheque", "desk_card", "cesu", "ancv", "transfer"] as const;
export type DeskMeans = (typeof DESK_MEANS)[number];

/** What stays in the régie until it is deposited; the rest goes straight to the bank. */
export const HELD_MEANS = ["cash", "cheque", "cesu", "ancv"] as const;
export type HeldMeans = (typeof HELD_MEANS)[number];

/** Whether a régie holds this means until it deposits it. */
export const isHeld = (means: DeskMeans): means is HeldMeans => HELD_MEANS.some((held) => held === means);

/** What the act of a régie says, from a day on. */
export interface RegieSetting {
  readonly name: string;
  readonly openedOn: Temporal.PlainDate;
  /** Its address and its hours, and to whose order cheques are; empty where nobody wrote it. */
  readonly place: string;
  readonly hours: string;
  readonly chequeOrder: string;
  /** The sites of which it takes money; none: every site. */
  readonly siteIds: readonly Id<"site">[];
  readonly means: readonly DeskMeans[];
  /** Who holds the money, who replaces, who only takes it. */
  readonly regisseurId: Id<"account">;
  readonly deputyIds: readonly Id<"account">[];
  readonly takerIds: readonly Id<"account">[];
  readonly cashCeiling: Cents;
  readonly chequeDepositDays: number;
  /** What CESU and ANCV may pay; the young ones for children below an age, on the day of the line. */
  readonly cesuActivityIds: readonly Id<"activity">[];
  readonly cesuYoungActivityIds: readonly Id<"activity">[];
  readonly cesuYoungAge: number;
  readonly ancvActivityIds: readonly Id<"activity">[];
}

/** A setting that was written, by whom, from when on. */
export interface KeptRegie extends RegieSetting {
  readonly id: Id<"regie">;
  readonly settingId: Id<"regieSetting">;
  readonly validFrom: Temporal.PlainDate;
  readonly by: string;
}

const COLUMNS = `s.regie_id as id, s.id as "settingId", s.valid_from as "validFrom", s.name, s.opened_on as "openedOn",
            s.place, s.hours, s.cheque_order as "chequeOrder",
            s.site_ids as "siteIds", s.means, s.regisseur_id as "regisseurId", s.deputy_ids as "deputyIds",
            s.taker_ids as "takerIds", s.cash_ceiling_cents as "cashCeiling",
            s.cheque_deposit_days as "chequeDepositDays", s.cesu_activity_ids as "cesuActivityIds",
            s.cesu_young_activity_ids as "cesuYoungActivityIds", s.cesu_young_age as "cesuYoungAge",
            s.ancv_activity_ids as "ancvActivityIds", s.by_label as by`;

/** Every régie as its setting of a day says, by name; those whose first setting is to come, as it will be. */
export function regiesOn(reads: Reads, day: Temporal.PlainDate): Promise<KeptRegie[]> {
  return reads.rows<KeptRegie>(
    "payments_regies_on",
    `select ${COLUMNS}
     from regie r
     join lateral (select * from regie_setting where regie_id = r.id
                   order by valid_from <= $1 desc, case when valid_from <= $1 then valid_from end desc, valid_from, at desc
                   limit 1) s on true
     order by s.name, r.id`,
    [day.toString()],
  );
}

/** A régie as its setting of a day says; undefined where there is none. */
export async function regieOn(
  reads: Reads,
  id: Id<"regie">,
  day: Temporal.PlainDate,
): Promise<KeptRegie | undefined> {
  return (await regiesOn(reads, day)).find((one) => one.id === id);
}

/** Every setting of a régie, the one from the latest day first. */
export function regieSettings(reads: Reads, id: Id<"regie">): Promise<KeptRegie[]> {
  return reads.rows<KeptRegie>(
    "payments_regie_settings",
    `select ${COLUMNS} from regie_setting s where s.regie_id = $1 order by s.valid_from desc, s.at desc limit 50`,
    [id],
  );
}

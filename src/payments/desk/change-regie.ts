import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal } from "#platform";

import { regieOn, regieSettings, type RegieSetting } from "./regie.ts";

/** A setting to keep: of which régie, from which day on. The form's own key keeps it once. */
interface NewRegieSetting {
  readonly key: Id<"regieSetting">;
  readonly regie: Id<"regie">;
  readonly from: Temporal.PlainDate;
  readonly setting: RegieSetting;
}

/**
 * Keeps what a régie may do from a day on; a régie that nobody has written yet begins to be. The same form sent twice
 * keeps it once; one that says something else is told that its key was used.
 */
export function changeRegie(
  { actor, database, now, address }: SignedInVisit,
  { key, regie, from, setting }: NewRegieSetting,
): Promise<Result<null, { code: "used" }>> {
  return database.write(async (writes) => {
    const before = await regieOn(writes, regie, from);
    await writes.run(
      "payments_regie_write",
      "insert into regie (id, by_label, at) values ($1, $2, $3) on conflict (id) do nothing",
      [regie, actor.name, now.toString()],
    );
    const written = await writes.run(
      "payments_regie_setting_write",
      `insert into regie_setting (id, regie_id, valid_from, name, opened_on, site_ids, means, regisseur_id, deputy_ids,
                                  taker_ids, cash_ceiling_cents, cheque_deposit_days, cesu_activity_ids,
                                  cesu_young_activity_ids, cesu_young_age, ancv_activity_ids, place, hours,
                                  cheque_order, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
               $21)
       on conflict (id) do nothing`,
      [
        key,
        regie,
        from.toString(),
        setting.name,
        setting.openedOn.toString(),
        setting.siteIds,
        setting.means,
        setting.regisseurId,
        setting.deputyIds,
        setting.takerIds,
        setting.cashCeiling,
        setting.chequeDepositDays,
        setting.cesuActivityIds,
        setting.cesuYoungActivityIds,
        setting.cesuYoungAge,
        setting.ancvActivityIds,
        setting.place,
        setting.hours,
        setting.chequeOrder,
        actor.name,
        now.toString(),
      ],
    );
    if (written === 0) {
      const kept = (await regieSettings(writes, regie)).find(({ settingId }) => settingId === key);
      return kept !== undefined && kept.validFrom.equals(from) && isSame(kept, setting)
        ? ok(null)
        : refuse({ code: "used" });
    }
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.regie-changed",
      objectKind: "regie",
      objectId: regie,
      facts: { from: from.toString(), before: before ?? null, after: setting },
      address,
    });
    return ok(null);
  });
}

/** Whether what was kept says what the form says. */
const isSame = (kept: RegieSetting, asked: RegieSetting): boolean => said(kept) === said(asked);

/** What a setting says, in one fixed order. */
const said = (setting: RegieSetting): string =>
  JSON.stringify([
    ...[setting.name, setting.openedOn.toString(), setting.siteIds, setting.means, setting.regisseurId],
    ...[setting.deputyIds, setting.takerIds, setting.cashCeiling, setting.chequeDepositDays],
    ...[setting.cesuActivityIds, setting.cesuYoungActivityIds, setting.cesuYoungAge, setting.ancvActivityIds],
  ]);

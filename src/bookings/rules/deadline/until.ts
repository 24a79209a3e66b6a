import { type Closes, closesOn, notAfterStart } from "./closing.ts";
import type { DeadlineSlot, UntilRule } from "./deadline-rule.ts";

/**
 * @rule Délai : une date pour toutes les séances
 *
 * Toutes les séances ferment au même instant ; celles qui commencent avant ferment à leur début.
 *
 * Exemple, « jusqu'au 23 août 2026 à 23 h 59 » : la séance du mardi 1er septembre 2026 comme celle du vendredi
 * 2 juillet 2027 ferment le dimanche 23 août 2026 à 23 h 59.
 */
export function untilInstant(rule: UntilRule, slot: DeadlineSlot): Closes {
  const time = rule.at.toPlainTime();
  return notAfterStart(closesOn(rule.at.toPlainDate(), { kind: "time", time }, slot), slot);
}

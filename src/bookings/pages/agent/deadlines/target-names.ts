import type { DeadlineTarget } from "../../../moving/targets.ts";
import { texts } from "./texts.fr.ts";

/** « Restauration scolaire – Rue », or « Accueil de loisirs : Journée » where the activity has several units. */
export function targetName(
  { activityName, unitName }: { activityName: string; unitName: string | null },
  several: boolean,
): string {
  return unitName === null || !several ? activityName : texts.unitOf(activityName, unitName);
}

/** Every unit of these targets, for a list to choose from. */
export function unitOptions(targets: readonly DeadlineTarget[]): readonly { value: string; label: string }[] {
  return targets.map((target) => ({
    value: target.unitId,
    label: targetName(target, unitsOf(targets, target).length > 1),
  }));
}

/** Every activity, and where it has several units each of them too. */
export function activityOptions(
  targets: readonly DeadlineTarget[],
): readonly { value: string; label: string }[] {
  const activities = [...Map.groupBy(targets, ({ activityId }) => activityId)];
  return activities.flatMap(([activityId, units]) => {
    const name = units[0]?.activityName ?? "";
    if (units.length === 1) return [{ value: activityId, label: name }];
    return [
      { value: activityId, label: texts.allUnits(name) },
      ...units.map((unit) => ({ value: `${activityId} ${unit.unitId}`, label: targetName(unit, true) })),
    ];
  });
}

function unitsOf(targets: readonly DeadlineTarget[], { activityId }: DeadlineTarget) {
  return targets.filter((target) => target.activityId === activityId);
}

/** Why a child did not come. */
export type PsuAbsence = "closure" | "hospitalisation" | "eviction" | "sickness" | "other";

/** What becomes of one planned day of an absence. */
export interface Deduction {
  readonly day: Temporal.PlainDate;
  readonly deducted: boolean;
  readonly because: "authority" | "medical" | "waiting" | "afterWaiting" | "noProof" | "noPlace" | "other";
}

/**
 * @rule Multi-accueil : les absences déduites
 *
 * Fermeture, hospitalisation et éviction par le médecin : déduites dès le premier jour. Maladie avec certificat : déduite
 * après un délai de carence de 0 à 3 jours de calendrier, au choix de la collectivité (le premier jour et les suivants).
 * Toute autre absence reste due, et le jour que la famille a rendu aussi, même à temps : la mensualité le paie.
 *
 * Exemple, trois jours de carence : malade du vendredi 6 au mardi 10 novembre 2026 ; la carence court du vendredi au
 * dimanche, le lundi et le mardi sont déduits.
 */
export function deductions(
  absence: {
    readonly reason: PsuAbsence;
    readonly firstDay: Temporal.PlainDate;
    readonly certificate: boolean;
  },
  plannedDays: readonly Temporal.PlainDate[],
  waitingDays: 0 | 1 | 2 | 3,
): readonly Deduction[] {
  const { reason, firstDay, certificate } = absence;
  const because = (day: Temporal.PlainDate): Deduction["because"] => {
    if (reason === "closure") return "authority";
    if (reason === "other") return "other";
    if (!certificate) return "noProof";
    if (reason !== "sickness") return "medical";
    const waitsUntil = firstDay.add({ days: waitingDays });
    return Temporal.PlainDate.compare(day, waitsUntil) < 0 ? "waiting" : "afterWaiting";
  };
  return plannedDays.map((day) => {
    const why = because(day);
    return {
      day,
      because: why,
      deducted: why === "authority" || why === "medical" || why === "afterWaiting",
    };
  });
}

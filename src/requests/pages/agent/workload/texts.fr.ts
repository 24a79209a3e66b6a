import { countOf } from "#kernel";

const late = (count: number): string => (count === 0 ? "" : `, dont ${count} en retard`);

/** Words of the workload and of the delays. */
export const texts = {
  title: "Charge et délais",
  back: "Démarches",
  lead: "Les demandes ouvertes dont vous pouvez décider, et le temps mis à répondre.",
  nobody: "Personne",
  byAgent: { caption: "Demandes ouvertes par agent", label: "Agent" },
  byKind: { caption: "Demandes ouvertes par type de démarche", label: "Type" },
  byAge: { caption: "Demandes ouvertes par ancienneté", label: "Reçues depuis" },
  value: "Demandes",
  open: (open: number, overdue: number) => `${countOf(open, "demande")}${late(overdue)}`,
  none: "Aucune demande ouverte.",
  age: (from: number, to: number | undefined) =>
    to === undefined ? `${from} jours et plus` : `${from} à ${to} jours`,
  months: {
    caption: "Réponses données dans le délai annoncé, par mois",
    label: "Mois",
    value: "Dans le délai",
    of: (inTime: number, answered: number) =>
      answered === 0
        ? "Aucune réponse"
        : `${Math.round((inTime / answered) * 100)} % : ${inTime} sur ${countOf(answered, "réponse")}`,
    note: "Une demande est à l’heure si elle est acceptée ou refusée au plus tard le jour annoncé à la famille. Les demandes retirées ne comptent pas.",
  },
} as const;

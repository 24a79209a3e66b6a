/** What the history may say of a place, in a word or two, and whether a place was taken, given back, or neither. */
const ACTS = {
  booked: { word: "Réservé", tone: "added" },
  cancelled: { word: "Annulé", tone: "removed" },
  changed: { word: "Heures changées", tone: "added" },
  held: { word: "Place gardée", tone: "waiting" },
  paid: { word: "Payé", tone: "added" },
  released: { word: "Place rendue", tone: "removed" },
  moved_out: { word: "Déplacé vers un autre jour ou lieu", tone: "removed" },
  moved_in: { word: "Déplacé ici", tone: "added" },
  waiting: { word: "Sur la liste d’attente", tone: "waiting" },
  offered: { word: "Place proposée", tone: "waiting" },
  accepted: { word: "Place acceptée", tone: "added" },
  given: { word: "Place donnée", tone: "added" },
  declined: { word: "Place refusée", tone: "removed" },
  expired: { word: "Fin de l’attente, sans place", tone: "removed" },
  withdrawn: { word: "Liste d’attente quittée", tone: "removed" },
  said_absent: { word: "Absence annoncée", tone: "late" },
  absence_withdrawn: { word: "Annonce d’absence retirée", tone: "added" },
} as const;

/** An act of the history. */
export type HistoryAct = keyof typeof ACTS;

/** The site of a place from or to which somebody was moved: else both lines of a move would read the same. */
export function movedSite({ act, siteName }: { act: HistoryAct; siteName: string }): string | null {
  return act === "moved_out" || act === "moved_in" ? siteName : null;
}

/** « Réservé », « Absence annoncée », and the tone that repeats it. */
export function historyActWords(act: HistoryAct): (typeof ACTS)[HistoryAct] {
  return ACTS[act];
}

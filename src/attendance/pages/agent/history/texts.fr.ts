/** Words of the page that tells all that was noted of somebody. */
export const texts = {
  title: "Corrections du pointage",
  back: "Pointage du jour",
  caption: "Ce qui a été noté, le plus récent d’abord",
  when: "Quand",
  what: "Noté",
  by: "Par",
  states: { present: "Présent", absent: "Absent", none: "Pointage retiré" },
  proof: (day: string) => `justificatif reçu le ${day}`,
  arrived: (time: string) => `arrivée à ${time}`,
  left: (time: string) => `départ à ${time}`,
} as const;

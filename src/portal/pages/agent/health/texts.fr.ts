/** Words of a child's health record as an agent reads it. */
export const texts = {
  title: (child: string) => `Fiche sanitaire de ${child}`,
  back: "Dossier de la famille",
  logged: "Cette lecture est notée dans le journal.",
  change: "Corriger la fiche",
} as const;

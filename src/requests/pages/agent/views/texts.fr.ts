/** Words of the saved views of the inbox. */
export const texts = {
  title: "Vues des démarches",
  lead: "Une vue est un affichage des démarches qui a un nom : des filtres, gardés pour y revenir.",
  back: "Démarches",
  none: "Aucune vue gardée",
  noneMore: "Filtrez les démarches, puis choisissez « Garder cet affichage comme vue ».",
  columns: { name: "Vue", by: "De", who: "Qui la voit", opening: "À l’ouverture", acts: "Retirer" },
  shared: "Tous les agents des démarches",
  own: "Vous",
  opens: "S’ouvre sur cette vue",
  open: (name: string) => `Ouvrir sur « ${name} »`,
  all: "Ouvrir sur tout ce qui est à traiter",
  remove: (name: string) => `Retirer « ${name} »`,
  corrections: {
    name: "Donnez un nom à la vue.",
    tooMany: (most: number) => `Vous avez déjà ${most} vues : retirez-en une d’abord.`,
  },
} as const;

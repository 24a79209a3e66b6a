/** Words of the page on which an agent reads what a family owes. */
export const texts = {
  title: "Factures de la famille",
  back: "Dossier de la famille",
  desk: "Encaisser à la régie",
  none: "Aucune facture pour cette famille",
  noneMore: "La première paraîtra ici quand un mois sera émis.",
};

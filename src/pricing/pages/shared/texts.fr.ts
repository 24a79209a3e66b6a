import { countOf } from "#kernel";

/** Words of the fields of an income, for families and agents. */
export const texts = {
  value: "Quotient familial",
  valueHint: "Le nombre écrit sur votre attestation, par exemple 699 ou 699,99.",
  situation: "Date de cette situation",
  situationHint: "La date de l’attestation, ou le jour du changement.",
  scheme: "Régime",
  schemes: { caf: "CAF", msa: "MSA", autre: "Autre régime, ou aucune allocation" },
  resources: "Ressources du foyer, par mois",
  resourcesHint: "Pour le multi-accueil : ressources annuelles avant abattements, divisées par 12.",
  children: "Enfants à charge",
  childrenHint: "Demandé avec les ressources : le tarif horaire du multi-accueil en dépend.",
  aeeh: "Dont enfants qui reçoivent l’AEEH",
  aeehHint: "Allocation d’éducation de l’enfant handicapé. Chacun baisse le tarif horaire du multi-accueil.",
  badValue: "Écrivez un nombre, par exemple 699 ou 699,99.",
  badResources: "Écrivez un montant en euros, par exemple 2450,50.",
  badCount: "Écrivez un nombre d’enfants, de 0 à 20.",
  noScheme: "Choisissez le régime.",
  nothing: "Écrivez le quotient, ou les ressources.",
  both: "Écrivez les ressources, ou la raison pour laquelle il n’y en a pas, pas les deux.",
  noChildren: "Écrivez le nombre d’enfants à charge : le tarif horaire en dépend.",
  tooManyAeeh: "Il y a plus d’enfants avec l’AEEH que d’enfants à charge.",
  future: "Cette date est à venir : revenez ce jour-là, ou écrivez la date de la situation d’aujourd’hui.",
  childCount: (children: number) => countOf(children, "enfant à charge", "enfants à charge"),
  aeehCount: (children: number) => `dont ${children} avec AEEH`,
  standings: {
    accepted: "Accepté",
    toCheck: "Déclaré, à vérifier",
    refused: "Refusé",
    withdrawn: "Retiré",
  },
} as const;

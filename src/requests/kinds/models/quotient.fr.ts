import type { KindModel } from "../kind-model.ts";

/** Another quotient, other resources, with what proves them. */
export const quotientModel: KindModel = {
  effect: "quotient",
  label: "Déclarer un quotient ou des ressources",
  lead: "Pour que vos prix suivent votre quotient familial, ou vos ressources pour le multi-accueil.",
  shared: true,
  forgotten: false,
  form: (documentKind) => ({
    steps: [
      {
        name: "quoi",
        title: "Que voulez-vous déclarer ?",
        fields: [
          {
            name: "quoi",
            label: "Que voulez-vous déclarer ?",
            type: "choice",
            options: [
              { value: "quotient", label: "Un quotient familial" },
              { value: "ressources", label: "Des ressources, pour le multi-accueil" },
              { value: "tout", label: "Les deux" },
            ],
          },
        ],
      },
      {
        name: "situation",
        title: "Votre situation",
        fields: [
          {
            name: "regime",
            label: "Régime",
            type: "choice",
            options: [
              { value: "caf", label: "CAF" },
              { value: "msa", label: "MSA" },
              { value: "autre", label: "Autre régime, ou aucune allocation" },
            ],
          },
          {
            name: "situation",
            label: "Date de cette situation",
            hint: "La date de l’attestation, ou le jour du changement.",
            type: "date",
          },
        ],
      },
      {
        name: "valeur",
        title: "Votre quotient familial",
        when: { field: "quoi", is: ["quotient", "tout"] },
        fields: [
          {
            name: "valeur",
            label: "Votre quotient familial",
            hint: "Le nombre écrit sur votre attestation, par exemple 699 ou 699,99.",
            type: "amount",
          },
        ],
      },
      {
        name: "attestation",
        title: "L’attestation de quotient familial",
        help: "Celle de la CAF ou de la MSA, de moins de trois mois.",
        when: { field: "quoi", is: ["quotient", "tout"] },
        fields: [
          {
            name: "attestation",
            label: "Attestation de quotient familial",
            type: "document",
            kindId: documentKind("Attestation de quotient familial"),
          },
        ],
      },
      {
        name: "ressources",
        title: "Vos ressources",
        when: { field: "quoi", is: ["ressources", "tout"] },
        fields: [
          {
            name: "ressources",
            label: "Ressources du foyer, par mois",
            hint: "Ressources annuelles avant abattements, divisées par 12, par exemple 2450,50.",
            type: "amount",
          },
          { name: "enfants", label: "Enfants à charge", type: "count" },
          {
            name: "aeeh",
            label: "Dont enfants qui reçoivent l’AEEH",
            hint: "Allocation d’éducation de l’enfant handicapé. Écrivez 0 s’il n’y en a pas.",
            type: "count",
          },
        ],
      },
      {
        name: "avis",
        title: "L’avis d’imposition",
        when: { field: "quoi", is: ["ressources", "tout"] },
        fields: [
          {
            name: "avis",
            label: "Avis d’imposition",
            type: "document",
            kindId: documentKind("Avis d’imposition"),
          },
        ],
      },
    ],
  }),
};

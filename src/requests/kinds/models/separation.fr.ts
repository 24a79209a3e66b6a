import type { KindModel } from "../kind-model.ts";

/** An adult leaves the household for one of his or her own. */
export const separationModel: KindModel = {
  effect: "separation",
  label: "Signaler une séparation",
  lead: "Pour l’adulte qui change de foyer. L’autre adulte ne voit rien de cette demande ni de votre nouvelle adresse.",
  shared: false,
  forgotten: false,
  form: () => ({
    steps: [
      {
        name: "depuis",
        title: "Depuis quand n’habitez-vous plus ensemble ?",
        help: "Ne joignez rien ici : ce que votre foyer actuel garde se lit par tous ses adultes. Un jugement s’envoie depuis « Mes documents » de votre nouveau foyer, une fois la demande acceptée.",
        fields: [{ name: "depuis", label: "Depuis quand n’habitez-vous plus ensemble ?", type: "date" }],
      },
      {
        name: "adresse",
        title: "Votre adresse",
        help: "Si l’autre adulte est parti et que vous gardez le logement, c’est à lui de faire cette demande.",
        fields: [
          { name: "adresse", label: "Numéro et rue", type: "text", autofill: "address-line1" },
          { name: "code-postal", label: "Code postal", type: "postcode" },
          { name: "commune", label: "Commune", type: "text", autofill: "address-level2" },
        ],
      },
      {
        name: "reserver",
        title: "Voulez-vous réserver et payer de votre côté ?",
        help: "Pour les enfants qui vivent aussi chez vous : leurs inscriptions sont reprises dans votre nouveau foyer, et vous payez ce que vous réservez. Les réservations déjà faites restent au foyer actuel.",
        fields: [
          { name: "reserver", label: "Voulez-vous réserver et payer de votre côté ?", type: "yes-no" },
        ],
      },
    ],
  }),
};

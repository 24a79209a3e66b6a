import type { KindModel } from "../kind-model.ts";

/** Another address, another telephone, another e-mail. */
export const contactModel: KindModel = {
  effect: "contact_details",
  label: "Changer d’adresse ou de coordonnées",
  lead: "Pour dire à la collectivité votre nouvelle adresse, votre nouveau téléphone ou votre nouvel e-mail.",
  shared: false,
  forgotten: false,
  form: (documentKind) => ({
    steps: [
      {
        name: "quoi",
        title: "Que voulez-vous changer ?",
        fields: [
          {
            name: "quoi",
            label: "Que voulez-vous changer ?",
            type: "choice",
            options: [
              { value: "adresse", label: "L’adresse du foyer" },
              { value: "contact", label: "Mon téléphone ou mon e-mail" },
              { value: "tout", label: "Les deux" },
            ],
          },
        ],
      },
      {
        name: "adresse",
        title: "La nouvelle adresse du foyer",
        help: "La commune décide si votre famille habite le territoire. L’adresse change pour tout le foyer.",
        when: { field: "quoi", is: ["adresse", "tout"] },
        fields: [
          { name: "adresse", label: "Numéro et rue", type: "text", autofill: "address-line1" },
          { name: "code-postal", label: "Code postal", type: "postcode" },
          { name: "commune", label: "Commune", type: "text", autofill: "address-level2" },
        ],
      },
      {
        name: "depuis",
        title: "Depuis quand y habitez-vous ?",
        when: { field: "quoi", is: ["adresse", "tout"] },
        fields: [{ name: "depuis", label: "Date du déménagement", type: "date" }],
      },
      {
        name: "justificatif",
        title: "Un justificatif de domicile",
        help: "Facture d’énergie, d’eau ou d’internet, ou quittance de loyer, de moins de six mois.",
        when: { field: "quoi", is: ["adresse", "tout"] },
        fields: [
          {
            name: "justificatif",
            label: "Justificatif de domicile",
            type: "document",
            kindId: documentKind("Justificatif de domicile"),
          },
        ],
      },
      {
        name: "contact",
        title: "Vos coordonnées",
        help: "Elles servent à vous joindre. Elles ne changent pas l’adresse e-mail avec laquelle vous vous connectez.",
        when: { field: "quoi", is: ["contact", "tout"] },
        fields: [
          { name: "portable", label: "Téléphone portable", type: "phone", optional: true },
          { name: "domicile", label: "Téléphone du domicile", type: "phone", optional: true },
          { name: "travail", label: "Téléphone du travail", type: "phone", optional: true },
          { name: "email", label: "E-mail", type: "email" },
        ],
      },
    ],
  }),
};

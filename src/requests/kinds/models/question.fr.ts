import type { KindModel } from "../kind-model.ts";

/** Whatever no other kind asks. */
export const questionModel: KindModel = {
  effect: "question",
  label: "Poser une question",
  lead: "Pour tout ce qu’aucune autre démarche ne demande.",
  shared: false,
  forgotten: false,
  form: (documentKind) => ({
    steps: [
      {
        name: "sujet",
        title: "Sur quoi porte votre question ?",
        fields: [
          {
            name: "sujet",
            label: "Sur quoi porte votre question ?",
            type: "choice",
            options: [
              { value: "cantine", label: "La cantine" },
              { value: "accueil", label: "L’accueil du matin, du soir ou des vacances" },
              { value: "petite-enfance", label: "La petite enfance" },
              { value: "factures", label: "Les factures et les paiements" },
              { value: "autre", label: "Autre chose" },
            ],
          },
        ],
      },
      {
        name: "question",
        title: "Votre question",
        help: "N’écrivez rien sur la santé d’un enfant : la fiche sanitaire est faite pour cela.",
        fields: [{ name: "question", label: "Votre question", type: "long-text" }],
      },
      {
        name: "joindre",
        title: "Voulez-vous joindre un document ?",
        fields: [{ name: "joindre", label: "Voulez-vous joindre un document ?", type: "yes-no" }],
      },
      {
        name: "document",
        title: "Le document à joindre",
        when: { field: "joindre", is: ["oui"] },
        fields: [
          { name: "document", label: "Document", type: "document", kindId: documentKind("Autre document") },
        ],
      },
    ],
  }),
};

import type { KindModel } from "../kind-model.ts";

/** A birth, an adoption, a child who comes to live here. */
export const childModel: KindModel = {
  effect: "new_child",
  label: "Ajouter un enfant au foyer",
  lead: "Pour une naissance, une adoption, ou un enfant qui vient vivre chez vous.",
  shared: true,
  forgotten: false,
  form: (documentKind) => ({
    steps: [
      {
        name: "pourquoi",
        title: "Qu’est-ce qui change ?",
        fields: [
          {
            name: "pourquoi",
            label: "Qu’est-ce qui change ?",
            type: "choice",
            options: [
              { value: "naissance", label: "Une naissance" },
              { value: "adoption", label: "Une adoption" },
              { value: "arrivee", label: "Un enfant vient vivre chez nous" },
            ],
          },
        ],
      },
      {
        name: "enfant",
        title: "L’enfant",
        help: "Comme sur l’acte de naissance.",
        fields: [
          { name: "prenom", label: "Prénom", type: "text" },
          { name: "nom", label: "Nom", type: "text" },
          { name: "naissance", label: "Date de naissance", type: "date" },
        ],
      },
      {
        name: "depuis",
        title: "Depuis quand l’enfant vit-il chez vous ?",
        when: { field: "pourquoi", is: ["adoption", "arrivee"] },
        fields: [{ name: "depuis", label: "Depuis le", type: "date" }],
      },
      {
        name: "acte",
        title: "Le livret de famille ou l’acte de naissance",
        fields: [
          {
            name: "acte",
            label: "Livret de famille ou acte de naissance",
            type: "document",
            kindId: documentKind("Livret de famille ou acte de naissance"),
          },
        ],
      },
      {
        name: "jugement",
        title: "Un jugement dit-il où l’enfant habite ?",
        when: { field: "pourquoi", is: ["arrivee"] },
        fields: [{ name: "jugement", label: "Un jugement dit-il où l’enfant habite ?", type: "yes-no" }],
      },
    ],
  }),
};

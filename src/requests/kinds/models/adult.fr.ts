import type { KindModel } from "../kind-model.ts";

/** Another adult who answers for the children of the household. */
export const adultModel: KindModel = {
  effect: "adult",
  label: "Ajouter un adulte au foyer",
  lead: "Pour un parent ou un responsable légal qui vit avec vous et qui n’est pas encore dans votre dossier.",
  shared: true,
  forgotten: false,
  form: (documentKind) => ({
    steps: [
      {
        name: "adulte",
        title: "L’adulte à ajouter",
        fields: [
          {
            name: "civilite",
            label: "Civilité",
            type: "choice",
            options: [
              { value: "Mme", label: "Madame" },
              { value: "M.", label: "Monsieur" },
              { value: "aucune", label: "Ne pas le dire" },
            ],
          },
          { name: "prenom", label: "Prénom", type: "text" },
          { name: "nom", label: "Nom", type: "text" },
          { name: "lien", label: "Lien avec les enfants", hint: "Père, mère, tutrice…", type: "text" },
        ],
      },
      {
        name: "joindre",
        title: "Comment le joindre ?",
        fields: [
          { name: "telephone", label: "Téléphone", type: "phone", optional: true },
          { name: "email", label: "E-mail", type: "email" },
        ],
      },
      {
        name: "preuve",
        title: "Le livret de famille ou le jugement",
        help: "Le document qui dit que cet adulte répond des enfants.",
        fields: [
          {
            name: "preuve",
            label: "Livret de famille ou jugement",
            type: "document",
            kindId: documentKind("Livret de famille ou acte de naissance"),
          },
        ],
      },
    ],
  }),
};

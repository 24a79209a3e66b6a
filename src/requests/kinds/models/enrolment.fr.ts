import type { KindModel } from "../kind-model.ts";

/** An enrolment in a service that an agent accepts; its rhythm and its documents are asked after, by the season. */
export const enrolmentModel: KindModel = {
  effect: "enrolment",
  label: "Demander une inscription",
  lead: "Pour les services où un agent inscrit. Ce que vous avez déjà envoyé n’est pas redemandé.",
  shared: true,
  forgotten: false,
  form: () => ({
    steps: [
      {
        name: "enfant",
        title: "Pour quel enfant ?",
        fields: [{ name: "enfant", label: "Pour quel enfant ?", type: "child" }],
      },
      {
        name: "saison",
        title: "À quel service ?",
        help: "Les services où un agent accepte l’inscription. Les autres sont dans « Inscriptions ».",
        fields: [{ name: "saison", label: "À quel service ?", type: "offered" }],
      },
      {
        name: "precisions",
        title: "Voulez-vous ajouter quelque chose ?",
        help: "N’écrivez rien sur la santé d’un enfant : la fiche sanitaire est faite pour cela.",
        fields: [
          {
            name: "precisions",
            label: "Voulez-vous ajouter quelque chose ?",
            type: "long-text",
            optional: true,
          },
        ],
      },
    ],
  }),
};

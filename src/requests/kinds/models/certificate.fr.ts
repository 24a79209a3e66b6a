import type { KindModel } from "../kind-model.ts";

/** A certificate for an employer, a mutual or another authority. */
export const certificateModel: KindModel = {
  effect: "certificate",
  label: "Demander une attestation",
  lead: "Pour un employeur, une mutuelle ou une administration. Celles de présence et de paiement se font toutes seules.",
  shared: true,
  forgotten: false,
  form: () => ({
    steps: [
      {
        name: "objet",
        title: "Quelle attestation vous faut-il ?",
        fields: [
          {
            name: "objet",
            label: "Quelle attestation vous faut-il ?",
            type: "choice",
            options: [
              { value: "inscription", label: "À quoi mon enfant est inscrit" },
              { value: "presence", label: "Les jours où mon enfant est venu" },
              { value: "paiement", label: "Ce que j’ai payé pour la garde de mon enfant" },
            ],
          },
        ],
      },
      {
        name: "annee",
        title: "Pour quelle année ?",
        help: "L’année civile, par exemple 2026.",
        when: { field: "objet", is: ["presence", "paiement"] },
        fields: [{ name: "annee", label: "Pour quelle année ?", type: "offered" }],
      },
      {
        name: "enfant",
        title: "Pour quel enfant ?",
        fields: [{ name: "enfant", label: "Pour quel enfant ?", type: "child" }],
      },
      {
        name: "precisions",
        title: "Voulez-vous ajouter quelque chose ?",
        help: "À qui elle est destinée, ce qui doit y être écrit. Rien sur la santé d’un enfant.",
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

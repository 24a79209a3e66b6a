import type { KindModel } from "../kind-model.ts";

/** A « projet d’accueil individualisé », each year anew. */
export const paiModel: KindModel = {
  effect: "pai",
  label: "Demander ou renouveler un PAI",
  lead: "Pour un projet d’accueil individualisé : allergie, asthme, diabète, épilepsie… Il se renouvelle chaque année.",
  shared: false,
  forgotten: true,
  form: (documentKind) => ({
    steps: [
      {
        name: "enfant",
        title: "Pour quel enfant ?",
        fields: [{ name: "enfant", label: "Pour quel enfant ?", type: "child" }],
      },
      {
        name: "pai",
        title: "Le PAI signé",
        help: "Signé par le médecin. Seuls les agents qui lisent les fiches sanitaires l’ouvrent.",
        fields: [
          {
            name: "pai",
            label: "Projet d’accueil individualisé (PAI)",
            type: "document",
            kindId: documentKind("Projet d’accueil individualisé (PAI)"),
          },
        ],
      },
      {
        name: "consignes",
        title: "Ce que les agents doivent faire",
        help: "Recopiez les consignes du PAI : ce que l’enfant ne mange pas, le traitement, les gestes d’urgence.",
        fields: [
          { name: "consignes", label: "Consignes", type: "long-text" },
          { name: "fin", label: "Le PAI vaut jusqu’au", type: "date" },
        ],
      },
    ],
  }),
};

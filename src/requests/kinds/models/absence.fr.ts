import type { KindModel } from "../kind-model.ts";

/** The proof of an absence that was too late to be cancelled. */
export const absenceModel: KindModel = {
  effect: "absence",
  label: "Justifier une absence",
  lead: "Pour envoyer le certificat ou le document d’une absence. Ce que l’absence coûte suit alors le règlement.",
  shared: true,
  forgotten: false,
  form: (documentKind) => ({
    steps: [
      {
        name: "enfant",
        title: "Quel enfant était absent ?",
        fields: [{ name: "enfant", label: "Quel enfant était absent ?", type: "child" }],
      },
      {
        name: "dates",
        title: "De quel jour à quel jour ?",
        help: "Les deux jours compris. Pour un seul jour, écrivez deux fois la même date.",
        fields: [
          { name: "du", label: "Premier jour", type: "date" },
          { name: "au", label: "Dernier jour", type: "date" },
        ],
      },
      {
        name: "motif",
        title: "Pour quelle raison ?",
        fields: [
          {
            name: "motif",
            label: "Pour quelle raison ?",
            type: "choice",
            options: [
              { value: "illness", label: "Maladie" },
              { value: "hospital", label: "Hospitalisation" },
              { value: "eviction", label: "Éviction médicale" },
              { value: "family", label: "Raison familiale" },
              { value: "other", label: "Autre raison" },
            ],
          },
        ],
      },
      {
        name: "certificat",
        title: "Le certificat médical",
        help: "Au nom de l’enfant, pour ces dates. Il ne doit pas dire la maladie.",
        when: { field: "motif", is: ["illness", "hospital", "eviction"] },
        fields: [
          {
            name: "certificat",
            label: "Certificat médical",
            type: "document",
            kindId: documentKind("Certificat médical"),
          },
        ],
      },
      {
        name: "justificatif",
        title: "Le justificatif",
        help: "Un document qui explique l’absence, pour ces dates.",
        when: { field: "motif", is: ["family", "other"] },
        fields: [
          {
            name: "justificatif",
            label: "Justificatif",
            type: "document",
            kindId: documentKind("Autre document"),
          },
        ],
      },
    ],
  }),
};

import type { KindModel } from "../kind-model.ts";

/** Who may fetch a child, where the authority wants an agent to read it first. */
export const personModel: KindModel = {
  effect: "person",
  label: "Autoriser une personne à venir chercher un enfant",
  lead: "Pour ajouter ou retirer une personne qui peut venir chercher votre enfant.",
  shared: true,
  forgotten: false,
  form: () => ({
    steps: [
      {
        name: "quoi",
        title: "Que voulez-vous faire ?",
        fields: [
          {
            name: "quoi",
            label: "Que voulez-vous faire ?",
            type: "choice",
            options: [
              { value: "ajouter", label: "Autoriser une personne" },
              { value: "retirer", label: "Retirer une autorisation" },
            ],
          },
        ],
      },
      {
        name: "enfant",
        title: "Pour quel enfant ?",
        when: { field: "quoi", is: ["ajouter"] },
        fields: [{ name: "enfant", label: "Pour quel enfant ?", type: "child" }],
      },
      {
        name: "autorisee",
        title: "La personne autorisée",
        help: "Une pièce d’identité lui sera demandée quand elle viendra.",
        when: { field: "quoi", is: ["ajouter"] },
        fields: [
          { name: "prenom", label: "Prénom", type: "text" },
          { name: "nom", label: "Nom", type: "text" },
          { name: "lien", label: "Lien avec l’enfant", hint: "Grand-mère, voisin…", type: "text" },
          { name: "telephone", label: "Téléphone", type: "phone" },
          {
            name: "au",
            label: "Autorisée jusqu’au",
            hint: "Laissez vide s’il n’y a pas de fin.",
            type: "date",
            optional: true,
          },
        ],
      },
      {
        name: "personne",
        title: "Quelle autorisation voulez-vous retirer ?",
        help: "Celles que votre foyer a données. Si aucune n’est proposée, il n’y en a pas à retirer.",
        when: { field: "quoi", is: ["retirer"] },
        fields: [{ name: "personne", label: "Quelle autorisation voulez-vous retirer ?", type: "offered" }],
      },
    ],
  }),
};

/** Words of the page that adds an authorised person. */
export const texts = {
  title: (child: string) => `Qui peut venir chercher ${child} ?`,
  lead: "Une personne ajoutée ici peut venir chercher l’enfant. L’agent qui l’accueille peut lui demander une pièce d’identité.",
  save: "Ajouter cette personne",
  call: "Cette personne ne peut pas être ajoutée ici : appelez le service qui accueille votre enfant.",
} as const;

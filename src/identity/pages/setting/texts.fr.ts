/** Words of the page on which an agent says how the authority shows itself. */
export const texts = {
  title: "Réglages",
  intro: "Ce que les familles voient de votre collectivité.",
  name: "Nom affiché",
  noName: "Écrivez le nom de la collectivité.",
  accent: "Couleur",
  accentHint: "Celle des boutons, des liens et du bandeau.",
  badAccent: "Choisissez une couleur, par exemple #2f6f4f.",
  contactTitle: "Qui appeler en cas de besoin",
  phone: "Téléphone",
  email: "Adresse e-mail",
  badEmail: "Écrivez une adresse comme accueil@exemple.fr, ou rien.",
  hours: "Horaires",
  hoursHint: "Par exemple : du lundi au vendredi, 9 h – 12 h et 14 h – 17 h",
  submit: "Enregistrer",
  saved: "Les réglages sont enregistrés.",
  darkened: (asked: string, used: string) =>
    `La couleur ${asked} ne se lirait pas assez bien sur le fond clair des pages. La couleur ${used}, plus foncée, est utilisée à sa place.`,
  retention: "Conservation des données : ce qui s’efface, et quand",
  logo: "Le logo est placé par votre service informatique (commande « preau authority logo »).",
} as const;

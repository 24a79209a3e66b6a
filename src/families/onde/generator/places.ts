/** A commune of the communauté de communes: real names and postcodes, families and house numbers invented. */
export interface Commune {
  readonly name: string;
  readonly postcode: string;
}

/** Communes of Ponthieu-Marquenterre (Somme). */
export const COMMUNES: readonly [Commune, ...Commune[]] = [
  { name: "Rue", postcode: "80120" },
  { name: "Crécy-en-Ponthieu", postcode: "80150" },
  { name: "Nouvion", postcode: "80860" },
  { name: "Ailly-le-Haut-Clocher", postcode: "80690" },
  { name: "Le Crotoy", postcode: "80550" },
  { name: "Quend", postcode: "80120" },
  { name: "Fort-Mahon-Plage", postcode: "80120" },
  { name: "Saint-Quentin-en-Tourmont", postcode: "80120" },
  { name: "Noyelles-sur-Mer", postcode: "80860" },
  { name: "Pont-Remy", postcode: "80580" },
  { name: "Gueschart", postcode: "80150" },
  { name: "Villers-sur-Authie", postcode: "80120" },
];

/** Streets that any of these communes could have. */
export const STREETS: readonly [string, ...string[]] = [
  "rue de l'Église",
  "rue du Général de Gaulle",
  "rue des Marais",
  "rue du Marquenterre",
  "avenue de la Plage",
  "rue de la Baie",
  "chemin des Dunes",
  "impasse des Pêcheurs",
  "rue du 8 Mai 1945",
  "route de Rue",
  "route d'Abbeville",
  "place du Jeu de Battoir",
  "rue Saint-Wulphy",
  "boulevard de la Maye",
  "rue du Moulin",
  "rue des Écoles",
  "résidence des Tilleuls",
  "rue Jean Mermoz",
  "allée des Peupliers",
  "rue du Château",
  "rue de la Gare",
  "chemin de la Garenne",
  "rue Jules Verne",
  "rue des Frères Caudron",
];

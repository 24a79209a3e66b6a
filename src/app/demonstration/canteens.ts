/** A canteen of the demonstration. The communes are real; schools, numbers and children are invented. */
export interface DemonstrationCanteen {
  commune: string;
  postcode: string;
  school: string;
  places: number;
  /** How many invented children go to its school. */
  children: number;
}

/** The eight canteens. Quend has too few places, so that « Complet » is seen. */
export const canteens: readonly DemonstrationCanteen[] = [
  { commune: "Rue", postcode: "80120", school: "École du Marquenterre", places: 120, children: 72 },
  { commune: "Crécy-en-Ponthieu", postcode: "80150", school: "École de la Forêt", places: 90, children: 52 },
  { commune: "Nouvion", postcode: "80860", school: "École des Trois Moulins", places: 80, children: 44 },
  {
    commune: "Ailly-le-Haut-Clocher",
    postcode: "80690",
    school: "École du Haut-Clocher",
    places: 70,
    children: 38,
  },
  { commune: "Le Crotoy", postcode: "80550", school: "École de la Baie", places: 60, children: 30 },
  { commune: "Pont-Remy", postcode: "80580", school: "École des Étangs", places: 60, children: 26 },
  { commune: "Quend", postcode: "80120", school: "École des Dunes", places: 14, children: 24 },
  { commune: "Fort-Mahon-Plage", postcode: "80120", school: "École de la Plage", places: 40, children: 18 },
];

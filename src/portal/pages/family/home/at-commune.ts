/** « à Rue », « au Crotoy », « aux Trois-Villages », « à La Calotterie », « à L'Étoile »; nothing for an empty name. */
export function atCommune(commune: string): string {
  if (commune === "") return "";
  if (commune.startsWith("Le ")) return `au ${commune.slice(3)}`;
  return commune.startsWith("Les ") ? `aux ${commune.slice(4)}` : `à ${commune}`;
}

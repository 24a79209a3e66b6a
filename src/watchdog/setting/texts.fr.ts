/** What an import says of the section of the watch. */
export const texts = {
  changed: "Ce qui est surveillé chaque matin : nouveaux seuils.",
  later: "Ce qui est surveillé chaque matin : les seuils prévus pour plus tard sont remplacés.",
} as const;

/** Words of the health record as its guardians fill it in. */
export const texts = {
  title: (child: string) => `Fiche sanitaire de ${child}`,
  lead: "Ce que les agents qui accueillent votre enfant doivent savoir pour sa sécurité.",
  readBy:
    "Elle est lue par les responsables légaux de l’enfant, dans chacun de ses foyers, et par les agents habilités des lieux où il est inscrit. Chaque lecture est notée.",
} as const;

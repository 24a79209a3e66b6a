/** What « preau import onde » prints, its report apart. */
export const texts = {
  unknownSource: (source: string) =>
    source === ""
      ? "Écrivez ce qu’il faut importer : « preau import onde … »."
      : `« ${source} » ne s’importe pas : écrivez « preau import onde … ».`,
  unknownOption:
    "Une option n’est pas comprise : écrivez --eleves FICHIER --responsables FICHIER, puis au besoin --authority HÔTE, --school « École », --school-year 2026-2027, --json, --apply, --legal-basis « … ».",
  missing: (option: string) => `Il manque ${option}, suivi de sa valeur.`,
  legalBasisMissing:
    "Écrivez le fondement juridique de l’import, qui sera noté au journal (500 caractères au plus) : --legal-basis « mission d’intérêt public, art. 6-1-e du RGPD, règlement du service de restauration ».",
  schoolYearMalformed: "Écrivez l’année scolaire comme 2026-2027 après --school-year.",
  planned: "Rien n’a été écrit. Pour appliquer : ajoutez --apply --legal-basis « … ».",
  applied: "L’import est appliqué, et noté au journal avec son fondement juridique.",
  nothingToWrite: "L’espace était déjà à jour : rien n’a été écrit.",
  fileRefused: "Un fichier entier est refusé : rien n’est repris. Corrigez-le, puis relancez.",
  byLabel: (user: string) => `preau import onde (${user})`,
} as const;

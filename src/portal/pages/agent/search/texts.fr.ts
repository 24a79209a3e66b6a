import { countOf } from "#kernel";

/** Words of the search for a family. */
export const texts = {
  title: "Familles",
  label: "Nom, prénom, téléphone ou adresse électronique",
  labelOfSites: "Nom, prénom ou téléphone",
  ofSites: "Seules les familles qui viennent dans vos lieux sont ici, cette saison ou une prochaine.",
  hint: "Un début de mot suffit, sans accents.",
  search: "Chercher",
  found: (count: number) =>
    count === 0 ? "Aucune famille trouvée" : countOf(count, "famille trouvée", "familles trouvées"),
  most: (most: number) => `Les ${most} premières sont montrées : ajoutez un mot pour préciser.`,
  nothing: "Essayez le nom d’un enfant, ou le début du nom seulement.",
  begin: "Écrivez un nom pour trouver le dossier d’une famille.",
  create: "Nouveau foyer",
  territory: "Communes du territoire",
  consents: "Accords demandés aux familles",
  troubled: "Messages qui ne sont pas partis",
  household: "Foyer",
  adults: "Adultes",
  children: "Enfants",
  commune: "Commune",
} as const;

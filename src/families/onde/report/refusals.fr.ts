import { countOf, joinList } from "#kernel";
import { printable } from "../rules/printable.ts";
import type { RefusalReason } from "../rules/refusal.ts";

/** Why something is refused, and what to do about it. Two whole sentences. */
export interface RefusalText {
  readonly why: string;
  readonly todo: string;
}

type Code = RefusalReason["code"];
type ReasonOf = { readonly [C in Code]: Extract<RefusalReason, { readonly code: C }> };
type TextOf = { readonly [C in Code]: (reason: ReasonOf[C]) => RefusalText };

const AGAIN = "puis refaites l’extraction";

const quoted = (values: readonly string[]): string =>
  joinList(values.map((value) => `« ${printable(value)} »`));

/** « la ligne 12 », « les lignes 12, 15 et 20 », at most ten of them. */
function linesText(lines: readonly number[]): string {
  if (lines.length === 1) return `la ligne ${lines[0]}`;
  const shown = lines.slice(0, 10).map(String);
  return lines.length > 10 ? `les lignes ${shown.join(", ")}…` : `les lignes ${joinList(shown)}`;
}

const TEXTS: TextOf = {
  file_empty: () => ({ why: "Le fichier est vide.", todo: "Refaites l’extraction depuis Onde." }),
  file_not_text: ({ looksLike }) => ({
    why: {
      tableur: "Le fichier est un classeur de tableur.",
      archive: "Le fichier est une archive ou un classeur.",
      "utf-16": "Le fichier est écrit en UTF-16.",
    }[looksLike],
    todo: "Donnez le fichier .csv tel que l’extraction d’Onde le produit, sans l’ouvrir ni le compresser.",
  }),
  file_without_lines: () => ({
    why: "Le fichier n’a que sa ligne de titres.",
    todo: "Refaites l’extraction sans choisir de niveau, de cycle ni de classe.",
  }),
  files_swapped: () => ({
    why: "Ce fichier est l’autre fichier de l’extraction.",
    todo: "Échangez les deux : --eleves pour CSVExtraction-eleves.csv, --responsables pour CSVExtraction-responsables.csv.",
  }),
  column_missing: ({ found }) => ({
    why: `Cette colonne manque. Titres lus : ${quoted(found.slice(0, 30)) || "aucun"}.`,
    todo: "Refaites l’extraction complète ; les colonnes sont séparées par des points-virgules.",
  }),
  column_twice: () => ({
    why: "Cette colonne apparaît deux fois : rien ne dit laquelle est la bonne.",
    todo: "Gardez-en une seule.",
  }),
  quotes_broken: () => ({
    why: "Un guillemet manque ou se trouve en trop : les cellules ne peuvent pas être séparées.",
    todo: "Corrigez les guillemets de cette ligne ou refaites l’extraction.",
  }),
  too_many_cells: ({ expected, cells }) => ({
    why: `La ligne a ${countOf(cells, "cellule")} pour ${countOf(expected, "titre")} : un point-virgule est sans doute resté hors des guillemets.`,
    todo: "Mettez la valeur entre guillemets ou refaites l’extraction.",
  }),
  encoding_broken: () => ({
    why: "Les accents de cette cellule sont abîmés.",
    todo: "Refaites l’extraction et donnez le fichier sans l’enregistrer dans un tableur.",
  }),
  control_character: () => ({
    why: "La cellule contient un caractère invisible qui n’est pas du texte.",
    todo: `Effacez-le dans Onde, ${AGAIN}.`,
  }),
  value_too_long: ({ most }) => ({
    why: `La cellule dépasse ${most} caractères.`,
    todo: `Raccourcissez-la dans Onde, ${AGAIN}.`,
  }),
  value_missing: () => ({ why: "La cellule est vide.", todo: `Complétez-la dans Onde, ${AGAIN}.` }),
  date_unreadable: () => ({
    why: "Ce n’est pas une date qui existe.",
    todo: "Écrivez l’année, le mois et le jour : 2019-03-04 ou 04/03/2019.",
  }),
  date_out_of_range: () => ({
    why: "Cette date de naissance est à venir ou remonte à plus de cent ans.",
    todo: `Corrigez-la dans Onde, ${AGAIN}.`,
  }),
  postcode_malformed: () => ({
    why: "Un code postal français a cinq chiffres ; l’adresse décide du foyer, elle doit donc être sûre.",
    todo: "Écrivez cinq chiffres (un tableur efface les zéros du début), ou le pays si l’adresse est à l’étranger.",
  }),
  no_child_mentioned: () => ({
    why: "Aucun enfant n’est nommé sur cette ligne.",
    todo: `Rattachez ce responsable à un élève dans Onde, ${AGAIN}.`,
  }),
  email_malformed: () => ({
    why: "Ce n’est pas une adresse électronique ; le responsable est repris sans elle.",
    todo: "Écrivez une adresse comme prenom.nom@exemple.fr.",
  }),
  phone_malformed: () => ({
    why: "Ce n’est pas un numéro de téléphone ; le responsable est repris sans lui.",
    todo: "Écrivez dix chiffres, ou le numéro avec son indicatif, comme +32 470 12 34 56.",
  }),
  civility_unknown: () => ({
    why: "Cette civilité n’est pas connue ; le responsable est repris sans elle.",
    todo: "Écrivez « M. » ou « Mme ».",
  }),
  child_twice: ({ lines }) => ({
    why: `Mêmes noms et même date de naissance que ${linesText(lines)} : un enfant inscrit deux fois, ou deux homonymes.`,
    todo: "Gardez une seule ligne si c’est le même enfant ; sinon, créez ces enfants à la main.",
  }),
  child_ambiguous: ({ lines }) => ({
    why: `Plusieurs enfants répondent à ces noms et à cette classe (fichier des élèves, ${linesText(lines)}).`,
    todo: "Distinguez-les dans Onde par le nom d’usage ou la classe, ou rattachez ce responsable à la main.",
  }),
  child_not_found: () => ({
    why: "Aucun enfant du fichier des élèves ne porte ces noms ; le reste de la ligne est repris.",
    todo: "Vérifiez que les deux fichiers viennent de la même extraction et que les noms y sont les mêmes.",
  }),
  child_class_differs: ({ lines, classes }) => ({
    why: `L’enfant de ces noms est dans une autre classe (${quoted(classes)}, fichier des élèves, ${linesText(lines)}).`,
    todo: "Refaites les deux extractions le même jour, ou corrigez la classe dans Onde.",
  }),
  child_line_refused: ({ lines }) => ({
    why: `L’enfant est bien dans le fichier des élèves, mais ${linesText(lines)} y est refusée.`,
    todo: "Corrigez d’abord la ligne de l’enfant : celle-ci suivra.",
  }),
  guardian_contradictory: ({ lines, values }) => ({
    why: `La même personne est aussi à ${linesText(lines)}, avec une autre valeur (${quoted(values)}).`,
    todo: "Gardez dans Onde la seule valeur juste, ou distinguez les deux personnes si ce sont des homonymes.",
  }),
  child_without_guardian: ({ lines }) => ({
    why:
      lines.length === 0
        ? "Aucune ligne acceptée du fichier des responsables ne nomme cet enfant : il n’aurait pas de foyer."
        : `Seules des lignes refusées nomment cet enfant (fichier des responsables, ${linesText(lines)}).`,
    todo: "Corrigez ou ajoutez la ligne d’un responsable : l’enfant suivra.",
  }),
  known_child_ambiguous: ({ candidates }) => ({
    why:
      candidates > 1
        ? `L’espace a ${countOf(candidates, "enfant")} qui répondent à ces noms et à cette date de naissance.`
        : "Un même enfant de l’espace répond à plusieurs lignes.",
    todo: "Corrigez les fiches en double dans l’espace, puis relancez l’import.",
  }),
  known_child_resembles: ({ known }) => ({
    why: `Le foyer a déjà un enfant presque pareil (« ${printable(known)} ») que le fichier ne nomme plus.`,
    todo: "Corrigez sa fiche dans l’espace si le nom ou la date a été rectifié, puis relancez ; sinon, créez cet enfant à la main.",
  }),
  known_guardian_ambiguous: ({ candidates }) => ({
    why:
      candidates > 1
        ? `L’espace a ${countOf(candidates, "personne")} qui peuvent être ce responsable.`
        : "Une même personne de l’espace répond à plusieurs responsables du fichier.",
    todo: "Rattachez ce responsable à la main.",
  }),
  known_household_ambiguous: ({ candidates }) => ({
    why: `Ce responsable appartient à ${countOf(candidates, "foyer")}, et aucun n’est le seul à cette adresse.`,
    todo: "Changez l’adresse du bon foyer dans l’espace, puis relancez l’import.",
  }),
  known_household_split: () => ({
    why: "Les adultes de ce foyer n’habitent plus tous à la même adresse, ou l’un d’eux n’est pas dans le fichier.",
    todo: "Séparez le foyer ou changez son adresse dans l’espace : l’import ne choisit pas qui reste.",
  }),
};

const textOf = <C extends Code>(code: C, reason: ReasonOf[C]): RefusalText => TEXTS[code](reason);

/** The French text of a refusal; every code has one. */
export function refusalText(reason: RefusalReason): RefusalText {
  return textOf(reason.code, reason);
}

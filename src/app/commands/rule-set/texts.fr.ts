import { countOf, formatDayAndYear, quoted } from "#kernel";

const listed = (names: readonly string[]) =>
  names.length === 0 ? "il n’y en a aucun" : `écrivez ${names.join(" ou ")}`;

/** What « preau rules » prints, the remarks on the file and the changes apart. */
export const texts = {
  help: [
    "preau rules check FICHIER : dit ce qui ne va pas dans un règlement.",
    "preau rules deadline FICHIER --activity CODE --unit CODE --slot DATE : jusqu’à quand une séance se réserve et s’annule.",
    "preau rules price FICHIER --case CAS.json : le prix d’un cas.",
    "preau rules import FICHIER --from DATE [--authority HÔTE] [--apply] : ce que le fichier change ; avec --apply, le change.",
    "preau rules export [--on DATE] [--authority HÔTE] : écrit le règlement en vigueur.",
    "docs/ruleset.md dit comment un règlement s’écrit.",
  ],
  unknownAction: (action: string) =>
    `${action === "" ? "Il manque une action" : `« ${action} » n’est pas une action`} : écrivez « preau rules check | deadline | price | import | export ».`,
  unknownOption:
    "Une option n’est pas comprise : écrivez un seul fichier, puis au besoin --from DATE, --on DATE, --authority HÔTE, --apply ; pour « deadline » --activity CODE --unit CODE --slot DATE, pour « price » --case CAS.json.",
  notADay: (option: string) => `Écrivez un jour après ${option}, comme 2027-01-04.`,
  fileMissing: "Écrivez le nom du fichier, par exemple « preau rules check reglement.yaml ».",
  kinds: { refused: "refus", warning: "avertissement" },
  counts: (refusals: number, warnings: number) =>
    refusals > 0
      ? `Refusé : ${countOf(refusals, "point")} à corriger, ${countOf(warnings, "avertissement")}.`
      : warnings > 0
        ? `Accepté, avec ${countOf(warnings, "avertissement")} à lire.`
        : "Accepté, sans remarque.",
  deadlineOptions: "Écrivez --activity CODE --unit CODE --slot 2027-05-10.",
  priceOptions: "Écrivez --case CAS.json : ce qu’il faut facturer, décrit dans docs/ruleset.md.",
  caseNotJson: "Ce cas ne se lit pas comme du JSON : regardez les guillemets et les virgules.",
  caseNotUnderstood: (at: string) =>
    `${at === "" ? "Ce cas" : `« ${at} »`} n’est pas compris : docs/ruleset.md dit ce qu’un cas peut contenir.`,
  unknownFee: (code: string, known: readonly string[]) =>
    `Aucun frais n’a le code « ${code} » : ${listed(known)}.`,
  unknownActivity: (code: string, known: readonly string[]) =>
    `Aucun service n’a le code « ${code} » : ${listed(known)}.`,
  unknownUnit: (code: string, activity: string, known: readonly string[]) =>
    `Le service « ${activity} » n’a pas de prestation « ${code} » : ${listed(known)}.`,
  outOfSeason: (activity: string, slot: Temporal.PlainDate) =>
    `Le ${formatDayAndYear(slot)} n’est dans aucune saison de ${quoted(activity)}.`,
  fromMissing: "Écrivez à partir de quel jour le règlement vaut : --from 2027-01-04.",
  fromIsPast: (today: Temporal.PlainDate) =>
    `Ce jour est passé : les séances d’hier gardent leurs règles. Écrivez après --from ${today.toString()}, qui est aujourd’hui, ou un jour à venir. Un prix qui manque à un jour passé se donne dans la facturation de son mois, à « Prix impossible à dire ».`,
  checkAppliesNothing:
    "« check » lit le fichier et n’applique rien. Pour l’appliquer : « preau rules import FICHIER --from JOUR --apply ».",
  fileRefused: "Rien n’a été écrit. Corrigez le fichier, puis relancez.",
  planned: "Rien n’a été écrit. Pour appliquer : ajoutez --apply.",
  applied: "Le règlement est appliqué, et sa version gardée.",
  byLabel: (user: string) => `preau rules import (${user})`,
} as const;

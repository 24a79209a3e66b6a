import { cents, countOf, formatCents, formatDayAndYear, formatShortDate, type Cents, quoted } from "#kernel";

import type {
  DifferenceKind,
  FieldDifference,
  ReportDifference,
} from "../../anomalies/report-differences.ts";
import type { LineOutcome } from "../../reconciliation/compare-lines.ts";
import type { KeptReport } from "../../reconciliation/report.ts";
import type { ShownLine } from "../../reconciliation/report-figures.ts";
import { moment } from "./moment.ts";

/** Words of the pages of PayFiP's reports. */
export const texts = {
  list: {
    title: "Relevés de PayFiP",
    back: "Paiements en ligne",
    lead: "Chaque jour, PayFiP donne le relevé de ce qui a été payé. Il est comparé ligne par ligne aux comptes des familles.",
    hand: "Importer un relevé",
    file: "Fichier du relevé",
    fileHint: "Le fichier CSV tel que PayFiP l’a donné (EN-TETE, LIGNE, PIED-DE-PAGE), 8 Mo au plus.",
    fileMissing: "Choisissez le fichier du relevé.",
    fileTooLong:
      "Ce fichier dépasse 8 Mo : ce n’est pas le relevé d’un jour. Choisissez le fichier que PayFiP a donné.",
    submit: "Importer",
    missing: "Jours sans relevé",
    missingNone: "Aucun jour ne manque.",
    missingMore: (back: number) => `Depuis ${back} jours au plus, jusqu’à hier.`,
    received: "Relevés importés",
    none: "Aucun relevé importé",
    noneMore: "Le premier relevé que vous importez apparaîtra ici.",
    columns: {
      file: "Fichier",
      days: "Jours",
      state: "État",
      waiting: "À régler",
      at: "Importé le",
      by: "Par",
      day: "Jour",
      known: "Paiements connus ici",
      sum: "Somme",
      why: "Pourquoi",
    },
    noName: "Sans nom",
    states: { reading: "Lecture en cours", compared: "Comparé", refused: "Refusé" } satisfies Record<
      KeptReport["state"],
      string
    >,
    days: (first: Temporal.PlainDate | null, last: Temporal.PlainDate | null) =>
      first === null || last === null
        ? "–"
        : first.equals(last)
          ? formatShortDate(first)
          : `${formatShortDate(first)} – ${formatShortDate(last)}`,
    partial: "Relevé importé avant la fin du jour",
    absent: "Aucun relevé",
  },
  known: {
    title: "Ce relevé est déjà importé",
    sentence: ({ by, at, fileName }: KeptReport) =>
      `${by} a importé ce fichier le ${moment(at)}${fileName === "" ? "" : ` (« ${fileName} »)`}. Rien n’a été compté une deuxième fois.`,
    next: "Voir ce relevé",
  },
  report: {
    title: (file: string) => (file === "" ? "Relevé de PayFiP" : `Relevé « ${file} »`),
    back: "Relevés de PayFiP",
    by: (by: string, at: Temporal.Instant) => `Importé par ${by} le ${moment(at)}.`,
    reading: "Lecture en cours",
    progress: (read: number, expected: number) =>
      read === 0
        ? `Environ ${countOf(expected, "ligne")} à lire.`
        : `${countOf(read, "ligne lue", "lignes lues")} sur environ ${expected.toLocaleString("fr-FR")}.`,
    progressMore: "Vous pouvez quitter cette page : la comparaison continue.",
    refresh: "Actualiser",
    refused: "Ce relevé est refusé : rien n’en est repris",
    refusedMore: "Reprenez le fichier tel que PayFiP l’a donné, et importez-le de nouveau.",
    line: (line: number) => `Ligne ${line}`,
    account: (account: string) => `Numéro client ${account}.`,
    totals: "Ce que dit le relevé",
    total: "Total du fichier",
    columns: {
      outcome: "Résultat",
      count: "Lignes",
      sum: "Somme",
      day: "Jour",
      there: "Relevés de PayFiP",
      here: "Comptes des familles",
      gap: "Écart",
      line: "Ligne",
      refdet: "Référence",
      amount: "Montant",
      what: "Écart",
    },
    days: "Jour par jour, au centime",
    daysMore:
      "Chaque ligne des relevés est comptée une fois, même si deux fichiers la portent. En face, ce que les comptes des familles portent pour ce jour.",
    notWhole: "jour pas encore fini à l’import",
    notWholeTitle: "Importé avant la fin du jour",
    notWholeMore:
      "Rien n’est cherché en plus tant que le jour n’est pas fini. Ensuite, chaque nuit et à chaque import, les paiements faits avant cet import et absents des relevés sont signalés ici. Importez aussi le relevé du jour entier : il dira le reste.",
    paid: (sum: number, count: number) => `${formatCents(cents(sum))} (${count.toLocaleString("fr-FR")})`,
    differences: "Écarts à régler",
    settled: "réglé",
    noDifference: "Aucun écart",
    noDifferenceMore: "Tout ce que dit ce relevé est dans les comptes des familles.",
    more: (shown: number) => `Les ${shown} premiers sont montrés : réglez-les pour voir les suivants.`,
    lines: "Toutes les lignes",
  },
  outcomes: {
    agrees: "D’accord",
    activation: "Votre paiement d’essai ou d’activation, d’aucune famille",
    unfinished: "Payé d’après PayFiP, inachevé ici",
    unknown: "Référence inconnue ici",
    not_opened: "Payé d’après PayFiP, jamais ouvert ici",
    differs: "Différent de ce que porte le compte",
    repeated: "Déjà compté dans un autre relevé",
    twice: "Référence déjà lue",
    elsewhere: "D’une autre collectivité",
    unpaid: "Pas payé, ici non plus",
    unreadable: "Illisible",
  } satisfies Record<LineOutcome, string>,
  lineState: ({ outcome, paid, state }: ShownLine): string => {
    if (outcome !== "unfinished") return texts.outcomes[outcome];
    if (paid) return "Inachevé à l’import, reçu depuis";
    if (state === "differing") return "Un écart attend déjà un agent";
    if (state === "refused" || state === "abandoned" || state === "gone")
      return "PayFiP, interrogé, dit que ce n’est pas payé";
    return "Inachevé ici : PayFiP est interrogé, sa réponse décide";
  },
  difference: {
    title: "Écart avec un relevé",
    back: "Le relevé",
    refdet: "Référence",
    day: "Jour",
    here: "Dans le compte",
    there: "Dans le relevé",
    report: "Relevé",
    family: "Famille",
    seeFamily: "Voir la famille",
    payment: "Paiement",
    seePayment: "Voir le paiement, le rembourser ou le rejeter",
    nothing: "Rien",
    already: "Le paiement est inscrit au compte depuis.",
    notRecordable:
      "Ce que dit cette ligne ne peut pas être inscrit : aucun compte n’est connu, ou c’est déjà fait.",
    outcomes: {
      recorded: (amount: Cents) => `Inscrire au compte les ${formatCents(amount)} que le relevé dit payés`,
      set_aside: "Ne rien inscrire au compte",
    },
    whyHint: "Par exemple : « 3,10 € payés à la médiathèque ». La raison reste au journal.",
    settled: {
      recorded: (by: string, why: string) => `Inscrit au compte par ${by} : ${quoted(why)}.`,
      set_aside: (by: string, why: string) =>
        `Réglé par ${by}, rien n’est inscrit au compte : ${quoted(why)}.`,
      found: (_by: string, why: string) => why,
    },
  },
  what: (difference: ReportDifference): string =>
    difference.kind === "differs"
      ? difference.differences.map(fieldWords).join(" ; ")
      : difference.kind === "unreadable"
        ? (difference.sentence ?? "")
        : kinds[difference.kind],
  todo: {
    unknown:
      "Aucun paiement n’a été ouvert ici sous cette référence. Cherchez-la chez les autres services qui encaissent avec votre numéro client, puis réglez l’écart.",
    not_opened:
      "Une famille a commencé ce paiement, mais PayFiP n’avait pas répondu : son idOp n’est pas connu, et il ne peut pas être interrogé. Vérifiez la somme au compte de dépôt avant de l’inscrire.",
    differs:
      "Le compte garde ce que PayFiP avait répondu. Vérifiez la somme au compte de dépôt ; s’il faut rendre ou reprendre de l’argent, faites-le sur la page du paiement.",
    twice:
      "La même référence revient, dans ce fichier ou avec une autre somme. Demandez à PayFiP laquelle est la bonne.",
    elsewhere: "Cette ligne est d’un numéro client qui n’est pas le vôtre. Signalez-la à PayFiP.",
    unreadable: "Demandez à PayFiP ce que dit cette ligne, ou cherchez-la sur son site.",
    contradicted:
      "Le relevé dit payé, et PayFiP, interrogé, répond que non. Vérifiez la somme au compte de dépôt avant de décider.",
    absent:
      "Le compte de la famille porte ce paiement, et le relevé du jour ne l’a pas. S’il vient dans un relevé suivant, l’écart se règle tout seul ; sinon, demandez à PayFiP.",
  } satisfies Record<DifferenceKind, string>,
};

const kinds = {
  unknown: texts.outcomes.unknown,
  not_opened: texts.outcomes.not_opened,
  twice: texts.outcomes.twice,
  elsewhere: texts.outcomes.elsewhere,
  contradicted: "Payé d’après le relevé, pas d’après PayFiP interrogé",
  absent: "Dans le compte, absent du relevé",
} as const;

const fieldNames: Readonly<Record<FieldDifference["field"], string>> = {
  amount: "Montant",
  day: "Jour",
  reference: "idOp",
  account: "Numéro client",
  mode: "Mode",
  result: "Résultat",
};

const fieldWords = ({ field, asked, came }: FieldDifference) =>
  `${fieldNames[field]} : ${fieldValue(field, asked)} dans le compte, ${fieldValue(field, came)} dans le relevé`;

function fieldValue(field: FieldDifference["field"], value: string): string {
  if (field === "amount") return formatCents(cents(Number(value)));
  return field === "day" ? formatDayAndYear(Temporal.PlainDate.from(value)) : value;
}

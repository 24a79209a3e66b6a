import {
  agree,
  cents,
  countOf,
  formatCents,
  formatDay,
  formatMonth,
  formatOfMonth,
  joinList,
  signedCents,
  type Cents,
} from "#kernel";

import type { OddityFacts } from "../../../run/oddities.ts";
import type { DocumentKind } from "../../../run/review.ts";
import type { RunState } from "../../../run/run.ts";
import { whichDays } from "./which-days.ts";

const documents: Readonly<Record<DocumentKind, readonly [string, string]>> = {
  invoice: ["facture", "factures"],
  complement: ["complément", "compléments"],
  credit_note: ["avoir", "avoirs"],
};

const notKeptNow = {
  priced: "Le prix est connu maintenant : la ligne est facturée.",
  "another-cause": "La cause n’est plus la même : regardez-la à nouveau.",
  gone: "Cette ligne n’est plus due.",
};

/** Words of the pages on which an agent bills a month. */
export const texts = {
  title: "Facturation",
  lead: "Un mois se prépare, se relit, puis s’émet. Après l’émission rien ne change : une correction est un avoir ou un complément.",
  back: "Facturation",
  disputes: (count: number) =>
    count === 0
      ? "Contestations des familles"
      : countOf(count, "contestation attend", "contestations attendent") + " une réponse",
  start: {
    title: "Préparer un mois",
    month: "Mois",
    hint: "Un mois déjà émis se prépare à nouveau : seules les différences sont facturées.",
    option: (month: Temporal.PlainYearMonth, state: RunState | null) =>
      state === null ? formatMonth(month) : `${formatMonth(month)} (${texts.states[state].toLowerCase()})`,
    submit: "Préparer la facturation",
    toCome: "Ce mois est encore à venir : choisissez un mois commencé.",
    choose: "Choisissez un mois.",
  },
  runs: {
    title: "Facturations",
    none: "Aucun mois n’a encore été facturé",
    noneMore: "Préparez le premier ci-dessous.",
    month: "Mois",
    state: "État",
    by: "Préparée par",
    ended: "Terminée par",
  },
  givenUp: {
    title: (count: number) => countOf(count, "brouillon abandonné", "brouillons abandonnés"),
    caption: "Brouillons abandonnés",
    by: "Abandonnée par",
  },
  states: {
    drafting: "En préparation",
    draft: "À relire",
    issued: "Émise",
    abandoned: "Abandonnée",
  } satisfies Record<RunState, string>,
  runTitle: (month: Temporal.PlainYearMonth) => `Facturation ${formatOfMonth(month)}`,
  progress: (done: number, expected: number) =>
    `${countOf(done, "payeur préparé", "payeurs préparés")} sur ${Math.max(done, expected).toLocaleString("fr-FR")} environ.`,
  progressMore:
    "Cette page se met à jour toute seule. Vous pouvez la quitter : la préparation continue, même si le programme redémarre.",
  refresh: "Voir où en est la préparation",
  issued: (count: number) =>
    `${countOf(count, "document est émis", "documents sont émis")}. Les familles sont prévenues par e-mail.`,
  nothingDue: "Il n’y a rien à facturer : tout ce que ce mois doit est déjà émis.",
  onlyWaiting: "Rien n’est à émettre : ce qui reste est trop petit, et attend la prochaine facturation.",
  onlyLeftOut: "Rien n’est à émettre : ce qui reste a été laissé de côté.",
  onlyUnpriced: "Rien n’est à émettre tant que des prix ne peuvent pas être dits : voyez ci-dessous.",
  due: {
    title: "Ce qui sera émis",
    issuedTitle: "Ce qui a été émis",
    kind: "Document",
    count: "Nombre",
    total: "Total",
    waiting: "Attend la prochaine facturation (montant trop petit)",
    documents: (kind: DocumentKind, count: number) => documents[kind][count < 2 ? 0 : 1],
  },
  paper: {
    title: "Sur papier",
    none: "Tous les documents partent sans papier.",
    due: (count: number) => `${countOf(count, "document partira", "documents partiront")} sur papier.`,
    issued: (count: number) =>
      `${countOf(count, "document part", "documents partent")} sur papier : imprimez-les d’un seul fichier, dans l’ordre de leurs numéros.`,
    download: "Télécharger le fichier à imprimer (PDF)",
    ask: "Préparer le fichier à imprimer",
    progress: (done: number, total: number) =>
      done < total
        ? `Fichier en préparation : ${done.toLocaleString("fr-FR")} documents sur ${total.toLocaleString("fr-FR")}.`
        : "Fichier en préparation : les documents sont lus, ils sont mis en page.",
    file: (month: Temporal.PlainYearMonth) => `factures-papier-${month.toString()}.pdf`,
    refused: {
      title: "Il n’y a rien à imprimer",
      "not-issued": "Cette facturation n’est pas émise : ses documents n’ont pas encore de numéro.",
      none: "Aucun document de cette facturation ne part sur papier.",
      back: "Revenir à la facturation",
    },
  },
  activities: {
    title: "Par service",
    caption: (month: Temporal.PlainYearMonth) => `Total ${formatOfMonth(month)} par service`,
    activity: "Service",
    other: "Sans service",
    run: "Cette facturation",
    month: "Mois entier",
    before: "Mois précédent",
    change: "Écart",
    all: "Total",
    bar: (month: Cents, before: Cents) =>
      before === 0
        ? formatCents(month)
        : `${formatCents(month)} (${signedCents(cents(month - before))} par rapport au mois précédent)`,
  },
  odd: {
    title: "À regarder d’abord",
    none: "Rien d’anormal n’a été trouvé.",
    kinds: {
      unpriced: "Prix impossible à dire",
      given: "Prix donné par un agent",
      no_charge: "Réservations, mais rien à payer",
      unattended: "Facturé comme présent, mais noté absent",
      jump: "Total au moins doublé depuis le mois précédent",
      no_qf: "Quotient familial absent ou périmé",
      no_address: "Foyer sans adresse",
      disputed: "Contestation acceptée, et la ligne n’a pas changé",
      left_out: "Laissé de côté un autre mois, pas encore facturé",
    } satisfies Record<OddityFacts["kind"], string>,
    count: (kind: string, count: number, leftOut: number) =>
      `${kind} : ${count.toLocaleString("fr-FR")}${leftOut === 0 ? "" : ` (dont ${countOf(leftOut, "laissé", "laissés")} de côté)`}`,
    /** Said of prices that nobody can tell while one of them is not left out. */
    blocks: (kind: string) => `${kind} (bloque l’émission)`,
    family: "Famille",
    payer: "Payeur",
    what: "Constat",
    unknownFamily: "Foyer inconnu",
    noCharge: (bookings: number) =>
      `${countOf(bookings, "réservation")} dans le mois, et aucune ligne à facturer.`,
    unattended: (count: number, days: readonly string[]) =>
      `${countOf(count, "ligne facturée", "lignes facturées")} comme une présence : ${joinList(days.map((day) => formatDay(Temporal.PlainDate.from(day))))}${count > days.length ? "…" : ""}.`,
    jump: (before: Cents, now: Cents) =>
      `${formatCents(now)} ce mois-ci, ${formatCents(before)} le mois précédent.`,
    noQf: (count: number, why: "missing" | "outdated") =>
      `Quotient ${why === "missing" ? "absent" : "périmé"} pour ${countOf(count, "ligne")} : le règlement a dit quel prix appliquer.`,
    noAddress: "Le courrier ne peut pas partir : complétez l’adresse du foyer.",
    disputed: (
      what: string,
      days: readonly Temporal.PlainDate[],
      answer: string,
      month: Temporal.PlainYearMonth,
    ) =>
      `${[what, whichDays(days)].filter((part) => part !== "").join(", ")}. Réponse donnée : « ${answer} » Corrigez le pointage ou la réservation, puis préparez ${formatMonth(month)} à nouveau. Si c’est fait, le règlement laisse ce prix dû : dites-le à la famille.`,
    leftOutBefore: (
      what: string,
      days: readonly Temporal.PlainDate[],
      why: string,
      month: Temporal.PlainYearMonth,
    ) =>
      `${[what, whichDays(days)].filter((part) => part !== "").join(", ")}. Raison donnée : « ${why} » Préparez ${formatMonth(month)} à nouveau : si la cause n’est pas réglée, vous pourrez y donner un prix.`,
    prepareAgain: (month: Temporal.PlainYearMonth) => `Préparer ${formatMonth(month)} à nouveau`,
    disputedInvoice: "Voir la facture",
    ownMeal: "Noter si l’enfant apporte son repas",
    unpriced: (what: string, days: readonly Temporal.PlainDate[], why: string) =>
      `${[what, whichDays(days)].filter((part) => part !== "").join(", ")}. ${why}`,
    leftOut: (by: string, why: string) => `Laissé de côté par ${by} : ${why}`,
    shown: (count: number) => `Les ${count} premiers sont montrés ; le fichier CSV les contient tous.`,
    kind: "Genre",
    leftOutColumn: "Laissé de côté",
    csv: "Télécharger ce qui est à regarder (CSV)",
    csvName: (month: Temporal.PlainYearMonth) => `a-regarder-${month.toString()}.csv`,
  },
  leave: {
    title: "Laisser de côté",
    lead: "Ce qui est laissé de côté n’est pas facturé cette fois. Les facturations suivantes le rappellent, jusqu’à ce que ce mois soit préparé à nouveau et émis. Réglez plutôt la cause, ou donnez un prix.",
    each: (family: string, what: string) => `${family} – ${what}`,
    reason: "Pourquoi",
    submit: "Laisser de côté ce qui est coché",
    missing: "Écrivez pourquoi.",
    choose: "Cochez au moins une ligne.",
    forGood: {
      title: "Ne plus rappeler",
      lead: "Ce qui est coché ne sera pas facturé ici (facturé autrement, ou abandonné), et n’est plus rappelé.",
      submit: "Ne plus rappeler ce qui est coché",
    },
  },
  unpointed: {
    title: (count: number) => countOf(count, "jour non pointé", "jours non pointés"),
    lead: "Personne n’a dit qui est venu. Pointez ces jours, ou acceptez de facturer d’après les réservations en disant pourquoi. Une absence que la famille a annoncée suit la règle des absences.",
    leadAccepted:
      "Personne n’a dit qui est venu : ces jours sont facturés d’après les réservations et les absences annoncées, et la facture le dit.",
    which: "Les jours, service par service",
    day: "Jour",
    activity: "Service",
    bookings: "Attendus",
    reason: "Pourquoi facturer sans pointage",
    submit: "Accepter de facturer sans pointage",
    accepted: (by: string, reason: string) => `Jours non pointés acceptés par ${by} : ${reason}`,
  },
  payers: {
    title: "Par payeur",
    family: "Famille",
    payer: "Payeur",
    lines: "Lignes",
    total: "Total",
    csv: "Télécharger (CSV)",
    csvName: (month: Temporal.PlainYearMonth) => `facturation-${month.toString()}.csv`,
  },
  carried: {
    title: "Reporté sur une prochaine facture",
    lead: "Trop peu pour un titre : ces montants sont dus, et attendent que le total du payeur atteigne le seuil. La famille le lit sur la page de ses factures.",
    asked: "Demandé par",
    waits: "Attend encore",
    csvName: (month: Temporal.PlainYearMonth) => `reportes-${month.toString()}.csv`,
  },
  again: {
    title: "Recalculer ou abandonner",
    lead: "Après avoir réglé un fait (un tarif, un quotient, un pointage), recalculez : le brouillon est refait en entier. Ce que vous avez laissé de côté le reste, tant que la cause est la même.",
    submit: "Recalculer",
    abandon: "Abandonner",
  },
  moved: {
    line: (what: string, drafted: string, now: string) =>
      `${what} : ${drafted} au brouillon, ${now} aujourd’hui`,
    sameAmount: (what: string, amount: Cents) =>
      `${what} : toujours ${formatCents(amount)}, pour une autre raison`,
    unpriced: "prix impossible à dire",
    absent: "rien",
    others: (count: number) => `Et ${countOf(count, "autre payeur", "autres payeurs")}.`,
    maybeTitle: "Des faits ont changé depuis la préparation",
    maybe:
      "Ils ne changent peut-être rien à ce mois : la comparaison se fait avant l’émission et prend quelques secondes.",
    compare: "Comparer maintenant",
  },
  abandoned: {
    nothingOpen: (month: Temporal.PlainYearMonth) =>
      `Ce brouillon ne sera pas émis, et aucune autre facturation ${formatOfMonth(month)} n’est en cours. Ce qui avait été laissé de côté sera repris.`,
    again: (month: Temporal.PlainYearMonth) => `Préparer ${formatMonth(month)} à nouveau`,
    other: (month: Temporal.PlainYearMonth) => `Voir la facturation ${formatOfMonth(month)} en cours`,
  },
  notKept: {
    title: (count: number) =>
      `${countOf(count, "ligne laissée", "lignes laissées")} de côté au brouillon précédent, mais pas dans celui-ci`,
    lead: "Le brouillon a été refait. Ces choix n’ont pas pu être repris :",
    line: (family: string, what: string, why: string, now: "priced" | "another-cause" | "gone") =>
      `${family} – ${what} (« ${why} ») ${notKeptNow[now]}`,
  },
  issue: {
    button: (counts: readonly { kind: DocumentKind; count: number }[]) =>
      `Émettre ${joinList(counts.map(({ kind, count }) => `${count < 2 ? ARTICLES[kind] : `les ${count.toLocaleString("fr-FR")} `}${documents[kind][count < 2 ? 0 : 1]}`))}`,
    nothing: "Clore sans rien émettre",
    notYet: "Ce mois ne peut pas encore être émis",
    title: (month: Temporal.PlainYearMonth) => `Émettre ${formatMonth(month)}`,
    lead: "Ce que vous allez rendre définitif :",
    final: [
      "Les numéros sont donnés et ne changent plus, même en cas de correction.",
      "Les lignes, les montants, les noms et les adresses sont gardés tels qu’ils sont aujourd’hui.",
      "Chaque compte de payeur reçoit son écriture, et les familles un e-mail.",
      "Une erreur se corrige ensuite par un avoir ou un complément, en préparant à nouveau le mois.",
    ],
    line: (count: number, noun: string, total: Cents) =>
      `${count.toLocaleString("fr-FR")} ${noun}, ${formatCents(total)}`,
    dueOn: (day: Temporal.PlainDate) => `À régler avant le ${formatDay(day)}.`,
    early: {
      title: "Le mois n’est pas fini",
      sentence: (last: Temporal.PlainDate) =>
        `Les jours à venir, jusqu’au ${formatDay(last)}, sont facturés tels qu’ils sont réservés aujourd’hui. Ce qui change d’ici là demandera un avoir ou un complément.`,
    },
    back: "Revenir à la relecture",
  },
  refused: {
    title: "L’émission n’a pas eu lieu",
    unpriced: (count: number) =>
      `${countOf(count, "prix ne peut pas être dit", "prix ne peuvent pas être dits")} : ${agree(count, "réglez-le", "réglez-les")}, donnez un prix, ou laissez de côté en disant pourquoi.`,
    unpointed: (count: number) =>
      `${countOf(count, "jour n’est pas pointé", "jours ne sont pas pointés")} : pointez, ou acceptez en disant pourquoi.`,
    staleTitle: "Le brouillon est dépassé",
    stale: (payers: number) =>
      `Des faits ont changé depuis la préparation (réservation, pointage, quotient, tarif ou dossier) : le brouillon n’est plus juste pour ${countOf(payers, "payeur")}. Recalculez-le, puis relisez-le.`,
    state: (state: RunState) =>
      `Cette facturation est « ${texts.states[state].toLowerCase()} » : elle ne peut pas être émise.`,
    over: "Cette facturation est terminée : elle ne change plus. Préparez à nouveau le mois pour corriger.",
    back: "Revenir à la facturation",
  },
};

const ARTICLES = { invoice: "la ", complement: "le ", credit_note: "l’" } as const;

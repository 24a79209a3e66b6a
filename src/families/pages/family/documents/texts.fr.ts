import { formatDayAndYear, parisDate } from "#kernel";

/** Words of « Mes documents ». */
export const texts = {
  title: "Mes documents",
  lead: "Ce que votre foyer a envoyé à la collectivité. Un document gardé ici n’a pas à être envoyé de nouveau.",
  back: "Mes documents",
  add: "Envoyer un document",
  none: "Aucun document pour l’instant",
  noneMore:
    "Justificatif de domicile, attestation d’assurance, vaccins : prenez-les en photo et envoyez-les d’ici.",
  household: "Pour tout le foyer",
  done: {
    envoye: "Votre document est gardé.",
    remplace: "La nouvelle version est gardée ; l’ancienne reste visible dans l’historique du document.",
  },
  sent: (at: Temporal.Instant, by: string) => `Envoyé le ${formatDayAndYear(parisDate(at))} par ${by}`,
  version: (number: number) => `Version ${number}`,
  states: {
    forEver: "Sans date de fin",
    until: (day: Temporal.PlainDate) => `Valable jusqu’au ${formatDayAndYear(day)}`,
    soon: (day: Temporal.PlainDate) => `À renouveler avant le ${formatDayAndYear(day)}`,
    over: (day: Temporal.PlainDate) => `N’est plus valable depuis le ${formatDayAndYear(day)}`,
  },
  waiting: "L’antivirus regarde ce fichier : il s’ouvrira dans quelques minutes.",
  download: "Télécharger",
  view: "Voir",
  asPdf: "En PDF",
  replace: "Remplacer",
  versions: "Toutes les versions",
  ofName: (name: string) => `« ${name} »`,
  current: "version actuelle",
  megabytes: (bytes: number) =>
    bytes < 100_000
      ? `${Math.max(1, Math.round(bytes / 1000))} ko`
      : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} Mo`,
  send: {
    title: "Envoyer un document",
    replaceTitle: (kind: string) => `Remplacer : ${kind}`,
    lead: "Une photo nette suffit : posez la feuille à plat, à la lumière, tout le texte visible.",
    whom: "Pour qui ?",
    whomHint:
      "Une assurance ou un certificat est pour un enfant ; un justificatif de domicile, pour le foyer.",
    wholeHousehold: (label: string | null) => (label === null ? "Tout le foyer" : `Tout le foyer ${label}`),
    inHousehold: (name: string, label: string | null) => (label === null ? name : `${name} (foyer ${label})`),
    kind: "Quel document ?",
    choose: "Choisissez…",
    until: "Valable jusqu’au",
    untilHint: "La date de fin écrite sur le document. Si vous ne la connaissez pas, laissez vide.",
    file: "Le fichier",
    fileHint: (megabytes: number) =>
      `Photo (JPEG, PNG) ou PDF, ${megabytes} Mo au plus. Sur un téléphone, vous pouvez prendre la photo maintenant.`,
    tooHeavy: (megabytes: number) => `Ce fichier pèse plus de ${megabytes} Mo.`,
    submit: "Envoyer",
    progress: "Envoi en cours",
    cut: "Le réseau s’est coupé : rien n’a été envoyé. Le fichier est encore choisi, essayez de nouveau.",
    readBy: "Seuls les agents qui en ont besoin ouvrent vos documents, et chaque ouverture est notée.",
  },
  corrections: {
    whom: "Choisissez pour qui est ce document.",
    kind: "Choisissez quel document vous envoyez.",
    past: "Cette date est passée : envoyez un document encore valable, ou laissez la date vide.",
    noFile: "Choisissez un fichier, ou prenez le document en photo.",
    tooMany: (most: number) =>
      `Votre foyer a envoyé ${most} documents en vingt-quatre heures : nous n’en prenons pas plus. Envoyez celui-ci demain.`,
    again: "Choisissez de nouveau le fichier : il n’a pas été envoyé.",
    notAbout: {
      child: "Ce document est pour un enfant : choisissez lequel.",
      household: "Ce document est pour le foyer ou un adulte, pas pour un enfant.",
      anyone: "",
    },
  },
  waitingTitle: "Ce fichier n’est pas encore vérifié",
} as const;

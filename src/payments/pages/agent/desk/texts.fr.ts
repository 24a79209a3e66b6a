import { cents, countOf, formatCents, formatDay, formatDayAndYear, joinList, type Cents } from "#kernel";

import type { DeskEntryKind } from "../../../desk/holdings.ts";
import type { DeskRole } from "../../../desk/policy.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import type { Count, CountedMeans } from "../../../desk/close-day.ts";

/** Words of the agents' pages of a régie, but for those on which money is taken. */
export const texts = {
  list: {
    title: "Régies",
    none: "Aucune régie ne vous nomme",
    noneMore:
      "Pour encaisser, il faut qu’une régie vous nomme régisseur, suppléant ou mandataire. L’administrateur écrit ces réglages.",
    add: "Ajouter une régie",
    roles: {
      holder: "Vous tenez cette régie : vous encaissez, corrigez, versez et clôturez.",
      taker: "Vous êtes mandataire : vous encaissez et lisez les quittances.",
      control: "Vous lisez cette régie et ses réglages ; vous n’encaissez pas.",
    } satisfies Record<DeskRole, string>,
  },
  home: {
    back: "Régies",
    search: "Chercher un payeur",
    searchHint: "Son nom, ou celui d’un enfant.",
    find: "Chercher",
    found: (n: number) => (n === 0 ? "Personne" : countOf(n, "payeur")),
    nobody: "Écrivez un seul nom, ou le début d’un nom.",
    more: "Ajoutez un mot pour réduire la liste.",
    columns: { payer: "Payeur", household: "Foyer", children: "Enfants", balance: "Doit" },
    today: (day: Temporal.PlainDate) => `Aujourd’hui, ${formatDay(day)}`,
    nothing: "Rien n’a été encaissé aujourd’hui.",
    totals: { means: "Moyen", count: "Quittances", received: "Encaissé", undone: "Annulé ou rendu" },
    holdings: "Dans la régie",
    held: { means: "Moyen", amount: "Détenu", what: "À savoir" },
    ceiling: (ceiling: Cents) => `plafond ${formatCents(ceiling)}`,
    near: (left: Cents) =>
      `Il reste ${formatCents(left)} avant le plafond de la caisse. Prévoyez un versement.`,
    over: (by: Cents) =>
      `La caisse dépasse de ${formatCents(by)} son plafond : versez des espèces dès aujourd’hui.`,
    overTitle: "Plafond dépassé",
    late: (n: number, days: number) =>
      `${countOf(n, "chèque attend", "chèques attendent")} depuis plus de ${countOf(days, "jour")} : l’acte de la régie demande de les verser.`,
    deposit: "Verser",
    cancelled: "Annulée",
    unclosed: (day: Temporal.PlainDate) => `La journée du ${formatDay(day)} n’est pas close.`,
    closed: (until: Temporal.PlainDate) => `Les journées sont closes jusqu’au ${formatDay(until)} compris.`,
    receipts: "Quittances du jour",
    links: {
      label: "Tenir la régie",
      journal: "Journal",
      deposits: "Versements",
      closing: "Clôturer une journée",
      registers: "Registres",
      settings: "Réglages de la régie",
    },
  },
  journal: {
    title: "Journal de la régie",
    day: "Journée",
    show: "Voir",
    previous: "Jour précédent",
    next: "Jour suivant",
    days: "Les trente derniers jours",
    columns: {
      at: "Heure",
      what: "Écriture",
      means: "Moyen",
      who: "Payeur",
      amount: "Montant",
      by: "Par",
    },
    dayColumns: { day: "Jour", receipts: "Quittances", amount: "Encaissé, net", state: "État" },
    none: "Aucune écriture ce jour-là",
    open: "Ouverte",
    closed: (by: string, when: string) => `Close par ${by}, ${when}`,
    explained: (why: string) => `Écart expliqué : « ${why} »`,
    total: "Total",
    kinds: {
      receipt: "Quittance",
      correction: "Annulation de la quittance",
      refund: "Remboursement sur la quittance",
      deposit: "Versement",
      difference: "Écart de caisse",
    } satisfies Record<DeskEntryKind, string>,
    because: (why: string) => `« ${why} »`,
  },
  closing: {
    title: "Clôturer une journée",
    lead: "Comptez ce que la régie détient en fin de journée. Ensuite, rien de ce jour ni des jours d’avant ne change.",
    day: "Journée à clôturer",
    choose: "Voir ce qui est attendu",
    means: {
      cash: "Espèces comptées, en euros",
      cheque: "Total des chèques, en euros",
      cesu: "Total des CESU, en euros",
      ancv: "Total des chèques-vacances, en euros",
      desk_card: "Total du ticket du terminal, en euros",
    } satisfies Record<CountedMeans, string>,
    expected: (amount: Cents) => `Le journal dit ${formatCents(amount)}.`,
    explanation: "Explication de l’écart",
    explanationHint: "À écrire si ce que vous comptez n’est pas ce que dit le journal.",
    check: "Vérifier la clôture",
    submit: "Clôturer la journée",
    confirm: {
      title: (day: Temporal.PlainDate) => `Clôturer le ${formatDay(day)}`,
      again: "Recompter",
      final: (day: Temporal.PlainDate) =>
        `Ensuite, rien ne change plus jusqu’au ${formatDay(day)} compris : une erreur se corrige un jour ouvert.`,
      difference: (amount: Cents) =>
        amount < 0
          ? `Un déficit de caisse de ${formatCents(cents(0 - amount))} sera inscrit au journal.`
          : `Un excédent de caisse de ${formatCents(amount)} sera inscrit au journal.`,
      nothing: "Le journal ne dit rien à compter, et vous n’avez rien compté.",
      what: "Moyen",
      expected: "Le journal dit",
      counted: "Vous avez compté",
      gap: "Écart",
    },
    saved: (day: Temporal.PlainDate) => `La journée du ${formatDayAndYear(day)} est close.`,
    amount: "Écrivez un montant en euros, par exemple 153,20.",
    refused: {
      closed: (until: Temporal.PlainDate) =>
        `Les journées sont déjà closes jusqu’au ${formatDay(until)} compris : choisissez un jour d’après.`,
      "to-come": "Ce jour n’est pas venu : choisissez aujourd’hui ou un jour passé.",
      unexplained: (counts: readonly Count[]) =>
        `Ce que vous comptez n’est pas ce que dit le journal : ${joinList(counts.flatMap(gapOf))}. Recomptez, ou expliquez l’écart.`,
      "left-since":
        "Depuis ce jour, la caisse a rendu ou versé plus que ce que vous comptez : recomptez, ou clôturez d’abord un jour plus récent.",
    },
  },
  deposits: {
    title: "Versements",
    lead: "Ce qui quitte la régie pour le Trésor, avec son bordereau.",
    none: "Aucun versement depuis un an",
    noneMore: "Le premier bordereau paraîtra ici.",
    waiting: "À verser",
    columns: {
      number: "Bordereau",
      day: "Jour",
      means: "Moyen",
      items: "Titres",
      amount: "Montant",
      by: "Par",
    },
    new: {
      cash: "Verser des espèces",
      cheque: "Verser des chèques",
      cesu: "Verser des CESU",
      ancv: "Verser des chèques-vacances",
    },
    holds: (amount: Cents) => `La régie détient ${formatCents(amount)}.`,
    nothing: "Rien à verser",
    nothingMore: "La régie n’en détient pas.",
    announced: "Montant que vous versez, en euros",
    counted: "Billets et pièces comptés",
    countedHint: "Combien de chacun. Laissez vide ce qu’il n’y a pas.",
    note: (value: number) =>
      `${value >= 500 ? "Billets" : "Pièces"} de ${value >= 100 ? `${value / 100}\u00a0€` : countOf(value, "centime")}`,
    badCount: "Écrivez un nombre entre 0 et 9999.",
    choose: "Ce qui part",
    item: {
      number: "Quittance",
      day: "Jour",
      drawer: "Tireur",
      bank: "Banque",
      reference: "Numéro",
      amount: "Montant",
    },
    submit: "Établir le bordereau",
    refused: {
      nothing: "Choisissez au moins un titre, ou comptez au moins une pièce.",
      cash: (cash: Cents) =>
        `D’après le journal, la caisse contient ${formatCents(cash)} : on ne verse pas plus. Un excédent se constate en clôturant la journée.`,
      unexplained: (difference: Cents) =>
        `Ce qui est compté s’écarte de ${formatCents(difference)} du montant annoncé : recomptez, ou expliquez l’écart.`,
      used: (number: string) =>
        `Ce formulaire a déjà établi le bordereau ${number}, d’autre chose. Rien d’autre n’est versé : vérifiez ce qui part, puis validez de nouveau.`,
      changed: "L’un de ces titres a été versé ou annulé depuis : voici ceux qui attendent encore.",
    },
    slip: {
      title: (number: string) => `Bordereau de versement ${number}`,
      made: "Le bordereau est établi : imprimez-le et joignez-le au versement.",
      print: "Télécharger le bordereau en PDF",
      file: (number: string) => `bordereau-${number}.pdf`,
      regie: "Régie",
      difference: (difference: Cents) => `Écart avec le montant annoncé : ${formatCents(difference)}`,
      counted: { what: "Billets et pièces", count: "Nombre", amount: "Montant" },
      signature: "Date et signature du régisseur :",
      received: "Reçu par le comptable, date et signature :",
    },
  },
  registers: {
    title: "Registres de la régie",
    lead: "Pour le contrôle du comptable : chaque registre se télécharge pour un tableur.",
    from: "Du",
    to: "Au",
    show: "Choisir ces jours",
    names: {
      quittances: "Quittances",
      journal: "Journal",
      versements: "Versements",
      corrections: "Corrections et remboursements",
      clotures: "Clôtures",
    },
    download: (name: string) => `${name} (CSV)`,
    order: "Le dernier jour vient avant le premier : échangez-les.",
    columns: {
      number: "Numéro",
      day: "Jour",
      at: "Heure",
      payer: "Payeur",
      means: "Moyen",
      amount: "Montant",
      reference: "Référence",
      drawer: "Tireur",
      bank: "Banque",
      settles: "Règle",
      state: "État",
      kind: "Écriture",
      receipt: "Quittance",
      deposit: "Bordereau",
      reason: "Raison",
      by: "Par",
      held: "Mouvement de caisse",
      announced: "Annoncé",
      items: "Titres",
      expected: "Attendu",
      counted: "Compté",
    },
    cancelled: (day: Temporal.PlainDate) => `annulée le ${day.toString()}`,
  },
};

/** « espèces : 3,00 € de moins »; nothing where what was counted is what the journal says. */
function gapOf({ means, expected, counted }: Count): readonly string[] {
  const gap = counted - expected;
  if (gap === 0) return [];
  const word = means === "cesu" ? shared.means[means] : lowerFirst(shared.means[means]);
  return [`${word} : ${formatCents(cents(Math.abs(gap)))} ${gap < 0 ? "de moins" : "de plus"}`];
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase("fr-FR") + text.slice(1);

import { cents, formatCents, formatDayAndYear, quoted, type Cents } from "#kernel";

import type { GatewayMode } from "../../gateway/gateway.ts";
import type { Difference } from "../../attempts/differences.ts";
import { moment } from "./moment.ts";

/** Words of the agents' pages of payments. */
export const texts = {
  moment,
  list: {
    title: "Paiements en ligne",
    lead: "Ce que PayFiP a répondu autrement que demandé, ce que ses relevés disent autrement que les comptes, et ce dont il n’a rien dit.",
    reports: "Relevés de PayFiP",
    differences: "Écarts avec les relevés",
    settings: "Réglages du paiement en ligne",
    anomalies: "Écarts à régler",
    none: "Aucun écart",
    noneMore: "Toutes les réponses de PayFiP sont celles qui étaient attendues.",
    silent: "Sans réponse depuis sept jours",
    silentMore:
      "PayFiP n’a pas dit ce que ces paiements sont devenus. Cherchez leur référence dans le relevé journalier de PayFiP ; « Interroger » demande encore une fois.",
    ask: "Interroger",
    columns: { at: "Vu le", refdet: "Référence", amount: "Demandé", what: "Écart", family: "Famille" },
    see: "Voir la famille",
    settle: "Régler",
  },
  late: {
    title: "Places confirmées trop tard",
    lead: (days: number) =>
      `La réponse de PayFiP est venue quand la place n’était plus gardée. Libre encore, elle est réservée, il n’y a rien à faire. Sinon la somme est en faveur de la famille : proposez-lui un autre jour, ou attendez sa demande de remboursement. La famille a été prévenue. Une ligne reste ici ${days} jours.`,
    columns: { place: "Place", at: "Confirmée le", amount: "Montant", by: "Payée par" },
  },
  difference: ({ field, asked, came }: Difference) =>
    `${fields[field]} : ${shown(field, asked)} demandé, ${shown(field, came)} répondu`,
  anomaly: {
    title: "Régler un écart",
    back: "Paiements en ligne",
    outcome: "Ce que vous décidez",
    outcomes: {
      recorded: (cents: Cents) => `Inscrire au compte les ${formatCents(cents)} que PayFiP dit payés`,
      set_aside: "Ne rien inscrire au compte",
    },
    why: "Pourquoi",
    whyHint: "Par exemple : « 4,80 € vus au relevé du 25 novembre ». La raison reste au journal.",
    missing: "Dites ce que vous décidez, et pourquoi.",
    notPaid: "PayFiP ne dit pas que ce paiement est payé : rien ne peut être inscrit.",
    submit: "Enregistrer",
    settled: (by: string, why: string) => `Réglé par ${by} : ${quoted(why)}.`,
    saved: "L’écart est réglé.",
  },
  settings: {
    title: "Réglages du paiement en ligne",
    back: "Paiements en ligne",
    lead: "Les familles paient par PayFiP, le service de l’État. Un paiement déjà commencé garde les réglages sous lesquels il a été ouvert.",
    role: "Le régisseur et l’administrateur règlent le paiement en ligne : l’acte constitutif de la régie doit nommer PayFiP parmi ses moyens d’encaissement.",
    opened: "Les familles peuvent payer en ligne",
    origin: "Adresse de PayFiP",
    originHint: "https://www.payfip.gouv.fr, ou l’adresse que donne la DGFiP pour les essais.",
    badOrigin: "Écrivez une adresse comme https://www.payfip.gouv.fr, sans chemin.",
    account: "Numéro client (numcli)",
    accountHint: "Six chiffres, donnés par la DGFiP, ouverts au service sécurisé.",
    badAccount: "Écrivez les six chiffres du numéro client.",
    mode: "Mode",
    modes: {
      test: "Test : aucun argent ne bouge",
      activation: "Activation : un vrai paiement par moyen, avant l’ouverture",
      production: "Production : les paiements sont réels",
    } satisfies Record<GatewayMode, string>,
    modeMissing: "Choisissez un mode.",
    declared: "Ce numéro est déjà activé à PayFiP, par un autre logiciel",
    declaredHint: "À cocher pour passer en production sans paiement d’activation fait ici.",
    notActivated: (from: Temporal.PlainDate | "never") =>
      from === "never"
        ? "Aucun paiement d’activation de ce numéro n’est connu ici : faites-le d’abord (page « Activation »), ou dites que ce numéro est déjà activé."
        : `Le paiement d’activation prend effet le ${formatDayAndYear(from)} : passez en production ce jour-là.`,
    part: "Une famille peut payer une partie de ce qu’elle doit",
    submit: "Enregistrer",
    saved: "Les réglages sont enregistrés.",
    used: "Ce formulaire a déjà été enregistré, et d’autres réglages valent maintenant : ceux-ci ne le sont pas. Vérifiez-les, puis enregistrez de nouveau.",
    test: "Tester",
    testLead: "Demande à PayFiP sous quels noms il connaît ce numéro client. Enregistrez d’abord.",
    names: (names: readonly string[]) => `PayFiP répond : ${names.join(", ")}.`,
    refused: (code: string, why: string) =>
      `PayFiP refuse ces réglages (${code}) : ${quoted(why)}. Vérifiez le numéro client.`,
    unavailable: (why: string) => `PayFiP ne répond pas : ${why}. Vérifiez l’adresse, ou essayez plus tard.`,
    history: "Réglages par date",
    columns: {
      at: "Depuis",
      opened: "Ouvert",
      origin: "Adresse",
      account: "Numéro",
      mode: "Mode",
      by: "Par",
    },
    yes: "Oui",
    no: "Non",
  },
};

const fields: Readonly<Record<Difference["field"], string>> = {
  amount: "Montant",
  refdet: "Référence",
  account: "Numéro client",
  mode: "Mode",
};

const shown = (field: Difference["field"], value: string) =>
  field === "amount" ? formatCents(cents(Number(value))) : value;

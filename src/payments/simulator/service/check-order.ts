import { ok, refuse, type Result } from "#kernel";

import type { SimulatedOrder } from "../attempt.ts";
import type { SimulatedClient } from "../clients.ts";

type Fields = Readonly<Record<string, string>>;
type Check = readonly [code: string, text: string, fails: (order: SimulatedOrder) => boolean];

/** In the order of the service. The codes of `exer` and `objet` are not public: these two are ours. */
const CHECKS: readonly Check[] = [
  ["S1", "Le paramètre SAISIE est invalide", ({ saisie }) => !/^[TXW]$/.test(saisie)],
  ["T1", "Le numéro de client est invalide", ({ numcli }) => !/^\d{6}$/.test(numcli)],
];

const LATER_CHECKS: readonly Check[] = [
  ["A1", "L'adresse électronique est absente", ({ mel }) => mel === ""],
  [
    "A2",
    "L'adresse électronique est incorrecte",
    ({ mel }) => mel.length < 6 || mel.length > 80 || !/^[^@\s]+@[^@\s]+$/.test(mel),
  ],
  [
    "R3",
    "Le format du paramètre REFDET n'est pas conforme",
    ({ refdet }) => !/^[A-Za-z0-9]{6,30}$/.test(refdet),
  ],
  ["M1", "Le format du montant est incorrect", ({ montant }) => !/^\d+$/.test(montant)],
  ["M3", "Le montant est inférieur à 1 euro", ({ montant }) => Number(montant) < 100],
  ["M5", "Le montant dépasse la limite autorisée", ({ montant }) => Number(montant) > 9_999_999],
  ["N1", "L'URL de notification est incorrecte", ({ urlnotif }) => !isUrl(urlnotif)],
  ["D1", "L'URL de redirection est incorrecte", ({ urlredirect }) => !isUrl(urlredirect)],
  ["E1", "Le format de l'exercice est incorrect", ({ exer }) => !/^\d{4}$/.test(exer)],
  ["O1", "Le format de l'objet est incorrect", ({ objet }) => !/^[A-Za-z0-9 ]{0,100}$/.test(objet)],
];

/** Checks `creerPaiementSecurise` one field after the other: only the first fault is told. */
export function checkOrder(
  fields: Fields,
  clients: readonly SimulatedClient[],
): Result<SimulatedOrder, { readonly code: string; readonly text: string }> {
  const order = orderOf(fields);
  const wrong = firstOf(CHECKS, order) ?? whyNotClient(order.numcli, clients) ?? firstOf(LATER_CHECKS, order);
  return wrong === undefined ? ok(order) : refuse(wrong);
}

/** T2 for a number that DGFiP does not know, T4 for one that it did not open. */
export function whyNotClient(numcli: string, clients: readonly SimulatedClient[]) {
  const client = clients.find((known) => known.numcli === numcli);
  if (client === undefined) return { code: "T2", text: "Le numéro de client est inconnu" };
  if (!client.secured) return { code: "T4", text: "Le client n'a pas accès au service sécurisé" };
  return undefined;
}

function firstOf(checks: readonly Check[], order: SimulatedOrder) {
  const failed = checks.find(([, , fails]) => fails(order));
  return failed === undefined ? undefined : { code: failed[0], text: failed[1] };
}

/** The fields of the schema; an element of another name is not read, and a missing one is empty. */
function orderOf(fields: Fields): SimulatedOrder {
  const { exer = "", mel = "", montant = "", numcli = "", objet = "" } = fields;
  const { refdet = "", saisie = "", urlnotif = "", urlredirect = "" } = fields;
  return { exer, mel, montant, numcli, objet, refdet, saisie, urlnotif, urlredirect };
}

function isUrl(url: string): boolean {
  return url.length <= 250 && /^https?:\/\/\S+$/.test(url) && URL.canParse(url);
}

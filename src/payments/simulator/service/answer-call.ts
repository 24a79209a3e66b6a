import { parisDateTime } from "#kernel";

import type { SimulatedAttempt } from "../attempt.ts";
import type { AttemptBook } from "../attempt-book.ts";
import type { SimulatedClient } from "../clients.ts";
import { checkOrder, whyNotClient } from "./check-order.ts";
import type { ServiceCall } from "./read-call.ts";
import { type ServiceFault, writeFault, writeReturned } from "./write-answer.ts";

/** What the service answers: 200 with fields, or 500 with a fault. */
export interface ServiceAnswer {
  readonly status: 200 | 500;
  readonly document: string;
}

/** Answers a call as the service does when nothing is wrong with it. */
export function answerCall(
  { operation, fields }: ServiceCall,
  book: AttemptBook,
  clients: readonly SimulatedClient[],
): ServiceAnswer {
  switch (operation) {
    case "creerPaiementSecurise": {
      const order = checkOrder(fields, clients);
      if (!order.ok) return refused(order.refusal);
      return returned(operation, [["idOp", book.create(order.value).idOp]]);
    }
    case "recupererDetailPaiementSecurise": {
      const attempt = book.find(fields["idOp"] ?? "");
      if (attempt === undefined) return refused({ code: "P1", text: "IdOp incorrect." });
      const { result } = attempt;
      if (result === null) return refused({ code: "P5", text: "Résultat de la transaction non connu." });
      return returned(operation, detailOf(attempt, result));
    }
    case "recupererDetailClient": {
      const numcli = fields["numCli"] ?? "";
      const wrong = whyNotClient(numcli, clients);
      if (wrong !== undefined) return refused(wrong);
      const names = clients.find((client) => client.numcli === numcli)?.names ?? [];
      return returned(operation, [
        ...names.map((name, index) => [`libelleN${index + 1}`, name] as const),
        ["numcli", numcli],
      ]);
    }
    default:
      return faulty({ name: "TechProtocolaireErreur", code: "", text: `Opération inconnue : ${operation}` });
  }
}

/** The twelve fields in the order of the schema; `numauto` only when something was paid. */
function detailOf(attempt: SimulatedAttempt, result: NonNullable<SimulatedAttempt["result"]>) {
  const at = parisDateTime(Temporal.Instant.from(result.at));
  const two = (value: number) => String(value).padStart(2, "0");
  const fields: [string, string][] = [
    ["dattrans", `${two(at.day)}${two(at.month)}${at.year}`],
    ["exer", attempt.exer],
    ["heurtrans", `${two(at.hour)}${two(at.minute)}`],
    ["idOp", attempt.idOp],
    ["mel", attempt.mel],
    ["montant", attempt.montant],
    ["numauto", result.numauto],
    ["numcli", attempt.numcli],
    ["objet", attempt.objet],
    ["refdet", attempt.refdet],
    ["resultrans", result.resultrans],
    ["saisie", attempt.saisie],
  ];
  return fields.filter(([name, value]) => name !== "numauto" || value !== "");
}

function returned(operation: string, fields: readonly (readonly [string, string])[]): ServiceAnswer {
  return { status: 200, document: writeReturned(operation, fields) };
}

function refused(why: { readonly code: string; readonly text: string }): ServiceAnswer {
  return faulty({ name: "FonctionnelleErreur", ...why });
}

/** A fault of the service, with the status that SOAP 1.1 gives it. */
export function faulty(fault: ServiceFault): ServiceAnswer {
  return { status: 500, document: writeFault(fault) };
}

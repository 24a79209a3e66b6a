import type { SignedIn } from "#identity";
import type { Answer, RawInput } from "#platform";

import { paymentsRoutes } from "../../src/payments/routes.ts";
import { newId } from "../builders/canteen.ts";
import { htmlOf, sent, visitTo } from "../builders/visit.tsx";
import type { DeskTown } from "./desk-town.ts";
import { ScriptedGateway } from "./scripted-gateway.ts";

export const REGIE = "/agent/regie/:regie";
export const PAYER = `${REGIE}/payeurs/:household/:guardian`;
export const RECEIPT = `${REGIE}/quittances/:payment`;

/** The words of a page, spaces made plain. */
export const text = (answer: Answer) =>
  htmlOf(answer)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");

/** Asks for the pages of a desk, as the régisseuse unless told. */
export function deskPages(desk: () => DeskTown, now: () => Temporal.Instant) {
  function ask(
    method: "GET" | "POST",
    path: string,
    parts: Partial<RawInput> = {},
    actor: SignedIn = desk().nadia,
  ): Promise<Answer> {
    const routes = paymentsRoutes(() => new ScriptedGateway());
    const found = routes.find((one) => one.method === method && one.path === path);
    if (found === undefined) throw new Error(`No route ${method} ${path}`);
    return found.handle(visitTo(desk().town, { actor, now: now() }), sent(parts));
  }
  const regie = () => ({ regie: desk().regie });
  const payer = () => ({
    ...regie(),
    household: desk().payer.householdId,
    guardian: desk().payer.guardianId,
  });
  return {
    ask,
    regie,
    payer,
    /** Takes cash with the form; the receipt's id. */
    async take(changes: Readonly<Record<string, unknown>> = {}, actor = desk().nadia) {
      const cle = newId<"payment">();
      const body = { cle, moyen: "cash", montant: "12,40", donne: "20", ...changes };
      return { cle, body, answer: await ask("POST", PAYER, { params: payer(), body }, actor) };
    },
  };
}

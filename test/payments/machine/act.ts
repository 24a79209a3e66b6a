import { ask } from "../../../src/payments/attempts/hints.ts";
import { lookUp } from "../../../src/payments/attempts/look-up.ts";
import type { KnownAttempt, Model } from "./model.ts";
import type { PaidAccounts } from "./paid-accounts.ts";

/** Something that somebody does. `alone`: nothing else happens meanwhile, so that what comes of it is known. */
export interface Act {
  readonly told: string;
  possible(model: Model): boolean;
  do(model: Model, real: PaidAccounts, alone: boolean): Promise<void>;
}

/** What anybody may do at any time. */
export const always = () => true;

/** What is done to one attempt, the pick-th of those to which it may be done. */
export function toOne(
  told: string,
  pick: number,
  among: (one: KnownAttempt) => boolean,
  act: (one: KnownAttempt, model: Model, real: PaidAccounts, alone: boolean) => Promise<void> | void,
): Act {
  return {
    told: `${told}(${pick})`,
    possible: ({ attempts }) => attempts.some(among),
    async do(model, real, alone) {
      const those = model.attempts.filter(among);
      const one = those[pick % those.length];
      if (one !== undefined) await act(one, model, real, alone);
    },
  };
}

/** The payer is back from the page of the service. */
export const comeBack = (pick: number) =>
  toOne("return", pick, always, async (one, _model, real) => {
    const { database, now } = real.context();
    const asked = await database.write((writes) => ask(writes, one.opened.reference, now));
    if (asked?.now === true)
      await lookUp(real.context(), real.gateway, { attempt: asked.id, cause: "return" });
  });

import { randomUUID } from "node:crypto";

import { ok, refuse } from "#kernel";

import type {
  Gateway,
  GatewayFault,
  GatewayMode,
  GatewayOrder,
  GatewayReference,
  GatewayResult,
} from "../../src/payments/gateway/gateway.ts";

/** What the service knows of one attempt. */
export interface Opened {
  readonly reference: GatewayReference;
  readonly order: GatewayOrder;
  end: "waiting" | "gone" | "paid" | "refused" | "abandoned";
  /** What the service tells otherwise than it was asked. */
  changed: Partial<GatewayResult>;
}

const isReference = (text: string): text is GatewayReference => /^[0-9a-f-]{36}$/.test(text);

/** A service that does what a test says: it opens, ends attempts, tells something else, or does not answer. */
export class ScriptedGateway implements Gateway {
  readonly opened: Opened[] = [];
  account = "123456";
  mode: GatewayMode = "production";
  fault: GatewayFault | null = null;
  lookUps = 0;

  open(order: GatewayOrder): ReturnType<Gateway["open"]> {
    if (this.fault !== null) return this.#answer(refuse(this.fault));
    const reference = randomUUID();
    if (!isReference(reference)) throw new Error("no reference");
    this.opened.push({ reference, order, end: "waiting", changed: {} });
    return this.#answer(ok({ reference, pageUrl: `https://payfip.exemple.fr/page?idop=${reference}` }));
  }

  lookUp(reference: GatewayReference): ReturnType<Gateway["lookUp"]> {
    this.lookUps += 1;
    if (this.fault !== null) return this.#answer(refuse(this.fault));
    const known = this.opened.find((one) => one.reference === reference);
    if (known === undefined || known.end === "gone") return this.#answer(ok({ kind: "gone" as const }));
    if (known.end === "waiting") return this.#answer(ok({ kind: "waiting" as const }));
    const paid = known.end === "paid";
    return this.#answer(
      ok({
        kind: "ended" as const,
        outcome: known.end,
        means: "card" as const,
        refdet: known.order.refdet,
        amount: known.order.amount,
        account: this.account,
        mode: this.mode,
        authorisation: paid ? "A1B2C3" : null,
        at: paid ? Temporal.PlainDateTime.from("2026-11-12T09:04") : null,
        raw: `<resultrans>${known.end}</resultrans>`,
        ...known.changed,
      }),
    );
  }

  test(): ReturnType<Gateway["test"]> {
    return this.#answer(this.fault === null ? ok({ names: ["CC EXEMPLE", "ENFANCE"] }) : refuse(this.fault));
  }

  /** The last attempt that was opened. */
  last(): Opened {
    const last = this.opened.at(-1);
    if (last === undefined) throw new Error("nothing was opened");
    return last;
  }

  /** After a while, as a service does: what runs at the same moment gets mixed. */
  async #answer<Answered>(answered: Answered): Promise<Answered> {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
    return answered;
  }
}

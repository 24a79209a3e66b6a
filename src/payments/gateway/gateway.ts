import type { Cents, Result } from "#kernel";

/**
 * A payment service outside: where a payer is sent to pay, and where the truth about it is looked up. PayFiP is the one
 * that is built (../shared/domain/payfip.md); a card processor of a private operator fits behind the same three acts.
 * A notification and a return are hints only and are not here: the look-up decides.
 */
export interface Gateway {
  /** Opens one attempt. The same `refdet` is never opened twice: the caller makes a new one. */
  open(order: GatewayOrder): Promise<Result<OpenedPayment, GatewayFault>>;
  /** What became of an attempt. It has no side effect and may be asked at any time. */
  lookUp(reference: GatewayReference): Promise<Result<GatewayAnswer, GatewayFault>>;
  /** « Tester » : whether the settings are accepted, and the names under which the service knows this authority. */
  test(): Promise<Result<{ readonly names: readonly string[] }, GatewayFault>>;
}

/** The service's own name for an attempt: PayFiP's `idOp`, 36 characters. */
export type GatewayReference = string & { readonly __gatewayReference: true };

/** `test` moves no money, `activation` opens a means once, `production` is real. */
export type GatewayMode = "test" | "activation" | "production";

export interface GatewayOrder {
  /** Unique to the attempt, 6 to 30 letters and digits: it is read on a bank statement. */
  readonly refdet: string;
  readonly amount: Cents;
  /** The year of the debt. */
  readonly year: number;
  /** Where the service sends its ticket. */
  readonly email: string;
  /** What is paid, in a few words; the gateway keeps the characters that its service accepts. */
  readonly label: string;
  /** Where the service tells us that something happened, server to server. */
  readonly notifyUrl: string;
  /** Where the payer's browser comes back. */
  readonly returnUrl: string;
}

export interface OpenedPayment {
  readonly reference: GatewayReference;
  /** Where the payer's browser is sent. */
  readonly pageUrl: string;
}

/**
 * `waiting`: nothing is known yet. `gone`: the service does not know the reference any more, nobody ever paid it.
 * `ended`: the service's final word, to be compared with what was asked.
 */
export type GatewayAnswer =
  | { readonly kind: "waiting" }
  | { readonly kind: "gone" }
  | ({ readonly kind: "ended" } & GatewayResult);

export interface GatewayResult {
  /** `abandoned` is not final before twenty minutes: the payer may still be on the page. */
  readonly outcome: "paid" | "refused" | "abandoned";
  /** A debit that is accepted may bounce weeks later. */
  readonly means: "card" | "debit" | null;
  readonly refdet: string;
  readonly amount: Cents;
  /** The authority's number at the service, and the mode in which it was paid: both are compared. */
  readonly account: string;
  readonly mode: GatewayMode;
  /** The authorisation number, when paid. */
  readonly authorisation: string | null;
  /** Local time in Paris, to the minute, as the service tells it. */
  readonly at: Temporal.PlainDateTime | null;
  /** The answer as it came, kept with the look-up. */
  readonly raw: string;
}

/**
 * `refused`: what we sent is wrong, sending it again changes nothing. `unavailable`: no answer that can be trusted
 * (time-out, technical fault, unreadable XML): nothing is known, ask again later. After a technical fault of the
 * service itself the guide asks for thirty minutes before the next call (`retryAfterMinutes`).
 */
export type GatewayFault =
  | { readonly code: "refused"; readonly serviceCode: string; readonly text: string; readonly raw: string }
  | {
      readonly code: "unavailable";
      readonly reason: string;
      readonly retryAfterMinutes: number;
      /** The service was not asked: it was silent a moment ago, and is left alone. */
      readonly resting?: true;
      /** What came, as it came; left out where nothing did. */
      readonly raw?: string;
    };

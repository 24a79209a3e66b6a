import { createHash } from "node:crypto";
import { z } from "zod";

/** What may go wrong with the answer of a call. */
export const CALL_FAULTS = ["silent", "technical", "html502", "truncated"] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/** What may go wrong with a notification, or be unusual about it. */
export const NOTIFICATION_FAULTS = ["lost", "late", "doubled", "idOpSpelling", "withReturn"] as const;

export type FaultName = CallFault | (typeof NOTIFICATION_FAULTS)[number];
export const FAULT_NAMES: readonly FaultName[] = [...CALL_FAULTS, ...NOTIFICATION_FAULTS];

const rate = z.coerce.number().min(0).max(1).default(0);

/** How often each fault happens, from 0 (never) to 1 (always). */
export const faultPlanSchema = z.object({
  seed: z.coerce.number().int().default(1),
  /** How late a late notification is. */
  lateMs: z.coerce.number().int().min(0).max(3_600_000).default(30_000),
  rates: z
    .object({
      silent: rate,
      technical: rate,
      html502: rate,
      truncated: rate,
      lost: rate,
      late: rate,
      doubled: rate,
      idOpSpelling: rate,
      withReturn: rate,
    })
    .prefault({}),
});

export type FaultPlan = z.infer<typeof faultPlanSchema>;

const NO_FAULTS: FaultPlan = faultPlanSchema.parse({});

/**
 * Decides which faults happen. A draw depends on the seed, the fault, what it strikes and how often that was drawn
 * before: a run is repeated by its seed, in whatever order its payments come.
 */
export class Faults {
  #plan: FaultPlan = NO_FAULTS;
  readonly #drawn = new Map<string, number>();

  get plan(): FaultPlan {
    return this.#plan;
  }

  /** From now on; the draws begin again. */
  follow(plan: FaultPlan): void {
    this.#plan = plan;
    this.#drawn.clear();
  }

  strikes(fault: FaultName, subject: string): boolean {
    const often = this.#plan.rates[fault];
    if (often <= 0) return false;
    const key = `${fault} ${subject}`;
    const times = this.#drawn.get(key) ?? 0;
    this.#drawn.set(key, times + 1);
    const hash = createHash("sha256").update(`${this.#plan.seed} ${key} ${times}`).digest();
    return hash.readUInt32BE() / 2 ** 32 < often;
  }

  /** The fault of this call, if any. */
  ofCall(subject: string): CallFault | undefined {
    return CALL_FAULTS.find((fault) => this.strikes(fault, subject));
  }
}

import type { SignedInVisit, Visit } from "#identity";
import { cents, parisDate, type Id } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import { differences } from "../attempts/differences.ts";
import { refdet } from "../attempts/refdet.ts";
import type { GatewayAnswer, GatewayFault, GatewayMode, GatewayReference } from "../gateway/gateway.ts";
import { currentSetting, settingOf, type GatewayOf } from "../settings/setting.ts";
import { texts } from "./texts.fr.ts";

/** The least that PayFiP takes. */
const AMOUNT = cents(100);

/** Where a payment of trial or of activation stands. */
export type ActivationState =
  | "opening"
  | "failed"
  | "open"
  | "refused"
  | "abandoned"
  | "gone"
  | "differing"
  | "paid";

/** A payment by which an agent tries or activates the authority's number. */
export interface ActivationPayment {
  readonly id: Id<"activation">;
  readonly settingId: Id<"gatewaySetting">;
  readonly mode: GatewayMode;
  readonly account: string;
  readonly refdet: string;
  readonly state: ActivationState;
  readonly means: "card" | "debit" | null;
  /** Why the service opened nothing. */
  readonly why: string | null;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly reference: GatewayReference | null;
}

const COLUMNS = `v.id, v.setting_id as "settingId", s.mode, s.account, v.refdet, v.state, v.means, v.why, v.by_label as by, v.at,
            v.reference`;
const FROM = "from activation_payment v join gateway_setting s on s.id = v.setting_id";

/** The payments of trial and of activation of a number, the last one first. */
export function activationsOf(reads: Reads, account: string): Promise<ActivationPayment[]> {
  return reads.rows<ActivationPayment>(
    "payments_activations",
    `select ${COLUMNS} ${FROM} where s.account = $1 order by v.at desc, v.id limit 50`,
    [account],
  );
}

/** The one of a reference that came back from the service. */
export function activationOfReference(
  reads: Reads,
  reference: string,
): Promise<ActivationPayment | undefined> {
  return reads.row<ActivationPayment>(
    "payments_activation_of_reference",
    `select ${COLUMNS} ${FROM} where v.reference = $1`,
    [reference],
  );
}

/**
 * Opens a payment of 1,00 € in the mode of the setting that holds: of trial, or of activation, which is a real one. In
 * production there is nothing left to activate.
 * @returns where the browser is sent; null where nothing was opened, which the page of activation tells
 */
export async function openActivation(
  visit: SignedInVisit,
  gatewayOf: GatewayOf,
  id: Id<"activation">,
): Promise<{ pageUrl: string } | null> {
  const { actor, database, now, origin } = visit;
  const prepared = await database.write(async (writes) => {
    const setting = await currentSetting(writes);
    if (setting === undefined || setting.mode === "production") return undefined;
    const made = await prepare(writes, visit, { id, settingId: setting.id });
    return made === undefined ? undefined : { setting, made };
  });
  if (prepared === undefined) return null;
  const { setting, made } = prepared;
  const opened = await gatewayOf(setting).open({
    refdet: made,
    amount: AMOUNT,
    year: parisDate(now).year,
    email: actor.email,
    label: texts.label,
    notifyUrl: `${origin}/paiement/notification`,
    returnUrl: `${origin}/paiement/retour`,
  });
  const told = opened.ok ? opened.value : { reference: null, pageUrl: null };
  await database.write((writes) =>
    writes.run(
      "payments_activation_opened",
      `update activation_payment set state = $2, reference = $3, page_url = $4, why = $5
       where id = $1 and state = 'opening'`,
      [
        id,
        opened.ok ? "open" : "failed",
        told.reference,
        told.pageUrl,
        opened.ok ? null : whyOf(opened.refusal),
      ],
    ),
  );
  return opened.ok ? { pageUrl: opened.value.pageUrl } : null;
}

const whyOf = (fault: GatewayFault): string =>
  fault.code === "refused" ? `${fault.text} (${fault.serviceCode})` : fault.reason;

/** The reference of a new one; undefined where this form had been sent before. */
async function prepare(
  writes: Writes,
  { actor, now, address }: SignedInVisit,
  { id, settingId }: { id: Id<"activation">; settingId: Id<"gatewaySetting"> },
): Promise<string | undefined> {
  const numbered = await writes.row<{ number: number }>(
    "payments_activation_number",
    "select nextval('payment_attempt_number') as number",
  );
  const made = refdet({ year: parisDate(now).year, number: 0 }, numbered?.number ?? 0);
  const written = await writes.run(
    "payments_activation_write",
    `insert into activation_payment (id, setting_id, refdet, amount_cents, state, by_label, at)
     values ($1, $2, $3, $4, 'opening', $5, $6)
     on conflict (id) do nothing`,
    [id, settingId, made, AMOUNT, actor.name, now.toString()],
  );
  if (written === 0) return undefined;
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.activation-opened",
    objectKind: "activation",
    objectId: id,
    facts: { refdet: made },
    address,
  });
  return made;
}

/** Asks the service what became of one, and keeps what it says; an answer that is final is not asked for again. */
export async function lookUpActivation(
  { database, now }: Pick<Visit, "database" | "now">,
  gatewayOf: GatewayOf,
  { id, settingId, reference, state, refdet: ours }: ActivationPayment,
): Promise<void> {
  if (reference === null || state !== "open") return;
  const setting = await database.read((reads) => settingOf(reads, settingId));
  const answered = await gatewayOf(setting).lookUp(reference);
  const asked = { refdet: ours, amount: AMOUNT, account: setting.account, mode: setting.mode };
  const next = answered.ok ? stateOf(answered.value, asked) : "open";
  const ended = answered.ok && answered.value.kind === "ended" ? answered.value : null;
  const fault = answered.ok ? undefined : answered.refusal.raw;
  await database.write((writes) =>
    writes.run(
      "payments_activation_answered",
      `update activation_payment set state = $2, means = $3, raw = $4, answered_at = $5
       where id = $1 and state = 'open'`,
      [
        id,
        next,
        next === "paid" ? (ended?.means ?? "card") : null,
        ended?.raw ?? fault ?? null,
        now.toString(),
      ],
    ),
  );
}

function stateOf(answer: GatewayAnswer, asked: Parameters<typeof differences>[0]): ActivationState {
  if (answer.kind === "waiting") return "open";
  if (answer.kind === "gone") return "gone";
  return differences(asked, answer).length > 0 ? "differing" : answer.outcome;
}

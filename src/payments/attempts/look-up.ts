import { postEntry } from "#billing";
import type { Background } from "#identity";
import { parisDate, type Id, type Result } from "#kernel";
import { announce, type Writes } from "#platform";

import type { GatewayAnswer, GatewayFault, GatewayResult } from "../gateway/gateway.ts";
import { tellContradiction } from "../reconciliation/contradictions.ts";
import { bookPlaces } from "../basket/attempt-places.ts";
import { courseOf, isLive, OPENING_MINUTES, type AttemptState, type Course } from "./attempt-course.ts";
import { settingOf, type GatewayOf, type KeptSetting } from "../settings/setting.ts";
import { attemptById, debtsOf, lockAttempt, type Attempt } from "./attempt.ts";
import { freeHeld } from "./free-held.ts";
import { QUIET_SECONDS } from "./hints.ts";
import { failed } from "./open-attempt.ts";

/** What the service says when nobody paid. */
const UNPAID: readonly AttemptState[] = ["refused", "abandoned", "gone"];

/** Who wants to know. */
export type LookUpCause = "notification" | "return" | "poll" | "family" | "agent";

/**
 * Asks the service what became of an attempt, and writes what it says: the look-up as it came, the state, the payment or
 * the difference. Asked at once by a notification, a return and a job, it writes one payment.
 * @returns the state now; undefined where there is no such attempt
 */
export async function lookUp(
  { database, authority, now }: Pick<Background, "database" | "authority" | "now">,
  gatewayOf: GatewayOf,
  { attempt: id, cause }: { attempt: Id<"attempt">; cause: LookUpCause },
): Promise<AttemptState | undefined> {
  const found = await database.read(async (reads) => {
    const attempt = await attemptById(reads, id);
    return attempt && { attempt, setting: await settingOf(reads, attempt.settingId) };
  });
  if (found === undefined) return undefined;
  const { attempt, setting } = found;
  const { reference } = attempt;
  if (reference === null) return neverOpened(database, attempt, now);
  const answered = await gatewayOf(setting).lookUp(reference);
  return database.write(async (writes) => {
    // Held before anything is written: the foreign key of a look-up holds it too, and two of them would wait for each other.
    const current = await lockAttempt(writes, id);
    if (current === undefined) throw new Error(`Attempt ${id} is gone`);
    await keepLookUp(writes, { id, cause, answered, now });
    const course = courseOf(openedOf(current, setting), answered, now);
    // The payment first: it locks slots, then the bookings that letting go holds too.
    if (course.paid !== null && (await writePayment(writes, current, course.paid, now)))
      await announce(writes, authority.id, { type: "payments.received", facts: { payment: id } });
    await follow(writes, current, course, now);
    return course.state;
  });
}

async function neverOpened(
  database: Background["database"],
  attempt: Attempt,
  now: Temporal.Instant,
): Promise<AttemptState> {
  const age = now.since(attempt.at).total("minutes");
  if (attempt.state !== "opening" || age < OPENING_MINUTES) return attempt.state;
  await database.write((writes) => failed(writes, attempt, null, now));
  return "failed";
}

/** What was asked of the service, from what was kept. */
function openedOf(attempt: Attempt, { account, mode }: KeptSetting) {
  const { state, at, refdet, amount } = attempt;
  return { state, openedAt: at, asked: { refdet, amount, account, mode } };
}

async function keepLookUp(
  writes: Writes,
  of: {
    id: Id<"attempt">;
    cause: LookUpCause;
    answered: Result<GatewayAnswer, GatewayFault>;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { id, cause, answered, now } = of;
  const told = answered.ok ? answered.value : answered.refusal;
  await writes.run(
    "payments_look_up_write",
    "insert into look_up_entry (attempt_id, cause, answer, raw, at) values ($1, $2, $3, $4, $5)",
    [id, cause, JSON.stringify(told), "raw" in told ? told.raw : null, now.toString()],
  );
}

async function follow(
  writes: Writes,
  { id }: Attempt,
  { state, next, alert, differing }: Course,
  now: Temporal.Instant,
): Promise<void> {
  await writes.run(
    "payments_attempt_follow",
    // A hint that came after the question may be about more than the answer: it keeps its own time.
    `update payment_attempt
     set state = $2, alerted_at = case when $4 then coalesce(alerted_at, $5) end,
         next_look_up = case when hinted_at > $5 and $3::timestamptz is not null
                             then least($3, hinted_at + make_interval(secs => $6)) else $3 end
     where id = $1`,
    [id, state, next?.toString() ?? null, alert, now.toString(), QUIET_SECONDS],
  );
  if (!isLive(state)) await freeHeld(writes, id);
  if (UNPAID.includes(state)) await tellContradiction(writes, id, now);
  if (differing === null) return;
  await writes.run(
    "payments_anomaly_write",
    `insert into payment_anomaly (attempt_id, differences, answer, at) values ($1, $2, $3, $4)
     on conflict (attempt_id) do nothing`,
    [id, JSON.stringify(differing.differences), JSON.stringify(differing.answer), now.toString()],
  );
}

/**
 * Writes the payment of an attempt, posts it and books the places that it pays, once whatever happens at the same moment: the unique attempt of the
 * statement that writes it decides. Where no moment is told, it is of the `day` given, else of today.
 */
export async function writePayment(
  writes: Writes,
  attempt: Attempt,
  paid: Pick<GatewayResult, "amount" | "means" | "authorisation" | "at"> & { day?: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<boolean> {
  const { amount, means, authorisation, at } = paid;
  const day = at?.toPlainDate() ?? paid.day ?? parisDate(now);
  const made = await writes.row<{ id: Id<"payment"> }>(
    "payments_payment_write",
    `insert into payment (id, household_id, guardian_id, means, amount_cents, day, paid_at, attempt_id, authorisation, at)
     values ($1, $2, $3, $4, $5, $6, $7, $1, $8, $9)
     on conflict (attempt_id) do nothing
     returning id`,
    [
      attempt.id,
      attempt.householdId,
      attempt.guardianId,
      means ?? "card",
      amount,
      day.toString(),
      at?.toString() ?? null,
      authorisation,
      now.toString(),
    ],
  );
  if (made === undefined) return false;
  const debts = await debtsOf(writes, attempt.id);
  await postEntry(writes, {
    payer: attempt,
    kind: "payment",
    cents: amount,
    day,
    sourceId: made.id,
    toward: debts.map(({ invoiceId }) => invoiceId),
    means: means ?? "card",
    at: now,
  });
  await bookPlaces(writes, attempt, { paid: amount, now });
  return true;
}

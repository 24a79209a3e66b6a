import { cents, formatCents, formatMoment, parisDateTime } from "#kernel";

import type { SimulatedAttempt } from "../attempt.ts";
import { DEMONSTRATION_NUMCLI } from "../clients.ts";
import { FAULT_NAMES, type FaultPlan } from "../faults.ts";
import { simulatorPage } from "./layout.tsx";
import { texts } from "./texts.fr.ts";

const SHOWN = 30;

/** What may be switched on, what time it is, and what was opened lately. */
export function controlPage(
  plan: FaultPlan,
  now: Temporal.Instant,
  attempts: readonly SimulatedAttempt[],
): string {
  return simulatorPage(
    texts.controlTitle,
    <>
      <p>{texts.controlIntro}</p>
      <h2>{texts.faultsTitle}</h2>
      <form method="post" action="/simulateur/pannes">
        {FAULT_NAMES.map((name) => (
          <Amount key={name} name={name} label={texts.faults[name]} value={plan.rates[name]} rate />
        ))}
        <Amount name="seed" label={texts.seed} value={plan.seed} />
        <Amount name="lateMs" label={texts.lateMs} value={plan.lateMs} />
        <button type="submit" class="main">
          {texts.save}
        </button>
      </form>
      <h2>{texts.timeTitle}</h2>
      <p>{texts.timeNow(momentOf(now))}</p>
      <form method="post" action="/simulateur/temps">
        <button type="submit" name="minutes" value="15">
          {texts.advance}
        </button>
      </form>
      <form method="post" action="/simulateur/nuit">
        <button type="submit">{texts.night}</button>
      </form>
      <h2>{texts.attemptsTitle}</h2>
      <Attempts attempts={attempts.slice(-SHOWN).toReversed()} />
      <p>
        <a href={`/simulateur/releve.csv?numcli=${DEMONSTRATION_NUMCLI}`} download>
          {texts.report(DEMONSTRATION_NUMCLI)}
        </a>
      </p>
    </>,
  );
}

function Amount(props: { name: string; label: string; value: number; rate?: boolean }) {
  const limits = props.rate ? { min: 0, max: 1, step: 0.05 } : { step: 1 };
  return (
    <label>
      {props.label}
      <input type="number" name={props.name} value={props.value} {...limits} />
    </label>
  );
}

function Attempts({ attempts }: { attempts: readonly SimulatedAttempt[] }) {
  if (attempts.length === 0) return <p>{texts.none}</p>;
  return (
    <ul>
      {attempts.map((attempt) => (
        <li key={attempt.idOp}>
          {attempt.refdet}
          {", "}
          {formatCents(cents(Number(attempt.montant)))}
          {", "}
          {momentOf(Temporal.Instant.from(attempt.createdAt))}
          {" : "}
          {stateOf(attempt)}
        </li>
      ))}
    </ul>
  );
}

function stateOf({ result, openedAt }: SimulatedAttempt): string {
  if (result !== null) return texts.states[result.resultrans];
  return openedAt === null ? texts.states.created : texts.states.opened;
}

function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

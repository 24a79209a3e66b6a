import { capitalise, formatDay, formatMoment, formatTime, parisDate, parisDateTime, type Id } from "#kernel";
import {
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  EmptyState,
  Fieldset,
  FormToken,
  Notice,
  Radios,
  StateLabel,
  type FieldMessage,
  type Page,
} from "#platform";
import type { z } from "zod";

import { lineKey } from "../../../planning/line-facts.ts";
import type { HeldToday } from "../../../absences/absent-places.ts";
import { untilSentence } from "../../../rules/deadline-sentence.ts";
import type { absenceDone } from "./absence-form.ts";
import type { AbsencesFor } from "./absences-for.ts";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface AbsencesView {
  held: readonly HeldToday[];
  /** The last day for the proof of what is announced, by `lineKey`. */
  proofDays: ReadonlyMap<string, Temporal.PlainDate>;
  now: Temporal.Instant;
  pageKey: string;
  /** The number to call; empty where the authority has not said. */
  phone: string;
  /** What was just done; null on a first look. */
  done: { act: "said" | "cancelled" | "taken-back"; receipt: Id<"submission"> | null } | null;
  whom: AbsencesFor;
  /** Where the family sends its proof; undefined where it is brought to an agent. */
  proving?: string | undefined;
  /** A form that came back: what was ticked, the reason, and what to write instead. */
  correction?: Correction;
}

interface Correction {
  places: ReadonlySet<string>;
  cause: "maladie" | "autre";
  messages: readonly FieldMessage[];
}

/** The id of the first box, where the summary of what is to correct leads. */
const FIRST_BOX = "place";

/** What the address says was just done. */
export function doneOf({ fait, recu }: z.output<typeof absenceDone>): AbsencesView["done"] {
  return fait === undefined ? null : { act: DONE[fait], receipt: recu ?? null };
}

const DONE = { annonce: "said", annule: "cancelled", retrait: "taken-back" } as const;

/** The places of today and of the coming week, to say which of them will not be used. */
export function absencesPage(view: AbsencesView): Page {
  const { held, proofDays, now, pageKey, phone, done, whom, proving, correction } = view;
  const open = held.some(({ saidAt }) => saidAt === null);
  return {
    title: whom.title,
    section: whom.section,
    dense: whom.dense,
    ...(done === null ? {} : { flash: <Done done={done} phone={phone} whom={whom} proving={proving} /> }),
    ...(correction === undefined
      ? {}
      : { toCorrect: true, flash: <ErrorSummary items={toCorrect(correction.messages)} /> }),
    ...(whom.before === null ? {} : { before: whom.before }),
    main: (
      <>
        <h1>{whom.title}</h1>
        {held.length === 0 ? (
          <EmptyState title={texts.nothing.title}>
            <p>{whom.nothing}</p>
            <ButtonLink href={whom.planning}>{texts.planning}</ButtonLink>
          </EmptyState>
        ) : (
          <>
            <p class="lead">{whom.lead}</p>
            {open && whom.banner}
            <form method="post" action={whom.base}>
              <FormToken />
              <input type="hidden" name="cle" value={pageKey} />
              <Days {...{ held, proofDays, now, whom, correction }} afresh={done === null} />
              {open && (
                <>
                  <Radios
                    name="raison"
                    legend={texts.cause}
                    value={correction?.cause ?? "maladie"}
                    options={[
                      { value: "maladie", label: texts.sick },
                      { value: "autre", label: texts.other },
                    ]}
                  />
                  <Button wide>{whom.send}</Button>
                </>
              )}
            </form>
          </>
        )}
      </>
    ),
  };
}

/** Each message once, with the box or the answer that it is about. */
function toCorrect(messages: readonly FieldMessage[]) {
  return [...new Map(messages.map(({ field, message }) => [message, field]))].map(([message, field]) => ({
    message,
    field: field.startsWith("place") ? FIRST_BOX : field,
  }));
}

function Days({
  held,
  proofDays,
  now,
  whom,
  correction,
  afresh,
}: Pick<AbsencesView, "held" | "proofDays" | "now" | "whom"> & {
  correction: Correction | undefined;
  afresh: boolean;
}) {
  const today = parisDate(now);
  const ofToday = held.filter(({ date }) => date.equals(today));
  // With several children at the site, who is ill is for the family to say. Once something was done, nothing is ticked:
  // Lina’s day cancelled, Hugo is alone today, and a second click would give his back too.
  const one = afresh && new Set(ofToday.map(({ participantId }) => participantId)).size === 1;
  const usual = whom.ticked ?? (({ date }) => one && date.equals(today));
  const ticked = (place: HeldToday) => correction?.places.has(valueOf(place)) ?? usual(place);
  const firstOpen = held.find(({ saidAt }) => saidAt === null);
  const message = correction?.messages.find(({ field }) => field.startsWith("place"))?.message;
  return (
    <>
      {[...Map.groupBy(held, ({ date }) => date.toString()).values()].map((places) => {
        const [first] = places;
        if (first === undefined) return null;
        return (
          <Fieldset
            id={`jour-${first.date.toString()}`}
            legend={legendOf(first.date, today)}
            correction={firstOpen !== undefined && places.includes(firstOpen) ? message : undefined}
          >
            {places.map((place) => (
              <Place
                place={place}
                proofDay={proofDays.get(lineKey(place))}
                now={now}
                checked={ticked(place)}
                takeBack={whom.takeBack}
                id={place === firstOpen ? FIRST_BOX : undefined}
              />
            ))}
          </Fieldset>
        );
      })}
    </>
  );
}

function valueOf({ participantId, slotId }: HeldToday): string {
  return `${participantId} ${slotId}`;
}

function Place({
  place,
  proofDay,
  now,
  checked,
  takeBack,
  id,
}: {
  place: HeldToday;
  proofDay: Temporal.PlainDate | undefined;
  now: Temporal.Instant;
  checked: boolean;
  takeBack: string | null;
  id: string | undefined;
}) {
  const { firstName, unitName, activityName, saidAt, act, cancelUntil, startsAt } = place;
  const what = texts.place(firstName, unitName);
  if (saidAt !== null) {
    return (
      <>
        <p>
          <StateLabel tone="late" word={texts.saidWord} /> {what}
          <br />
          <span class="soft">
            {texts.said(momentOf(saidAt, parisDate(now)))}
            {proofDay !== undefined && ` ${texts.proofUntil(proofDay)}`}
          </span>
        </p>
        {takeBack !== null && Temporal.Instant.compare(startsAt, now) > 0 && (
          <p>
            <Button variant="secondary" name="retirer" value={valueOf(place)} formaction={takeBack}>
              {texts.takeBack}
              <span class="vh"> : {what}</span>
            </Button>
          </p>
        )}
      </>
    );
  }
  return (
    <Checkbox
      id={id}
      name="place"
      value={valueOf(place)}
      checked={checked}
      label={`${what} (${activityName})`}
      hint={act === "cancel" ? texts.cancel(untilSentence(cancelUntil, "cancel")) : texts.late}
    />
  );
}

function Done({
  done,
  phone,
  whom,
  proving,
}: Pick<AbsencesView, "phone" | "whom" | "proving"> & { done: NonNullable<AbsencesView["done"]> }) {
  if (done.act === "taken-back") {
    return (
      <Notice tone="success" title={texts.takenBack.title} announce>
        <p>{texts.takenBack.sentence}</p>
      </Notice>
    );
  }
  const said = done.act === "said";
  return (
    <Notice tone="success" title={said ? texts.done.title : texts.done.cancelled} announce>
      {said && (
        <p>
          {whom.kept} {whom.tellPhone && phone !== "" && texts.done.call(phone)} {whom.history}
        </p>
      )}
      {said && proving !== undefined && (
        <p>
          <a href={proving}>{texts.done.prove}</a>
        </p>
      )}
      {said && done.receipt !== null && <p>{texts.done.cancelled}</p>}
      {done.receipt !== null && (
        <p>
          <a href={`/recus/${done.receipt}`}>{texts.done.receipt}</a>
        </p>
      )}
    </Notice>
  );
}

function legendOf(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (date.equals(today)) return texts.today(formatDay(date));
  if (date.equals(today.add({ days: 1 }))) return texts.tomorrow(formatDay(date));
  return capitalise(formatDay(date));
}

/** « à 7 h 40 » on the same day, else « le lundi 9 novembre à 7 h 40 ». */
function momentOf(at: Temporal.Instant, today: Temporal.PlainDate): string {
  const local = parisDateTime(at);
  const time = formatTime(local.toPlainTime());
  return local.toPlainDate().equals(today)
    ? `à ${time}`
    : `le ${formatMoment(local.toPlainDate(), local.toPlainTime())}`;
}

import {
  BackLink,
  Button,
  DataTable,
  ErrorSummary,
  FormToken,
  Notice,
  Radios,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import type { Departure } from "../../../departures/leave.ts";
import { texts } from "./texts.fr.ts";

/** Days that are listed; the count tells of the others. */
const MOST_LISTED = 20;
/** The longest reason. */
export const LONGEST_REASON = 300;

/** What stands in the way of a departure, and where that is changed. */
export interface InTheWay {
  sentences: readonly string[];
  next: { label: string; href: string };
}

/** Says why somebody cannot leave yet, and what to do first. */
export function barredPage(file: string, { sentences, next }: InTheWay): Page {
  return {
    title: texts.impossible,
    section: "families",
    dense: true,
    before: <BackLink href={file} label={texts.back} />,
    main: (
      <>
        <h1>{texts.impossible}</h1>
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p>
          <a href={next.href}>{next.label}</a>
        </p>
      </>
    ),
  };
}

/** Says what a departure means and meets, and asks why and what becomes of what is booked. */
export function departurePage(view: {
  departure: Departure;
  kind: "guardian" | "participant";
  file: string;
  action: string;
  typed: { raison: string; reservations: string };
  corrections: readonly Correction[];
  warning?: string;
}): Page {
  const { departure, kind, file, action, typed, corrections, warning } = view;
  const booked = departure.days.filter((day) => day.kind === "booked");
  const waiting = departure.days.length - booked.length;
  const correction = (name: string) => corrections.find(({ field }) => field === name)?.message;
  const title = texts.title(departure.name);
  return {
    title,
    section: "families",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={file} label={texts.back} />,
    flash: (
      <>
        <ErrorSummary items={corrections} />
        {warning !== undefined && (
          <Notice tone="warning" announce>
            <p>{warning}</p>
          </Notice>
        )}
      </>
    ),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts[kind === "guardian" ? "guardian" : "child"]}</p>
        {kind === "participant" && booked.length === 0 && <p>{texts.none}</p>}
        {waiting > 0 && <p>{texts.waiting(waiting)}</p>}
        {booked.length > 0 && (
          <>
            <DataTable
              caption={texts.booked(booked.length)}
              rows={booked.slice(0, MOST_LISTED)}
              columns={[
                { header: texts.day, rowHeader: true, cell: ({ date }) => texts.date(date) },
                {
                  header: texts.what,
                  cell: ({ unitName, activityName, siteName }) =>
                    texts.unit(unitName, activityName, siteName),
                },
              ]}
            />
            {booked.length > MOST_LISTED && <p>{texts.more(booked.length - MOST_LISTED)}</p>}
          </>
        )}
        <form method="post" action={action}>
          <FormToken />
          <input type="hidden" name="vu" value={departure.seen} />
          {booked.length > 0 && (
            <Radios
              name="reservations"
              legend={texts.choice}
              value={typed.reservations}
              options={(departure.mayCancel ? (["cancel", "keep"] as const) : (["keep"] as const)).map(
                (value) => ({ value, label: texts.choices[value], hint: texts.choiceHints[value] }),
              )}
              correction={correction("reservations")}
            />
          )}
          {booked.length > 0 && !departure.mayCancel && <p>{texts.notEverywhere}</p>}
          <TextField
            name="raison"
            label={texts.reason}
            hint={texts.reasonHint}
            value={typed.raison}
            maxLength={LONGEST_REASON}
            correction={correction("raison")}
          />
          <Button variant="warning">{texts.save}</Button>
        </form>
      </>
    ),
  };
}

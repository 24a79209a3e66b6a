import { BackLink, Button, DateField, ErrorSummary, FormToken, type Page } from "#platform";

import type { EnrolmentCard, EnrolmentReader } from "../../../enrolments/find-enrolment.ts";
import { enrolmentAddress, planningAddress } from "./enrolment-address.ts";
import { texts } from "./texts.fr.ts";

/** Asks from which day on an enrolment ends; where days are booked then, says which and leads to the planning. */
export function endPage(shown: {
  reader: EnrolmentReader;
  card: EnrolmentCard;
  today: Temporal.PlainDate;
  typed: Temporal.PlainDate | undefined;
  correction: string | null;
}): Page {
  const { reader, card, today, typed, correction } = shown;
  const own = reader === "family";
  const title = texts.end.title(card.firstName, card.activityName);
  const receipt = enrolmentAddress(reader, card);
  return {
    title,
    section: own ? "enrolments" : "families",
    dense: !own,
    before: <BackLink href={receipt} label={texts.backToReceipt} />,
    ...(correction === null
      ? {}
      : { toCorrect: true, flash: <ErrorSummary items={[{ field: "des", message: correction }]} /> }),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.end.lead(card.lastDay)}</p>
        <form method="post" action={`${receipt}/arreter`}>
          <FormToken />
          <DateField
            name="des"
            label={texts.end.from}
            value={typed?.toString() ?? ""}
            min={today.toString()}
            max={card.lastDay.toString()}
            correction={correction ?? undefined}
          />
          <p class="row">
            <Button variant="warning">{texts.end.submit}</Button>
            <a href={planningAddress(reader, card)}>{texts.end.planning}</a>
          </p>
        </form>
      </>
    ),
  };
}

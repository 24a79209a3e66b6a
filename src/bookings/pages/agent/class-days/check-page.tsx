import type { SignedIn } from "#identity";
import {
  BackLink,
  Button,
  Card,
  Checkbox,
  ErrorSummary,
  Fieldset,
  FormToken,
  type Correction,
  type Page,
} from "#platform";

import type { ClassDayEffect, WantedClassDay } from "../../../class-days/say-of-class.ts";
import type { FamilyToPhone } from "../../../closing/closing-queries.ts";
import { PhoneList } from "../closures/phone-list.tsx";
import { typedFrom } from "./class-form.ts";
import { texts } from "./texts.fr.ts";

/** Says in words what it will do, with the button that does it. */
export function checkPage(props: {
  actor: SignedIn;
  pageKey: string;
  wanted: Omit<WantedClassDay, "id">;
  effect: ClassDayEffect;
  toPhone: readonly FamilyToPhone[];
  corrections?: readonly Correction[];
}): Page {
  const { wanted, effect, toPhone, corrections = [] } = props;
  const { bookings } = effect;
  const participants = new Set(bookings.map(({ participantId }) => participantId)).size;
  const households = new Set(bookings.map(({ householdId }) => householdId)).size;
  const told = households - toPhone.length;
  const typed = typedFrom(wanted);
  const title = texts.check.title(texts.classOf(wanted), wanted);
  const chooses = wanted.kind === "away" && effect.activities.length > 0;
  return {
    title,
    section: "class-days",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(corrections.length > 0 ? { flash: <ErrorSummary items={corrections} /> } : {}),
    before: <BackLink href="/agent/classes" label={texts.back} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <Card title={texts.check.what}>
          <ul>
            <li>{texts.kinds[wanted.kind]}.</li>
            <li>{texts.check.children(effect.children)}</li>
            {bookings.length === 0 && <li>{texts.check.nobody}</li>}
            {bookings.length > 0 && (
              <li>
                {wanted.kind === "away"
                  ? texts.check.away(bookings.length, participants, households)
                  : texts.check.mayCancel(bookings.length, participants)}
              </li>
            )}
            {wanted.kind === "away" && effect.waiting.length > 0 && (
              <li>{texts.check.waiting(effect.waiting.length)}</li>
            )}
            {chooses && <li>{texts.check.shut}</li>}
            {told > 0 && <li>{texts.check.told(told)}</li>}
            {effect.elsewhere > 0 && <li>{texts.check.elsewhere(effect.elsewhere)}</li>}
          </ul>
          <PhoneList families={toPhone} actor={props.actor} />
        </Card>
        <form method="post" action="/agent/classes/enregistrer">
          <FormToken />
          <input type="hidden" name="cle" value={props.pageKey} />
          <input type="hidden" name="prevu" value={chooses ? "1" : "0"} />
          {Object.entries(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {chooses && (
            <Fieldset
              id="activite"
              legend={texts.check.activities}
              hint={texts.check.activitiesHint}
              correction={corrections.find(({ field }) => field === "activite")?.message}
            >
              {effect.activities.map((activity) => (
                <Checkbox
                  name="activite"
                  value={activity.activityId}
                  checked
                  label={labelOf(activity, bookings)}
                />
              ))}
            </Fieldset>
          )}
          <p class="row">
            <Button variant={chooses ? "warning" : "primary"}>{texts.check.submit[wanted.kind]}</Button>
            <a href={`/agent/classes?${new URLSearchParams(typed).toString()}#classe`}>
              {texts.check.change}
            </a>
          </p>
        </form>
      </>
    ),
  };
}

function labelOf(
  { activityId, activityName, siteName }: ClassDayEffect["activities"][number],
  bookings: ClassDayEffect["bookings"],
): string {
  const own = bookings.filter((booking) => booking.activityId === activityId);
  return texts.check.activity(activityName, siteName, own.length);
}

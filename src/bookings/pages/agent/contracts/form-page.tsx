import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  Details,
  ErrorSummary,
  Fieldset,
  FormToken,
  type Correction,
  type Page,
} from "#platform";

import type { CareContract, CarePlace } from "../../../contracts/contract-queries.ts";
import { contractWords } from "../../../rules/contract/contract-words.ts";
import { contractsAddress, type TypedContract } from "./contract-form.ts";
import { texts } from "./texts.fr.ts";
import { WeekFields } from "./week-fields.tsx";

/** What the form is drawn from. */
export interface FormView {
  household: Id<"household">;
  place: CarePlace;
  weekdays: readonly number[];
  /** The contract that is changed; null for a new one. */
  before: CareContract | null;
  typed: TypedContract;
  corrections: readonly Correction[];
}

/** The form of a contract, or of a change from a day on. */
export function formPage(view: FormView): Page {
  const { household, place, before, typed, corrections } = view;
  const title = before === null ? texts.form.title(place.firstName) : texts.form.changeTitle(place.firstName);
  const base = contractsAddress(household);
  return {
    title,
    section: "families",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={base} label={texts.backToList} />,
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.list.placeOf(place)}</p>
        {before !== null && <p>{texts.form.changeLead(contractWords(before.terms))}</p>}
        <form method="post" action={`${base}/verifier`}>
          <FormToken />
          <input type="hidden" name="inscription" value={typed.inscription} />
          <input type="hidden" name="prestation" value={typed.prestation} />
          <input type="hidden" name="remplace" value={typed.remplace} />
          <Fields {...view} />
          <p class="soft">
            {texts.form.occasional}{" "}
            <a href={`/agent/familles/${household}/planning`}>{texts.form.planning}</a>
          </p>
          <Button>{texts.form.submit}</Button>
        </form>
      </>
    ),
  };
}

function Fields({ place, weekdays, before, typed, corrections }: FormView) {
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  const days = { min: place.firstDay.toString(), max: place.lastDay.toString() };
  const week = { weekdays, hours: place.hours, correction };
  const adaptingAsked = corrections.some(({ field }) => field?.includes("adaptation") === true);
  return (
    <>
      <DateField
        name="du"
        label={before === null ? texts.form.firstDay : texts.form.changeDay}
        hint={texts.form.enrolment(place)}
        value={typed.du}
        correction={correction("du")}
        {...days}
      />
      <DateField
        name="au"
        label={texts.form.lastDay}
        value={typed.au}
        correction={correction("au")}
        {...days}
      />
      <div id="semaine">
        <Fieldset
          id="semaine-jours"
          legend={texts.form.week}
          hint={texts.form.weekHint}
          correction={correction("semaine")}
        >
          <WeekFields prefix="" arrivals={typed.arrivee} departures={typed.depart} {...week} />
        </Fieldset>
      </div>
      <Details summary={texts.form.adapting} open={typed.adaptation !== "" || adaptingAsked}>
        <DateField
          name="adaptation"
          label={texts.form.adaptingDay}
          value={typed.adaptation}
          correction={correction("adaptation")}
          optional
          {...days}
        />
        <div id="semaine-adaptation">
          <Fieldset
            id="semaine-adaptation-jours"
            legend={texts.form.adaptingWeek}
            hint={texts.form.adaptingHint}
            correction={correction("semaine-adaptation")}
          >
            <WeekFields
              prefix="adaptation-"
              arrivals={typed["adaptation-arrivee"]}
              departures={typed["adaptation-depart"]}
              {...week}
            />
          </Fieldset>
        </div>
      </Details>
    </>
  );
}

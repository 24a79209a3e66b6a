import { formatBirthDate } from "#kernel";
import { Button } from "#platform";

import { MOST_COMERS, type Comer } from "../../../day/find-comers.ts";
import type { ShownUnit } from "./shown-day.ts";
import { texts } from "./texts.fr.ts";

/** What was looked for, and who was found. */
export interface Search {
  typed: string;
  found: readonly Comer[];
  /** The agent looks among everybody, not only among those enrolled here. */
  everybody: boolean;
}

/** To add who came without a place: a search, then a box for each unit that he or she is not on the list of. */
export function Comers({ search, units }: { search: Search; units: readonly ShownUnit[] }) {
  const open = units.filter(({ closedBecause }) => closedBecause === null);
  return (
    <section aria-labelledby="venus">
      <h2 id="venus">{texts.comer.title}</h2>
      <div class="inline-form">
        <div class="field">
          <label class="label" for="cherche">
            {texts.comer.label}
          </label>
          <p class="hint" id="cherche-hint">
            {search.everybody ? texts.comer.hint : texts.comer.hintHere}
          </p>
          <input
            class="input"
            type="search"
            name="cherche"
            id="cherche"
            value={search.typed}
            maxLength={80}
            autocomplete="off"
            aria-describedby="cherche-hint"
          />
        </div>
        <Button variant="secondary">{texts.comer.search}</Button>
      </div>
      {search.typed !== "" && search.found.length === 0 && (
        <p>
          {texts.comer.none(search.typed)} {search.everybody ? texts.comer.noneMore : texts.comer.noneHere}
        </p>
      )}
      {search.found.length > 0 && (
        <>
          <ul class="notings">
            {search.found.map((comer) => (
              <li>
                <fieldset class="noting">
                  <legend>
                    {comer.lastName} {comer.firstName}{" "}
                    <span class="hint">
                      {[
                        ...(comer.birthDate === null
                          ? []
                          : [texts.comer.born(formatBirthDate(comer.birthDate))]),
                        comer.householdLabel,
                        comer.enrolled ? texts.comer.enrolled : texts.comer.notEnrolled,
                      ].join(", ")}
                    </span>
                  </legend>
                  {open.map((unit) => (
                    <ComerBox comer={comer} unit={unit} />
                  ))}
                </fieldset>
              </li>
            ))}
          </ul>
          {search.found.length === MOST_COMERS && <p>{texts.comer.more}</p>}
          <Button>{texts.comer.save}</Button>
        </>
      )}
    </section>
  );
}

/** A box that notes somebody present; whoever stands in the list above is noted there, not twice. */
function ComerBox({ comer, unit }: { comer: Comer; unit: ShownUnit }) {
  const listed = unit.groups
    .flatMap(({ lines }) => lines)
    .find(({ participantId }) => participantId === comer.participantId);
  const where = `${unit.unitName}, ${unit.activityName}`;
  if (listed !== undefined)
    return (
      <p>
        {where}
        {"\u00a0: "}
        <a href={`#ligne-${listed.index}`}>
          {texts.comer.listed}
          <span class="vh">{` ${comer.firstName} ${comer.lastName}`}</span>
        </a>
      </p>
    );
  return (
    <label class="choice">
      <input
        class="check"
        type="checkbox"
        name="venu"
        value={`${unit.slotId} ${comer.participantId} ${comer.householdId}`}
      />
      <span>
        {texts.comer.choose}
        <span class="vh">{` ${comer.firstName} ${comer.lastName}`}</span>
        {"\u00a0: "}
        {where}
      </span>
    </label>
  );
}

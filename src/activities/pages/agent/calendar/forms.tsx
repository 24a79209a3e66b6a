import type { HolidayZone, SchoolZone } from "#kernel";
import { Button, FormToken, Radios, TextArea, type Correction } from "#platform";

import { texts } from "./texts.fr.ts";

/** The most that is read of a pasted file: one zone over some ten years is far below. */
export const LONGEST_TEXT = 150_000;

const correctionFor = (corrections: readonly Correction[], field: string) =>
  corrections.find((item) => item.field === field)?.message;

/** Which holidays count here. */
export function ChoiceForm(props: {
  setting: { publicHolidays: HolidayZone; schoolZone: SchoolZone } | undefined;
  corrections: readonly Correction[];
}) {
  return (
    <section>
      <h2>{texts.choice.title}</h2>
      {props.setting === undefined && <p>{texts.choice.none}</p>}
      <form method="post" action="/agent/calendrier/choix/verifier">
        <FormToken />
        <Radios
          name="zone"
          legend={texts.choice.zone}
          value={props.setting?.schoolZone}
          correction={correctionFor(props.corrections, "zone")}
          options={(["A", "B", "C"] as const).map((zone) => ({
            value: zone,
            label: texts.choice.zoneName(zone),
            hint: texts.choice.zones[zone],
          }))}
        />
        <Radios
          name="feries"
          legend={texts.choice.holidays}
          value={props.setting?.publicHolidays}
          correction={correctionFor(props.corrections, "feries")}
          options={(["metropole", "alsace-moselle"] as const).map((zone) => ({
            value: zone,
            label: texts.choice.holidayZones[zone],
          }))}
        />
        <Button>{texts.choice.submit}</Button>
      </form>
    </section>
  );
}

/** Where a file of school holidays is pasted. */
export function ImportForm(props: { title: string; text: string; corrections: readonly Correction[] }) {
  return (
    <section id="import">
      <h2>{props.title}</h2>
      <form method="post" action="/agent/calendrier/import/verifier">
        <FormToken />
        <TextArea
          name="texte"
          label={texts.import.text}
          hint={texts.import.hint}
          value={props.text}
          rows={8}
          maxLength={LONGEST_TEXT}
          correction={correctionFor(props.corrections, "texte")}
        />
        <Button>{texts.import.submit}</Button>
      </form>
    </section>
  );
}

import {
  Button,
  Checkbox,
  Fieldset,
  FormToken,
  Radios,
  Select,
  TextField,
  type FormReader,
  firstValue,
  valuesOf,
} from "#platform";

import { codeFrom } from "../../../../rules/code.ts";
import type { UnitSection } from "../../../../ruleset/schema.ts";
import { texts } from "../texts.fr.ts";
import type { OfferForm, Shown } from "./offer-form.tsx";
import {
  activitySubject,
  backToActivity,
  none,
  optionsOf,
  withSection,
  type ActivitySubject,
} from "./subject.ts";
import { UnitHours } from "./unit-fields.tsx";

interface UnitSubject extends ActivitySubject {
  unit: UnitSection | null;
  /** The other units of the activity. */
  others: readonly UnitSection[];
}

const BOOKED_BY = ["slot", "week", "season"] as const;
const STEPS = { "15": 15, "30": 30, "60": 60 } as const;

/** An agent adds a unit to an activity, or changes how one is booked. */
export const unitForm: OfferForm<UnitSubject> = {
  path: "/agent/offre/prestations",
  subject(state, values, today) {
    const known = activitySubject(state, values, today);
    const asked = firstValue(values, "prestation");
    const unit = known?.section.units.find(({ code }) => code === asked) ?? null;
    if (known === undefined || (asked !== "" && unit === null)) return undefined;
    return { ...known, unit, others: known.section.units.filter((other) => other !== unit) };
  },
  start: ({ unit, others }) =>
    valuesOf({
      nom: unit?.name ?? "",
      de: unit?.from ?? "",
      a: unit?.to ?? "",
      repas: unit?.meal ? "1" : "",
      pas: String(unit?.hourStep ?? ""),
      reserve: unit?.bookedBy ?? "slot",
      minimum: String(unit?.leastDaysAWeek ?? ""),
      enfants: String(unit?.companions ?? ""),
      seuls: unit?.counts === "companions" ? "1" : "",
      exclut: excludedWith(unit, others),
      demande: unit?.needs ?? [],
    }),
  read(reader, subject) {
    const { unit, others, section } = subject;
    const name = reader.named("nom", 120);
    const code =
      unit?.code ??
      codeFrom(
        name,
        section.units.map((known) => known.code),
      );
    const read = unitOf(reader, { code, name, others: others.map((other) => other.code) });
    // Of two that exclude each other one says it; what is unticked here is unsaid there.
    const rest = others.map(({ excludes = [], ...other }) => ({
      ...other,
      excludes: excludes.filter((excluded) => excluded !== code),
    }));
    const units =
      unit === null
        ? [...rest, read]
        : section.units.map((known) => (known === unit ? read : (rest[others.indexOf(known)] ?? known)));
    return withSection({ ...section, units });
  },
  title: ({ unit, activity }) =>
    unit === null ? texts.unit.add(activity.name) : texts.unit.change(unit.name),
  back: backToActivity,
  fields: (shown) => (
    <form method="post" action="/agent/offre/prestations/verifier">
      <FormToken />
      <input type="hidden" name="activite" value={shown.subject.activity.activityId} />
      {shown.subject.unit && <input type="hidden" name="prestation" value={shown.subject.unit.code} />}
      <TextField
        name="nom"
        label={texts.unit.name}
        hint={texts.unit.nameHint}
        value={firstValue(shown.values, "nom")}
        maxLength={120}
        correction={shown.correction("nom")}
      />
      <UnitHours {...shown} />
      <Booking {...shown} />
      <Related {...shown} field="exclut" legend={texts.unit.excludes} />
      <Related {...shown} field="demande" legend={texts.unit.needs} />
      <Button>{texts.form.check}</Button>
    </form>
  ),
};

function unitOf(
  reader: FormReader,
  { code, name, others }: { code: string; name: string; others: readonly string[] },
): UnitSection {
  const [from, to] = [reader.time("de"), reader.time("a")];
  const step = reader.choice("pas", ["", "15", "30", "60"]);
  const bookedBy = reader.choice("reserve", BOOKED_BY);
  const leastDaysAWeek = reader.count("minimum", { least: 2, most: 7 });
  const companions = reader.count("enfants", { least: 1, most: 20 });
  const alone = reader.ticked("seuls", ["1"]).length > 0;
  return {
    code,
    name,
    from,
    to,
    ...(reader.ticked("repas", ["1"]).length > 0 ? { meal: true } : {}),
    ...(step === undefined || step === "" ? {} : { hourStep: STEPS[step] }),
    ...(bookedBy === undefined ? {} : { bookedBy }),
    ...(leastDaysAWeek === undefined ? {} : { leastDaysAWeek }),
    ...(companions === undefined ? {} : { companions }),
    ...(companions !== undefined && alone ? { counts: "companions" as const } : {}),
    excludes: reader.ticked("exclut", others),
    needs: reader.ticked("demande", others),
  };
}

/** The units that exclude it or that it excludes, whichever says it. */
function excludedWith(unit: UnitSection | null, others: readonly UnitSection[]): string[] {
  if (unit === null) return [];
  return others
    .filter((other) => other.excludes?.includes(unit.code) || unit.excludes?.includes(other.code))
    .map(({ code }) => code);
}

function Booking({ values, correction }: Shown<UnitSubject>) {
  return (
    <>
      <Radios
        name="reserve"
        legend={texts.unit.bookedBy}
        value={firstValue(values, "reserve")}
        correction={correction("reserve")}
        options={optionsOf(texts.unit.bookedBys)}
      />
      <Select
        name="pas"
        label={texts.unit.step}
        hint={texts.unit.stepHint}
        value={firstValue(values, "pas")}
        correction={correction("pas")}
        options={[{ ...none, label: texts.unit.noStep }, ...optionsOf(texts.unit.steps)]}
        optional
      />
      <TextField
        name="minimum"
        label={texts.unit.least}
        hint={texts.unit.leastHint}
        inputmode="numeric"
        width="short"
        value={firstValue(values, "minimum")}
        correction={correction("minimum")}
        optional
      />
      <TextField
        name="enfants"
        label={texts.unit.companions}
        hint={texts.unit.companionsHint}
        inputmode="numeric"
        width="short"
        value={firstValue(values, "enfants")}
        correction={correction("enfants")}
        optional
      />
      <Checkbox
        name="seuls"
        value="1"
        label={texts.unit.companionsOnly}
        checked={firstValue(values, "seuls") === "1"}
      />
    </>
  );
}

function Related(props: Shown<UnitSubject> & { field: "exclut" | "demande"; legend: string }) {
  const { others } = props.subject;
  if (others.length === 0) return null;
  return (
    <Fieldset id={props.field} legend={props.legend}>
      {others.map(({ code, name }) => (
        <Checkbox
          name={props.field}
          value={code}
          label={name}
          checked={props.values.get(props.field)?.includes(code)}
        />
      ))}
    </Fieldset>
  );
}

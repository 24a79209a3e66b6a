import { Button, DateField, FormToken, Radios, TextField, firstValue, valuesOf } from "#platform";

import type { SeasonSection } from "../../../../ruleset/schema.ts";
import { sectionOf } from "../../../../ruleset/section-of.ts";
import { texts } from "../texts.fr.ts";
import { CapacityTable, readCapacities, startCapacities } from "./season-capacities.tsx";
import {
  DateFields,
  OpeningGrid,
  readDateGroups,
  readOpenings,
  startDates,
  startOpenings,
} from "./season-openings.tsx";
import type { OfferForm, Shown } from "./offer-form.tsx";
import { activitySubject, backToActivity, optionsOf, withSection, type SeasonSubject } from "./subject.ts";

const OPENS_ON = ["school", "holidays", "any"] as const;

/** An agent adds a season, or says from which day on it opens otherwise. */
export const seasonForm: OfferForm<SeasonSubject> = {
  path: "/agent/offre/saisons",
  subject(state, values, today) {
    const known = activitySubject(state, values, today);
    const seasonId = firstValue(values, "saison");
    const stored = known?.activity.seasons.find((season) => season.seasonId === seasonId);
    if (known === undefined || (seasonId !== "" && stored === undefined)) return undefined;
    const season = known.section.seasons?.find(({ name }) => name === stored?.name) ?? null;
    return { ...known, season, seasonId };
  },
  start: (subject, today) =>
    valuesOf({
      nom: subject.season?.name ?? "",
      debut: subject.season?.firstDay ?? "",
      fin: subject.season?.lastDay ?? "",
      ouvre: subject.season?.opensOn ?? "school",
      du: today.toString(),
      ...startOpenings(subject),
      ...startDates(subject),
      ...startCapacities(subject),
    }),
  read(reader, subject) {
    const { season, seasonId, section } = subject;
    const opensOn = reader.choice("ouvre", OPENS_ON);
    const read: SeasonSection = {
      name: reader.named("nom", 60),
      firstDay: reader.date("debut"),
      lastDay: reader.date("fin"),
      ...(opensOn === undefined ? {} : { opensOn }),
      openings: readOpenings(reader, subject),
      dates: readDateGroups(reader, subject),
      capacities: readCapacities(reader, subject),
    };
    if (seasonId === "") return withSection({ ...section, seasons: [...(section.seasons ?? []), read] });
    const from = reader.date("du");
    if (from === "") return withSection(section);
    // The other seasons as they will be that day: what is planned for them stays.
    const then = sectionOf(subject.activity, Temporal.PlainDate.from(from));
    const others = (then.seasons ?? []).filter(({ name }) => name !== season?.name);
    return { ...withSection({ ...then, seasons: [...others, read] }), from };
  },
  title: ({ season, activity }) =>
    season === null ? texts.season.add(activity.name) : texts.season.change(season.name, activity.name),
  back: backToActivity,
  fields: (shown) => (
    <form method="post" action="/agent/offre/saisons/verifier">
      <FormToken />
      <input type="hidden" name="activite" value={shown.subject.activity.activityId} />
      {shown.subject.seasonId !== "" && <input type="hidden" name="saison" value={shown.subject.seasonId} />}
      <SeasonDays {...shown} />
      <OpeningGrid {...shown} />
      <DateFields {...shown} />
      <CapacityTable {...shown} />
      {shown.subject.seasonId !== "" && (
        <DateField
          name="du"
          label={texts.season.from}
          hint={texts.season.fromHint}
          value={firstValue(shown.values, "du")}
          min={shown.today.toString()}
          correction={shown.correction("du")}
        />
      )}
      <Button>{texts.form.check}</Button>
    </form>
  ),
};

function SeasonDays({ values, correction }: Shown<SeasonSubject>) {
  return (
    <>
      <TextField
        name="nom"
        label={texts.season.name}
        hint={texts.season.nameHint}
        width="medium"
        value={firstValue(values, "nom")}
        maxLength={60}
        correction={correction("nom")}
      />
      <DateField
        name="debut"
        label={texts.season.firstDay}
        value={firstValue(values, "debut")}
        correction={correction("debut")}
      />
      <DateField
        name="fin"
        label={texts.season.lastDay}
        value={firstValue(values, "fin")}
        correction={correction("fin")}
      />
      <Radios
        name="ouvre"
        legend={texts.season.opensOn}
        value={firstValue(values, "ouvre")}
        correction={correction("ouvre")}
        options={optionsOf(texts.season.opensOns)}
      />
    </>
  );
}

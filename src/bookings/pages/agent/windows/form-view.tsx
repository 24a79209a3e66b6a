import { Button, DateField, FormToken, Select, TextField, type Correction } from "#platform";

import type { OfferedSeason } from "../../../enrolments/offered-seasons.ts";
import { texts } from "./texts.fr.ts";
import { EVERYBODY, type TypedWindow } from "./window-form.ts";

/** The form of a window, with what was typed and what to write instead. */
export function WindowFormView(props: {
  seasons: readonly OfferedSeason[];
  typed: TypedWindow;
  corrections: readonly Correction[];
}) {
  const { typed, seasons } = props;
  const at = (name: keyof TypedWindow) => ({
    name,
    value: typed[name],
    correction: props.corrections.find((item) => item.field === name)?.message,
  });
  return (
    <>
      <h2 id="ouverture">{typed.change === "" ? texts.form.title : texts.form.changeTitle}</h2>
      <form method="post" action="/agent/ouvertures/verifier">
        <FormToken />
        <input type="hidden" name="change" value={typed.change} />
        <Select {...at("saison")} label={texts.form.season} options={seasonOptions(seasons)} />
        <Select
          {...at("pour")}
          label={texts.form.group}
          hint={texts.form.groupHint}
          options={groupOptions(seasons, typed.pour)}
        />
        <DateField {...at("du")} label={texts.form.firstDay} hint={texts.form.firstDayHint} optional />
        <DateField {...at("au")} label={texts.form.lastDay} optional />
        <DateField {...at("ouvre")} label={texts.form.opensOn} />
        <TextField
          {...at("ouvre-heure")}
          label={texts.form.opensAt}
          hint={texts.form.hourHint}
          maxLength={5}
          width="short"
        />
        <DateField {...at("ferme")} label={texts.form.closesOn} hint={texts.form.closesHint} optional />
        <TextField {...at("ferme-heure")} label={texts.form.closesAt} maxLength={5} width="short" optional />
        <Button>{texts.form.submit}</Button>
      </form>
    </>
  );
}

function seasonOptions(seasons: readonly OfferedSeason[]) {
  return [
    { value: "", label: texts.form.chooseSeason },
    ...seasons.map(({ seasonId, activityName, seasonName }) => ({
      value: seasonId,
      label: texts.form.seasonOf(activityName, seasonName),
    })),
  ];
}

/** Everybody, then the groups that a rule defines; the one of the window that is changed stays. */
function groupOptions(seasons: readonly OfferedSeason[], known: string) {
  const named = new Map(
    seasons.flatMap(({ conditions }) =>
      conditions.flatMap((item) => (item.kind === "priority" ? [[item.group, item.name] as const] : [])),
    ),
  );
  const groups = known === "" || known === EVERYBODY ? named : new Map([[known, known], ...named]);
  return [
    { value: EVERYBODY, label: texts.everybody },
    ...[...groups].map(([value, label]) => ({ value, label })),
  ];
}

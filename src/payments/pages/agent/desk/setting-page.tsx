import {
  BackLink,
  Button,
  Checkbox,
  DataTable,
  DateField,
  ErrorSummary,
  Fieldset,
  firstValue,
  FormToken,
  Notice,
  Select,
  TextField,
  type Correction,
  type Page,
  type Values,
} from "#platform";

import { DESK_MEANS, type KeptRegie } from "../../../desk/regie.ts";
import type { SettingChoices } from "../../../desk/setting-choices.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { texts } from "./setting-texts.fr.ts";

interface SettingView {
  readonly action: string;
  readonly title: string;
  readonly formKey: string;
  /** The régie that a new form would write. */
  readonly regieKey: string | null;
  readonly values: Values;
  readonly choices: SettingChoices;
  readonly written: readonly KeptRegie[];
  readonly corrections: readonly Correction[];
  readonly saved: boolean;
}

/** What the act of a régie says, from a day on. */
export function settingPage(view: SettingView): Page {
  const { title, corrections, saved, written, choices } = view;
  return {
    title,
    section: "regie",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/regie" label={texts.back} />,
    flash: (
      <>
        {saved && (
          <Notice tone="success" announce>
            <p>{texts.saved}</p>
          </Notice>
        )}
        <ErrorSummary items={corrections} />
      </>
    ),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.lead}</p>
        <SettingForm {...view} />
        {written.length > 0 && <History written={written} choices={choices} />}
      </>
    ),
  };
}

function SettingForm(view: SettingView) {
  const { action, formKey, regieKey, values, corrections, choices } = view;
  const typed = (field: string) => firstValue(values, field);
  const ticked = (field: string, value: string) => values.get(field)?.includes(value) ?? false;
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const field = (name: string) => ({ name, value: typed(name), correction: correction(name) });
  const people = (name: string, legend: string, hint: string) => (
    <Fieldset id={name} legend={legend} hint={hint}>
      {choices.agents.map(({ id, name: agent, email }) => (
        <Checkbox name={name} value={id} label={`${agent} (${email})`} checked={ticked(name, id)} />
      ))}
    </Fieldset>
  );
  return (
    <form method="post" action={action}>
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      {regieKey !== null && <input type="hidden" name="regie" value={regieKey} />}
      <TextField {...field("nom")} label={texts.name} maxLength={80} />
      <DateField {...field("des")} label={texts.from} />
      <DateField {...field("du")} label={texts.opened} hint={texts.openedHint} />
      <TextField {...field("adresse")} label={texts.place} hint={texts.placeHint} maxLength={120} />
      <TextField {...field("heures")} label={texts.hours} hint={texts.hoursHint} maxLength={120} />
      <TextField {...field("ordre")} label={texts.chequeOrder} hint={texts.chequeOrderHint} maxLength={80} />
      <Fieldset id="moyen" legend={texts.means} correction={correction("moyen")}>
        {DESK_MEANS.map((means, position) => (
          <Checkbox
            name="moyen"
            id={position === 0 ? "moyen" : undefined}
            value={means}
            label={shared.means[means]}
            checked={ticked("moyen", means)}
          />
        ))}
      </Fieldset>
      <Select
        {...field("regisseur")}
        label={texts.regisseur}
        hint={texts.agentsHint}
        options={[
          { value: "", label: "–" },
          ...choices.agents.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
        ]}
      />
      {people("suppleant", texts.deputies, texts.deputiesHint)}
      {people("mandataire", texts.takers, texts.takersHint)}
      <TextField {...field("plafond")} label={texts.ceiling} inputmode="decimal" width="short" />
      <TextField {...field("delai")} label={texts.delay} inputmode="numeric" width="short" />
      <Fieldset id="lieu" legend={texts.sites} hint={texts.sitesHint}>
        {choices.sites.map(({ id, name }) => (
          <Checkbox name="lieu" value={id} label={name} checked={ticked("lieu", id)} />
        ))}
      </Fieldset>
      <h2>{texts.titles}</h2>
      <p>{texts.titlesHint}</p>
      <TextField {...field("age")} label={texts.youngAge} inputmode="numeric" width="short" />
      <Titles {...view} />
      <Button>{texts.save}</Button>
    </form>
  );
}

function Titles({ values, choices }: SettingView) {
  return (
    <DataTable
      caption={texts.titles}
      captionHidden
      columns={[
        {
          header: texts.activity,
          rowHeader: true,
          cell: ({ name, site }) => (name.includes(site) ? name : `${name}, ${site}`),
        },
        {
          header: texts.cesu,
          cell: ({ id, name }) => (
            <select class="input" name={`cesu-${id}`} aria-label={`${texts.cesu}, ${name}`}>
              {(
                [
                  ["", texts.cesuNone],
                  ["toujours", texts.cesuAlways],
                  ["jeunes", texts.cesuYoung],
                ] as const
              ).map(([value, label]) => (
                <option value={value} selected={firstValue(values, `cesu-${id}`) === value}>
                  {label}
                </option>
              ))}
            </select>
          ),
        },
        {
          header: texts.ancv,
          cell: ({ id, name }) => (
            <Checkbox
              name="ancv"
              value={id}
              label={
                <>
                  {texts.ancv}
                  <span class="vh">, {name}</span>
                </>
              }
              checked={values.get("ancv")?.includes(id) ?? false}
            />
          ),
        },
      ]}
      rows={choices.activities}
    />
  );
}

function History({ written, choices }: Pick<SettingView, "written" | "choices">) {
  const nameOf = new Map(choices.agents.map(({ id, name }) => [id, name]));
  const { columns } = texts;
  return (
    <>
      <h2>{texts.history}</h2>
      <DataTable
        caption={texts.history}
        captionHidden
        columns={[
          { header: columns.from, rowHeader: true, cell: texts.since },
          { header: columns.regisseur, cell: ({ regisseurId }) => nameOf.get(regisseurId) ?? "" },
          { header: columns.ceiling, numeric: true, cell: texts.ceilingOf },
          { header: columns.means, cell: ({ means }) => means.map((one) => shared.means[one]).join(", ") },
          { header: columns.by, cell: ({ by }) => by },
        ]}
        rows={written}
      />
    </>
  );
}

import { datedSettingRoutes } from "#identity";
import { formText, isoDate, TextField } from "#platform";
import { z } from "zod";

import { retentionAgent } from "../../policy.ts";
import { changeDurations, durationsOn } from "../../retention/durations-on.ts";
import { durationNames, DURATIONS, type Duration } from "../../rules/durations.ts";
import { texts } from "./texts.fr.ts";

const words = texts.settingWords;

/** Months between two bounds; null where nothing is written. */
const months = (duration: Duration) =>
  formText(6).transform((text, context) => {
    if (text === "") return null;
    const { least, most } = DURATIONS[duration];
    const number = /^\d{1,3}$/.test(text) ? Number(text) : -1;
    if (number < least || number > most)
      context.addIssue({ code: "custom", message: words.number(least, most) });
    return number;
  });

/** A copy of somebody’s data is fetched within so many days at most. */
const MOST_EXPORT_DAYS = 30;

const durationsForm = z.object({
  des: isoDate,
  health: months("health"),
  persons: months("persons"),
  documents: months("documents"),
  requests: months("requests"),
  messages: months("messages"),
  files: months("files"),
  journal: months("journal"),
  archive: formText(6).transform((text, context) => {
    const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
    if (number < 1 || number > MOST_EXPORT_DAYS)
      context.addIssue({ code: "custom", message: words.days(MOST_EXPORT_DAYS) });
    return number;
  }),
});

const shown = (number: number | null) => (number === null ? "" : String(number));

/** /agent/conservation/reglage: an administrator chooses how long each thing is kept. */
export const settingRoutes = datedSettingRoutes({
  path: "/agent/conservation/reglage",
  access: retentionAgent,
  section: "settings",
  back: { href: "/agent/conservation", label: texts.back },
  words,
  form: durationsForm,
  current: durationsOn,
  settingOf: ({ des: _des, archive: exportDays, ...durations }) => ({ ...durations, exportDays }),
  typedOf: ({ health, persons, documents, requests, messages, files, journal, exportDays }) => ({
    health: shown(health),
    persons: shown(persons),
    documents: shown(documents),
    requests: shown(requests),
    messages: shown(messages),
    files: shown(files),
    journal: shown(journal),
    archive: String(exportDays),
  }),
  change: changeDurations,
  fields: ({ typed, correction }) => (
    <>
      {durationNames.map((name) => (
        <TextField
          name={name}
          label={texts.durations[name].label}
          hint={words.hint(texts.durations[name].hint, DURATIONS[name].proposed)}
          value={typed(name)}
          inputmode="numeric"
          width="short"
          correction={correction(name)}
          optional
        />
      ))}
      <TextField
        name="archive"
        label={words.exportDays}
        hint={words.exportDaysHint}
        value={typed("archive")}
        inputmode="numeric"
        width="short"
        correction={correction("archive")}
      />
    </>
  ),
});

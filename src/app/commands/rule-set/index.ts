import { userInfo } from "node:os";

import { ok, parisDate, refuse, type Result } from "#kernel";

import { changesReport } from "../../ruleset/changes-report.ts";
import { exportRuleSet } from "../../ruleset/export-rule-set.ts";
import { applyRuleSet, changesNothing, previewRuleSet } from "../../ruleset/import-rule-set.ts";
import { writeText } from "../../ruleset/write-text.ts";
import { chosenAuthority, type ChosenAuthority } from "../chosen-authority.ts";
import { commandDatabase } from "../command-database.ts";
import { print } from "../print.ts";
import { readInputFile } from "../read-input-file.ts";
import { checkedFile } from "./checked-file.ts";
import { readRulesOptions, type RulesOptions } from "./options.ts";
import { priceJson } from "./price-json.ts";
import { slotJson } from "./slot-json.ts";
import { texts } from "./texts.fr.ts";

/** What an action prints, and the exit code. */
interface Printed {
  lines: readonly string[];
  exitCode: 0 | 1;
}

/** `preau rules check | deadline | price | import | export`: the rule set as a file. Prints; returns the exit code. */
export async function rules([action = "", ...args]: readonly string[]): Promise<number> {
  if (action === "--help" || action === "-h" || action === "aide") {
    await print(texts.help.map((line) => `${line}\n`));
    return 0;
  }
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
  const options = run === undefined ? refuse(texts.unknownAction(action)) : readRulesOptions(args);
  const done = options.ok && run !== undefined ? await run(options.value) : options;
  if (!done.ok) {
    console.error(done.refusal);
    return 1;
  }
  if (!("lines" in done.value)) return 1;
  await print(done.value.lines.map((line) => `${line}\n`));
  return done.value.exitCode;
}

const actions: Readonly<Record<string, (options: RulesOptions) => Promise<Result<Printed, string>>>> = {
  check: async ({ file, apply }) => {
    if (apply) return refuse(texts.checkAppliesNothing);
    const checked = await checkedFile(file);
    if (!checked.ok) return checked;
    const { ruleSet, report } = checked.value;
    return ok({ lines: report, exitCode: ruleSet === undefined ? 1 : 0 });
  },

  deadline: async ({ file, activity, unit, slot }) => {
    if (activity === undefined || unit === undefined || slot === undefined)
      return refuse(texts.deadlineOptions);
    const checked = await checkedFile(file);
    if (!checked.ok) return checked;
    const { ruleSet, report } = checked.value;
    if (ruleSet === undefined) return refuse(report.join("\n"));
    const answer = slotJson(ruleSet, { activity, unit, slot });
    return answer.ok ? ok({ lines: [JSON.stringify(answer.value, null, 2)], exitCode: 0 }) : answer;
  },

  price: async ({ file, case: path }) => {
    if (path === undefined) return refuse(texts.priceOptions);
    const checked = await checkedFile(file);
    if (!checked.ok) return checked;
    const { ruleSet, report } = checked.value;
    if (ruleSet === undefined) return refuse(report.join("\n"));
    const written = await readInputFile(path, { mostMegabytes: 1 });
    if (!written.ok) return written;
    const answer = priceJson(ruleSet, new TextDecoder().decode(written.value));
    if (!answer.ok) return answer;
    const { found, json } = answer.value;
    return ok({ lines: [JSON.stringify(json, null, 2)], exitCode: found ? 0 : 1 });
  },

  import: async ({ file, from, authority, apply }) => {
    if (from === undefined) return refuse(texts.fromMissing);
    const checked = await checkedFile(file);
    if (!checked.ok) return checked;
    const { text, ruleSet, report } = checked.value;
    if (ruleSet === undefined) return refuse([...report, texts.fileRefused].join("\n"));
    return onAuthority(authority, async ({ id, database }, now) => {
      const today = parisDate(now);
      if (Temporal.PlainDate.compare(from, today) < 0) return refuse(texts.fromIsPast(today));
      const by = texts.byLabel(userInfo().username);
      const request = { authorityId: id, ruleSet, file: text, from, by, now };
      const changes = await (apply ? applyRuleSet : previewRuleSet)(database, request);
      if (!changes.ok)
        return refuse([...changes.refusal.map(({ sentence }) => sentence), texts.fileRefused].join("\n"));
      const said = changesReport(changes.value, from);
      const end = changesNothing(changes.value) ? [] : ["", apply ? texts.applied : texts.planned];
      return ok({ lines: [...report, "", ...said, ...end], exitCode: 0 });
    });
  },

  export: ({ authority, on }) =>
    onAuthority(authority, async ({ name, database }, now) => {
      const day = { authority: name, on: on ?? parisDate(now) };
      const ruleSet = await database.read((reads) => exportRuleSet(reads, day));
      return ok({ lines: [writeText(ruleSet).trimEnd()], exitCode: 0 });
    }),
};

async function onAuthority(
  host: string | undefined,
  work: (authority: ChosenAuthority, now: Temporal.Instant) => Promise<Result<Printed, string>>,
): Promise<Result<Printed, string>> {
  await using running = new AsyncDisposableStack();
  const opened = await commandDatabase(running);
  if (!opened.ok) return opened;
  const { database, now } = opened.value;
  const authority = await chosenAuthority(database, host, now);
  // Awaited here: the database is closed when this function is left.
  return authority.ok ? await work(authority.value, now) : authority;
}

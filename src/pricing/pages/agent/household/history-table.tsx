import { parisDate, type Id } from "#kernel";
import { Button, DataTable, FormToken, StateLabel, TextField } from "#platform";

import type { HouseholdIncome } from "../../../quotients/household-income.ts";
import type { QfEntry } from "../../../quotients/quotient-queries.ts";
import { countedDays } from "../../../rules/qf/counted-days.ts";
import {
  childrenWords,
  qfWords,
  resourcesWords,
  SCHEMES,
  spanWords,
} from "../../../rules/qf/qf-sentences.fr.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { texts } from "../texts.fr.ts";

const words = texts.household;
const TONES = { accepted: "on", toCheck: "waiting", refused: "removed", withdrawn: "removed" } as const;

/** All that was told of a household, the last written first, and what can be decided on each line. */
export function HistoryTable({ income, mayWrite }: { income: HouseholdIncome; mayWrite: boolean }) {
  const { entries, householdId } = income;
  if (entries.length === 0) return <p>{words.none}</p>;
  const counted = countedDays(entries.filter(({ standing }) => standing === "accepted"));
  const daysOf = (entry: QfEntry) => {
    if (entry.standing !== "accepted") return spanWords(entry.firstDay, entry.lastDay);
    const found = counted.find((one) => one.entry === entry);
    return found === undefined ? words.replaced : spanWords(entry.firstDay, entry.lastDay);
  };
  return (
    <DataTable
      caption={words.history}
      captionHidden
      rows={entries}
      columns={[
        { header: words.told, rowHeader: true, cell: (entry) => <Told entry={entry} /> },
        { header: words.days, cell: daysOf },
        { header: words.from, cell: (entry) => <From entry={entry} householdId={householdId} /> },
        { header: words.standing, cell: (entry) => <Standing entry={entry} /> },
        ...(mayWrite
          ? [
              {
                header: words.decide,
                cell: (entry: QfEntry) => <Decide entry={entry} householdId={householdId} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Told({ entry }: { entry: QfEntry }) {
  const { valueHundredths, resourcesCents, resourcesCase, dependentChildren, aeehChildren } = entry;
  return (
    <div>
      {valueHundredths !== null && `${shared.value} ${qfWords(valueHundredths)} (${SCHEMES[entry.scheme]})`}
      {(resourcesCents !== null || resourcesCase !== null) && (
        <div>{resourcesWords(resourcesCents, resourcesCase)}</div>
      )}
      {dependentChildren !== null && (
        <div class="soft">{childrenWords({ dependentChildren, aeehChildren })}</div>
      )}
    </div>
  );
}

function From({ entry, householdId }: { entry: QfEntry; householdId: Id<"household"> }) {
  const { source, by, at, reason, proofId } = entry;
  return (
    <div>
      {words.sources[source]}
      <div class="soft">{words.by(by, parisDate(at))}</div>
      {reason !== "" && <div>{reason}</div>}
      {proofId !== null && (
        <a href={`/agent/familles/${householdId}/documents/fichiers/${proofId}`} download>
          {words.proof}
          <span class="vh"> {words.by(by, parisDate(at))}</span>
        </a>
      )}
    </div>
  );
}

function Standing({ entry: { standing, verdictReason, verdictBy } }: { entry: QfEntry }) {
  return (
    <div>
      <StateLabel tone={TONES[standing]} word={shared.standings[standing]} />
      {verdictBy !== null && <div class="soft">{verdictBy}</div>}
      {verdictReason !== "" && <div>{verdictReason}</div>}
    </div>
  );
}

function Decide({ entry, householdId }: { entry: QfEntry; householdId: Id<"household"> }) {
  const { standing, entryId } = entry;
  if (standing !== "toCheck" && standing !== "accepted") return null;
  const action = `/agent/familles/${householdId}/quotient/${entryId}/decider`;
  return (
    <div>
      {standing === "toCheck" && (
        <form method="post" action={action}>
          <FormToken />
          <Button name="decision" value="accepter">
            {words.accept}
          </Button>
        </form>
      )}
      <form method="post" action={action}>
        <FormToken />
        <TextField name="raison" id={`raison-${entryId}`} label={words.reason} />
        <Button variant="secondary" name="decision" value={standing === "toCheck" ? "refuser" : "retirer"}>
          {standing === "toCheck" ? words.refuse : words.withdraw}
        </Button>
      </form>
    </div>
  );
}

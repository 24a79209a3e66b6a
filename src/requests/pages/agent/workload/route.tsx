import { formatMonth, parisDate } from "#kernel";
import { BackLink, BarChart, noInput, page, route, type Page } from "#platform";

import { workloadOf, type OpenCount, type Workload } from "../../../desk/workload.ts";
import { requestKinds } from "../../../kinds/kind-queries.ts";
import { requestsWriter } from "../../../policy.ts";
import { decidedKinds } from "../inbox/looking.ts";
import { texts } from "./texts.fr.ts";

/** GET /agent/demarches/charge: who has what to do, since when, and what share is answered in time. */
export const workloadRoute = route({
  method: "GET",
  path: "/agent/demarches/charge",
  access: requestsWriter,
  input: noInput,
  async answer({ actor, database, now }) {
    const workload = await database.read(async (reads) => {
      const kinds = decidedKinds(await requestKinds(reads), actor);
      const ids = kinds.map(({ kindId }) => kindId);
      return workloadOf(reads, ids, parisDate(now));
    });
    return page(workloadPage(workload));
  },
});

function workloadPage({ byAgent, byKind, byAge, months }: Workload): Page {
  return {
    title: texts.title,
    section: "requests-desk",
    dense: true,
    before: <BackLink href="/agent/demarches" label={texts.back} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {byAgent.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <>
            <BarChart
              caption={texts.byAgent.caption}
              table={{ label: texts.byAgent.label, value: texts.value }}
              bars={byAgent.map((one) => openBar(one, one.id === null ? texts.nobody : one.label))}
            />
            <BarChart
              caption={texts.byKind.caption}
              table={{ label: texts.byKind.label, value: texts.value }}
              bars={byKind.map((one) => openBar(one, one.label))}
            />
            <BarChart
              caption={texts.byAge.caption}
              table={{ label: texts.byAge.label, value: texts.value }}
              bars={byAge.map(({ days, open }, index) => {
                const next = byAge[index + 1]?.days;
                return {
                  label: texts.age(days, next === undefined ? undefined : next - 1),
                  value: open,
                  text: texts.open(open, 0),
                };
              })}
            />
          </>
        )}
        <BarChart
          caption={texts.months.caption}
          table={{ label: texts.months.label, value: texts.months.value }}
          bars={months.map(({ month, answered, inTime }) => ({
            label: formatMonth(month),
            value: answered === 0 ? 0 : Math.round((inTime / answered) * 100),
            room: 100,
            text: texts.months.of(inTime, answered),
          }))}
        />
        <p class="soft">{texts.months.note}</p>
      </>
    ),
  };
}

const openBar = ({ open, late }: OpenCount, label: string) => ({
  label,
  value: open,
  text: texts.open(open, late),
  attention: late > 0,
});

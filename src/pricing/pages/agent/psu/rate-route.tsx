import { formatCents, parisDate } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  EmptyState,
  formId,
  isoDate,
  Notice,
  notFound,
  page,
  route,
  Select,
  TextField,
  type Page,
} from "#platform";
import { z } from "zod";

import { incomeReader } from "../../../policy.ts";
import { knownHouseholds } from "../../../psu/household-rates.ts";
import { ownLimits, psuTablesWith } from "../../../psu/psu-limits.ts";
import { householdIncomes } from "../../../quotients/household-income.ts";
import { noteIncomeRead } from "../../../quotients/note-income-read.ts";
import { hourlyRate, type PsuHole, type PsuHousehold, type PsuRate } from "../../../rules/psu/hourly-rate.ts";
import { explainRate, psuHoleSentence } from "../../../rules/psu/psu-sentences.fr.ts";
import { incomeFields } from "../../shared/income-form.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.rate;
const CARES = { collectif: "collective", familial: "family" } as const;

/** GET …/tarif-horaire: the hourly rate of a household on a day, and why; other figures may be tried. */
export const rateRoute = route({
  method: "GET",
  path: "/agent/familles/:household/tarif-horaire",
  access: incomeReader,
  input: z.object({
    params: z.object({ household: formId<"household">() }),
    query: z.object({
      jour: isoDate.optional().catch(undefined),
      accueil: z.enum(["collectif", "familial"]).default("collectif").catch("collectif"),
      ressources: incomeFields.ressources.catch(null),
      enfants: incomeFields.enfants.catch(null),
      aeeh: incomeFields.aeeh.catch(null),
    }),
  }),
  async answer(visit, { params: { household }, query }) {
    const day = query.jour ?? parisDate(visit.now);
    const found = await visit.database.write(async (writes) => {
      const [income] = await householdIncomes(writes, [household], { today: day, warnDays: 0 });
      if (income === undefined) return undefined;
      await noteIncomeRead(writes, visit, household);
      return { income, scale: psuTablesWith(await ownLimits(writes)) };
    });
    if (found === undefined) return notFound;
    const { income, scale } = found;
    const known =
      knownHouseholds(income.entries).findLast(
        ({ firstDay }) => Temporal.PlainDate.compare(firstDay, day) <= 0,
      )?.household ?? null;
    const tried = triedFrom(known, query);
    const rate: PsuRate | PsuHole =
      tried === null
        ? { kind: "hole", code: "noResources", day: day.toString() }
        : hourlyRate(scale, tried, { day, care: CARES[query.accueil] });
    const simulated = tried !== known;
    return page(ratePage({ ...query, household, label: income.label, day, rate, simulated }));
  },
});

interface Tried {
  ressources: number | null;
  enfants: number | null;
  aeeh: number | null;
}

/** The household as the file has it, with the figures that were tried in place of its own. */
function triedFrom(known: PsuHousehold | null, { ressources, enfants, aeeh }: Tried): PsuHousehold | null {
  if (ressources === null && enfants === null && aeeh === null) return known;
  const resources = ressources === null ? known?.resources : { cents: ressources };
  const dependentChildren = enfants ?? known?.dependentChildren;
  if (resources === undefined || dependentChildren === undefined) return null;
  return { resources, dependentChildren, aeehChildren: aeeh ?? known?.aeehChildren ?? 0 };
}

interface RateView extends Tried {
  household: string;
  label: string;
  day: Temporal.PlainDate;
  accueil: keyof typeof CARES;
  rate: PsuRate | PsuHole;
  simulated: boolean;
}

function ratePage(view: RateView): Page {
  const { household, label, rate, simulated } = view;
  const title = words.title(label);
  return {
    title,
    section: "families",
    dense: true,
    before: <BackLink href={`/agent/familles/${household}/quotient`} label={words.back} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        <Form {...view} />
        <h2>{words.result}</h2>
        {rate.kind === "hole" ? (
          <EmptyState title={words.none}>
            <p>{psuHoleSentence(rate)}</p>
          </EmptyState>
        ) : (
          <Notice title={formatCents(rate.cents)}>
            {simulated && <p>{words.simulated}</p>}
            <ul>
              {explainRate(rate).map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
      </>
    ),
  };
}

function Form({ household, day, accueil, ressources, enfants, aeeh }: RateView) {
  const euros = ressources === null ? "" : String(ressources / 100).replace(".", ",");
  return (
    <search>
      <form method="get" action={`/agent/familles/${household}/tarif-horaire`}>
        <DateField name="jour" label={words.day} value={day.toString()} />
        <Select
          name="accueil"
          label={words.care}
          value={accueil}
          options={Object.entries(words.cares).map(([value, name]) => ({ value, label: name }))}
        />
        <TextField
          name="ressources"
          label={shared.resources}
          hint={words.known}
          value={euros}
          inputmode="decimal"
          width="short"
          optional
        />
        <TextField
          name="enfants"
          label={shared.children}
          value={enfants?.toString() ?? ""}
          inputmode="numeric"
          width="short"
          optional
        />
        <TextField
          name="aeeh"
          label={shared.aeeh}
          value={aeeh?.toString() ?? ""}
          inputmode="numeric"
          width="short"
          optional
        />
        <Button>{words.compute}</Button>
      </form>
    </search>
  );
}

import type { Id } from "#kernel";
import { BackLink, DataTable, EmptyState, type Column, type Page } from "#platform";
import { CareRates, type RateSegment } from "#pricing";
import type { VNode } from "preact";

import type { CareContract, CarePlace } from "../../../contracts/contract-queries.ts";
import type { LeftOutDay } from "../../../contracts/left-out-days.ts";
import { contractState } from "../../../rules/contract/contract-state.ts";
import { weekWords } from "../../../rules/contract/contract-words.ts";
import { ContractStateLabel } from "../../contract-state-label.tsx";
import { contractsAddress } from "./contract-form.ts";
import { texts } from "./texts.fr.ts";

/** The contracts of a family at the agent's sites, and for whom another can be signed. */
export interface FamilyContracts {
  household: { id: Id<"household">; label: string };
  contracts: readonly CareContract[];
  places: readonly CarePlace[];
  leftOut: ReadonlyMap<Id<"contract">, readonly LeftOutDay[]>;
  /** Hourly rates by contract, where they are known and the agent may know them. */
  rates: ReadonlyMap<string, readonly RateSegment[]>;
}

/** Counts, the contracts, then the places for which one can be signed. */
export function listPage(shown: FamilyContracts, today: Temporal.PlainDate, notice: VNode | undefined): Page {
  const { household, contracts } = shown;
  const title = texts.title(household.label);
  const states = contracts.map(({ terms }) => contractState(terms, today));
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
  return {
    title,
    section: "families",
    dense: true,
    before: <BackLink href={`/agent/familles/${household.id}`} label={texts.back} />,
    ...(notice === undefined ? {} : { flash: notice }),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.lead}</p>
        {contracts.length === 0 ? (
          <EmptyState title={texts.list.none} />
        ) : (
          <DataTable
            caption={texts.list.counts(count("running"), count("to-come"), count("over", "no-day"))}
            rows={contracts}
            columns={columns(shown, today)}
          />
        )}
        <Places {...shown} />
      </>
    ),
  };
}

function columns(
  { household, leftOut, rates }: FamilyContracts,
  today: Temporal.PlainDate,
): readonly Column<CareContract>[] {
  return [
    { header: texts.list.child, rowHeader: true, cell: ({ place }) => place.firstName },
    { header: texts.list.place, cell: ({ place }) => texts.list.placeOf(place) },
    {
      header: texts.list.span,
      cell: ({ terms }) =>
        contractState(terms, today) === "no-day" ? texts.list.noDay : texts.list.shortSpan(terms),
    },
    { header: texts.list.week, cell: ({ terms }) => <Week terms={terms} /> },
    {
      header: texts.list.state,
      cell: ({ terms }) => <ContractStateLabel state={contractState(terms, today)} />,
    },
    {
      header: texts.list.booked,
      cell: ({ contractId, bookedDays, bookedMinutes }) => {
        const without = leftOut.get(contractId)?.length ?? 0;
        return (
          <>
            {texts.list.bookedOf(bookedDays, bookedMinutes)}
            {without > 0 && <> ; {texts.list.leftOut(without)}</>}
          </>
        );
      },
    },
    ...(rates.size === 0
      ? []
      : [
          {
            header: texts.list.rate,
            cell: ({ contractId }: CareContract) => <CareRates segments={rates.get(contractId) ?? []} />,
          },
        ]),
    { header: texts.list.by, cell: ({ by, endedBy }) => texts.list.byOf(by, endedBy) },
    {
      header: texts.list.act,
      cell: (contract) => <Acts contract={contract} household={household.id} today={today} />,
    },
  ];
}

function Week({ terms: { week, adapting } }: Pick<CareContract, "terms">) {
  return (
    <>
      {weekWords(week)}
      {adapting !== null && (
        <>
          <br />
          <span class="soft">{texts.list.adapting(adapting.until, weekWords(adapting.week))}</span>
        </>
      )}
    </>
  );
}

function Acts(props: { contract: CareContract; household: Id<"household">; today: Temporal.PlainDate }) {
  const { contract, household, today } = props;
  const { contractId, place, terms } = contract;
  const state = contractState(terms, today);
  if (state === "over" || state === "no-day") return null;
  const base = contractsAddress(household);
  const what = <span class="vh"> {texts.list.what(place.firstName, texts.list.shortSpan(terms))}</span>;
  return (
    <>
      <a href={`${base}/nouveau?${placeQuery(place, contractId)}`}>
        {texts.list.change}
        {what}
      </a>{" "}
      <a href={`${base}/${contractId}/arreter`}>
        {texts.list.end}
        {what}
      </a>
    </>
  );
}

function Places({ household, places }: FamilyContracts) {
  return (
    <section aria-labelledby="signer">
      <h2 id="signer">{texts.sign.title}</h2>
      {places.length === 0 ? (
        <p>
          {texts.sign.none} <a href={`/agent/familles/${household.id}/inscriptions`}>{texts.sign.enrol}</a>
        </p>
      ) : (
        <ul class="card-rows">
          {places.map((place) => (
            <li>
              <a href={`${contractsAddress(household.id)}/nouveau?${placeQuery(place, null)}`}>
                {texts.sign.link(place.firstName, texts.list.placeOf(place))}
              </a>{" "}
              <span class="soft small">{texts.sign.until(place)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function placeQuery({ enrolmentId, unitId }: CarePlace, replaces: Id<"contract"> | null): string {
  const fields = { inscription: enrolmentId, prestation: unitId };
  return new URLSearchParams(replaces === null ? fields : { ...fields, remplace: replaces }).toString();
}

import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  Notice,
  Select,
  type Column,
  type Correction,
  type Page,
} from "#platform";

import type { ListedContract } from "../../../contracts/all-contracts.ts";
import { mayContractAt } from "../../../contracts/policy.ts";
import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import { contractState } from "../../../rules/contract/contract-state.ts";
import { durationWords } from "../../../rules/contract/contract-words.ts";
import { minutesOfWeek } from "../../../rules/contract/week-pattern.ts";
import { ContractStateLabel } from "../../contract-state-label.tsx";
import { contractsAddress } from "../contracts/contract-form.ts";
import { texts as ofFamily } from "../contracts/texts.fr.ts";
import { texts } from "./texts.fr.ts";

/** What the filter says, and where the agent may look. */
export interface ContractFilter {
  all: readonly ScopedUnit[];
  siteId: Id<"site"> | undefined;
  /** The day as it was typed. */
  jour: string;
}

/** The list's address. */
export const PATH = "/agent/contrats";
/** A page that a browser of a small computer draws at once; the file has every line. */
const SHOWN = 500;

/** The address that shows this filter again. */
export function addressOf(path: string, { siteId, jour }: Omit<ContractFilter, "all">): string {
  const said = Object.entries({ lieu: siteId ?? "", jour }).filter(([, text]) => text !== "");
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
}

/** How many contracts run, are to come or are over; then each of them. */
export function listPage(
  filter: ContractFilter,
  contracts: readonly ListedContract[],
  { actor, today }: { actor: SignedIn; today: Temporal.PlainDate },
): Page {
  const shown = contracts.slice(0, SHOWN);
  return {
    title: texts.title,
    section: "contracts",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead no-print">{texts.lead}</p>
        <Filter filter={filter} corrections={[]} />
        {contracts.length === 0 ? (
          <EmptyState title={texts.none}>
            {(filter.siteId !== undefined || filter.jour !== "") && <p>{texts.noneMore}</p>}
          </EmptyState>
        ) : (
          <>
            {shown.length < contracts.length && <Notice>{texts.cut(shown.length, contracts.length)}</Notice>}
            <p class="row no-print">
              <a href={addressOf(`${PATH}/export.csv`, filter)} download>
                {texts.csv}
              </a>
              <span class="hint">{texts.print}</span>
            </p>
            <DataTable caption={countsOf(contracts, today)} rows={shown} columns={columns(actor, today)} />
          </>
        )}
      </>
    ),
  };
}

/** A day that is none: the form as it was typed, with what to write instead. */
export function dayAgainPage(filter: ContractFilter, corrections: readonly Correction[]): Page {
  return {
    title: texts.title,
    section: "contracts",
    dense: true,
    toCorrect: true,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <Filter filter={filter} corrections={corrections} />
      </>
    ),
  };
}

function Filter(props: { filter: ContractFilter; corrections: readonly Correction[] }) {
  const { all, siteId, jour } = props.filter;
  const sites = [
    ...new Map(all.filter(({ withHours }) => withHours).map((unit) => [unit.siteId, unit.siteName])),
  ];
  return (
    <form method="get" action={PATH} class="inline-form no-print">
      <Select
        name="lieu"
        label={texts.site}
        value={siteId ?? ""}
        options={[
          { value: "", label: texts.everySite },
          ...sites.map(([value, label]) => ({ value, label })),
        ]}
        optional
      />
      <DateField
        name="jour"
        label={texts.day}
        hint={texts.dayHint}
        value={jour}
        correction={props.corrections.find(({ field }) => field === "jour")?.message}
        optional
      />
      <Button variant="secondary">{texts.show}</Button>
    </form>
  );
}

function countsOf(contracts: readonly ListedContract[], today: Temporal.PlainDate): string {
  const states = contracts.map(({ terms }) => contractState(terms, today));
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
  return ofFamily.list.counts(count("running"), count("to-come"), count("over", "no-day"));
}

function columns(actor: SignedIn, today: Temporal.PlainDate): readonly Column<ListedContract>[] {
  return [
    {
      header: texts.child,
      rowHeader: true,
      cell: ({ siteId, householdId, lastName, firstName }) =>
        mayContractAt(actor, siteId) ? (
          <a href={contractsAddress(householdId)}>
            {lastName} {firstName}
          </a>
        ) : (
          `${lastName} ${firstName}`
        ),
    },
    { header: texts.site, cell: ({ siteName }) => siteName },
    { header: texts.care, cell: texts.careOf },
    {
      header: texts.dates,
      cell: ({ terms }) =>
        contractState(terms, today) === "no-day" ? ofFamily.list.noDay : ofFamily.list.shortSpan(terms),
    },
    { header: texts.hours, numeric: true, cell: ({ terms }) => durationWords(minutesOfWeek(terms.week)) },
    {
      header: texts.state,
      cell: ({ terms }) => <ContractStateLabel state={contractState(terms, today)} />,
    },
  ];
}

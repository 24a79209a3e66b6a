import type { VNode } from "preact";

import { capitalise } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  ChangeList,
  EmptyState,
  ErrorSummary,
  FormToken,
  Notice,
  type Change,
  type Page,
} from "#platform";

import type { CostOfLines } from "../../../estimates/cost-of-lines.ts";
import { lineKey, type LineFactsRow } from "../../../planning/line-facts.ts";
import { durationPhrase } from "../../../rules/duration-phrase.ts";
import { changeWords } from "../../../rules/change-words.ts";
import { askedCount, lineWords } from "../../../rules/line-words.ts";
import { leavesFirst } from "../../../rules/hours.ts";
import { inDayOrder } from "../../../rules/in-day-order.ts";
import type { Act, Line, Outcome } from "../../../rules/lines.ts";
import { spanQuery, type PlanningSpan } from "../../../rules/planning-span.ts";
import type { AdaptedHours, LeftPlace } from "../../../rules/proposal.ts";
import { forItself, type PlanningFor } from "../planning/planning-for.ts";
import { DEPARTURE_FIRST } from "../../../rules/unit-rules-sentence.ts";
import type { OutcomeWords } from "../../../rules/outcome-sentence.ts";
import type { JudgedLines } from "./judge-lines.ts";
import { wordsOf } from "../words-of-line.ts";
import { told, wholeWords } from "../../../rules/whole-lines.ts";
import { ChildChanges } from "../child-changes.tsx";
import { CostCard } from "../costs/cost-card.tsx";
import { SpanField } from "../forms/span-field.tsx";
import { writeCellList, type ListedCell } from "../forms/cell-list.ts";
import { ChangeHours, SharedHours } from "./change-hours.tsx";
import { withChoices, type KnownLine } from "./hour-choices.ts";
import { Adapted, Left, type FirstNames } from "./left-places.tsx";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface ConfirmView extends JudgedLines {
  /** Those that would be refused are shown with why, and are not sent. */
  lines: readonly Line[];
  /** What a tool would have changed but cannot. */
  left: readonly LeftPlace[];
  /** First names of the participants of these places. */
  names?: FirstNames;
  /** The hours of lines that are not those that a tool was to repeat. */
  adapted?: readonly AdaptedHours[];
  /** What it costs as far as is known; undefined where nothing is said of prices. */
  cost?: CostOfLines | undefined;
  pageKey: string;
  /** Where it came from, and goes back to. */
  span: PlanningSpan | undefined;
  /** What a tool was asked, in words: « Semaine du lundi 2 novembre, répétée jusqu’au vendredi 18 décembre. » */
  asked?: string;
  /** Why a tool changes nothing, where it knows better than the page. */
  nothing?: string;
  whom?: PlanningFor;
  /** Places are given back after their deadline: the form says that the family has read it here. */
  late?: boolean;
  /** What an agent must add before saving: the reason. */
  field?: VNode;
  /** What has to be corrected. */
  flash?: VNode;
}

/** Says in words what will change, child by child and day by day, with the button that saves it. */
export function confirmPage(view: ConfirmView): Page {
  const whom = view.whom ?? forItself;
  const back = view.span === undefined ? whom.base : `${whom.base}?${spanQuery(view.span)}`;
  const refused = refusedOf(view);
  const lines = keptLines(view.lines, view);
  const outcomes = new Map(view.judged.map((line) => [lineKey(line), line.outcome]));
  const known = withChoices(
    lines.flatMap((line) => {
      const facts = view.facts.get(lineKey(line));
      return facts === undefined ? [] : [{ ...line, ...facts, act: actOf(line, outcomes) }];
    }),
  );
  const count = askedCount(told(known, ({ act }) => act).map(([line]) => line));
  const flash = view.flash ?? backwardHours(known);
  return {
    title: texts.title,
    section: whom.section,
    dense: whom.dense,
    toCorrect: flash !== undefined,
    ...(flash === undefined ? {} : { flash }),
    before: <BackLink href={back} label={texts.back} />,
    main:
      lines.length === 0 ? (
        <>
          <h1>{texts.title}</h1>
          {view.asked && <p>{view.asked}</p>}
          <EmptyState title={refused.length === 0 ? texts.nothing.title : texts.nothing.refused}>
            <p>{refused.length === 0 ? (view.nothing ?? texts.nothing.sentence) : texts.nothing.otherwise}</p>
          </EmptyState>
          <Refused refused={refused} />
          <Left places={view.left} names={view.names} />
        </>
      ) : (
        <form method="post" action={`${whom.base}/enregistrer`}>
          <h1>{count === "" ? texts.title : texts.toConfirm(count)}</h1>
          {whom.banner}
          <Notice title={texts.nothingDone}>
            <p>{texts.question}</p>
          </Notice>
          {view.late === true && (
            <Notice tone="warning" title={texts.late.title}>
              <p>{view.cost?.late.length ? texts.late.penalty : texts.late.free}</p>
            </Notice>
          )}
          {view.asked && <p>{view.asked}</p>}
          <FormToken />
          <input type="hidden" name="cle" value={view.pageKey} />
          {view.late === true && <input type="hidden" name="tard" value="1" />}
          {view.span && <SpanField span={view.span} />}
          <input type="hidden" name="lignes" value={writeCellList(listed(lines, known))} />
          {whom.paysFirst && <PaidFirst lines={known} />}
          <Children lines={known} />
          <CostCard cost={view.cost} />
          {view.cost !== undefined && known.some(({ choice }) => choice !== null) && (
            <p>
              <Button variant="secondary" formaction={`${whom.base}/verifier`}>
                {texts.recompute}
              </Button>
            </p>
          )}
          <Refused refused={refused} />
          <Adapted places={view.adapted ?? []} names={view.names} />
          {known.length < lines.length && <p>{texts.unknown}.</p>}
          <Left places={view.left} names={view.names} />
          {view.field}
          <p class="row">
            <Button wide>{texts.save}</Button>
          </p>
        </form>
      ),
  };
}

/** Places that wait for their payment: for how long, and what becomes of them without it; each time said once. */
function PaidFirst({ lines }: { lines: readonly (KnownLine & Pick<LineFactsRow, "holdMinutes">)[] }) {
  const paid = lines.filter(({ act, before }) => act === "book" && before === null);
  const byTime = Map.groupBy(paid, ({ holdMinutes }) => holdMinutes);
  return (
    <>
      {[...byTime].map(([minutes, held]) =>
        minutes === null ? null : (
          <Notice title={texts.paidFirst.title([...new Set(held.map(({ activityName }) => activityName))])}>
            <p>{texts.paidFirst.sentence(durationPhrase(minutes))}</p>
          </Notice>
        ),
      )}
    </>
  );
}

/** The days of which the departure comes before the arrival, each with a link to its lists. */
function backwardHours(lines: readonly KnownLine[]): VNode | undefined {
  const numbers = new Set(
    lines.filter(leavesFirst).flatMap(({ choice }) => (choice === null ? [] : choice.line)),
  );
  if (numbers.size === 0) return undefined;
  return (
    <ErrorSummary items={[...numbers].map((n) => ({ field: `depart-${n}`, message: DEPARTURE_FIRST }))} />
  );
}

/** A place, or else a turn: said as what it will be. */
function actOf(line: Line, outcomes: ReadonlyMap<string, Outcome>): Act {
  return line.act === "wait" && outcomes.get(lineKey(line)) === "booked" ? "book" : line.act;
}

interface RefusedLine {
  line: LineFactsRow;
  words: OutcomeWords;
}

/** The lines that would be done. */
export function keptLines(lines: readonly Line[], judged: JudgedLines): readonly Line[] {
  const refused = new Set(refusedOf(judged).map(({ line }) => lineKey(line)));
  return lines.filter((line) => !refused.has(lineKey(line)));
}

/** The lines that would be refused; what is not the family's is told without a name, elsewhere. */
function refusedOf({ judged, facts }: JudgedLines): readonly RefusedLine[] {
  return judged.flatMap((line) => {
    const about = facts.get(lineKey(line));
    if (about === undefined) return [];
    const words = wordsOf({ ...line, about });
    return words.kind === "refused" ? [{ line: about, words }] : [];
  });
}

/** « Trop tard : Lina, jeudi 12 novembre, repas », as the receipt would say it. */
function Refused({ refused }: { refused: readonly RefusedLine[] }) {
  if (refused.length === 0) return null;
  const whole = told(
    refused.map(({ line, words }) => ({ ...line, words })),
    ({ words }) => words.word + words.why,
  );
  const changes = whole.map((lines): Change => {
    const [line, ...more] = lines;
    return {
      tone: "late",
      word: line.words.word,
      what: more.length === 0 ? lineWords(line) : `${line.firstName}, ${wholeWords(lines)}`,
      detail: line.words.why === "" ? undefined : line.words.why,
    };
  });
  return (
    <Card title={texts.refused}>
      <ChangeList changes={changes} />
    </Card>
  );
}

function Children({ lines }: { lines: readonly KnownLine[] }) {
  const children = [...Map.groupBy(lines, (line) => line.participantId).values()];
  return (
    <>
      {children.map((own) => (
        <Child lines={own} />
      ))}
    </>
  );
}

function Child({ lines }: { lines: readonly KnownLine[] }) {
  const [first] = lines;
  if (first === undefined) return null;
  const inOrder = lines.toSorted(inDayOrder);
  return (
    <ChildChanges
      child={first}
      count={askedCount(told(lines, ({ act }) => act).map(([line]) => line))}
      changes={told(inOrder, ({ act }) => act).map(changeOf)}
      see={texts.seeDays}
      after={<SharedHours lines={inOrder} />}
    />
  );
}

const TONES: Readonly<Record<Act, Change["tone"]>> = {
  book: "added",
  accept: "added",
  change: "added",
  wait: "waiting",
  cancel: "removed",
  leave: "removed",
  decline: "removed",
};

function changeOf(whole: readonly [KnownLine, ...KnownLine[]]): Change {
  const [line] = whole;
  return {
    tone: TONES[line.act],
    word: texts.acts[line.act],
    what: line.act === "change" ? capitalise(changeWords(line, line.before)) : capitalise(wholeWords(whole)),
    detail: line.choice === null || !line.choice.ownDay ? undefined : <ChangeHours choice={line.choice} />,
  };
}

/** The lines as the form brings them back, those whose hours may be changed with the lists that change them. */
function listed(lines: readonly Line[], known: readonly KnownLine[]): readonly ListedCell[] {
  const choices = new Map(known.map((line) => [lineKey(line), line.choice]));
  // Person by person, so that the field names each once.
  return lines
    .toSorted((a, b) => (a.participantId < b.participantId ? -1 : a.participantId > b.participantId ? 1 : 0))
    .map(({ slotId, ...line }) => {
      const choice = choices.get(lineKey({ ...line, slotId })) ?? null;
      const hours = choice === null ? line.hours : { line: choice.line, proposed: choice.usual };
      return { ...line, slotIds: [slotId], ...(hours === undefined ? {} : { hours }) };
    });
}

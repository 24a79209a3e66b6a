import { capitalise, formatMonth, monthName, parisDate } from "#kernel";
import { Button, ChangeBar, DayGrid, Details, EmptyState, FormToken, Notice, type Page } from "#platform";

import { afterQuotient } from "../../../estimates/after-quotient.ts";
import type { DayMenu } from "../../../planning/day-menus.ts";
import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import { placeNoun } from "../../../rules/line-words.ts";
import { ONE_HOUR } from "../../../rules/told-price.ts";
import { spanQuery, weeksOfSpan, type PlanningSpan } from "../../../rules/planning-span.ts";
import { writeCellList } from "../forms/cell-list.ts";
import { SpanField } from "../forms/span-field.tsx";
import { PlanningTools } from "../tools/planning-tools.tsx";
import { ClassNotices } from "./class-notices.tsx";
import { HourChoice } from "./hour-choice.tsx";
import { KeptNotice } from "./kept-notice.tsx";
import { forItself, type PlanningFor } from "./planning-for.ts";
import { shownGrid, weekCaption, type ShownGrid } from "./shown-grid.ts";
import { SpanNavigation } from "./span-navigation.tsx";
import { texts } from "./texts.fr.ts";

/** What the page of a planning is drawn from. */
export interface PlanningView {
  planning: FamilyPlanning;
  now: Temporal.Instant;
  /** The idempotency key of this page, new each time it is drawn. */
  pageKey: string;
  /** Sent back because nothing had changed. */
  unchanged: boolean;
  /** Asked for a month or a week that does not exist. */
  unknownSpan?: boolean;
  /** Whether the family has a contract to read. */
  contract?: boolean;
  /** What is served on its days. */
  menus?: readonly DayMenu[];
  whom?: PlanningFor;
}

/** The page of one month or week: what is booked, and the form to change it. */
export function planningPage({
  planning,
  now,
  pageKey,
  unchanged,
  unknownSpan = false,
  contract = false,
  menus = [],
  whom = forItself,
}: PlanningView): Page {
  const grid = shownGrid(planning, now, whom, menus);
  return {
    title: documentTitle(planning.span, grid),
    section: whom.section,
    dense: whom.dense,
    islands: whom.islands,
    ...(unchanged
      ? {
          flash: (
            <Notice title={texts.nothingChanged.title} announce>
              <p>{texts.nothingChanged.sentence}</p>
            </Notice>
          ),
        }
      : {}),
    ...(unknownSpan
      ? {
          flash: (
            <Notice title={texts.unknownMonth.title} announce>
              <p>{texts.unknownMonth.sentence}</p>
            </Notice>
          ),
        }
      : {}),
    main: (
      <>
        <h1>{heading(planning.span, grid)}</h1>
        {whom.banner}
        {planning.reach === null ? (
          <EmptyState title={texts.notEnrolled.title}>
            <p>{texts.notEnrolled.sentence}</p>
          </EmptyState>
        ) : (
          <>
            <p class="lead">{texts.lead}</p>
            {contract && (
              <p>
                <a href="/contrats">{texts.contract}</a>
              </p>
            )}
            {whom.tools && hasBasket(planning) && (
              <Notice tone="warning" title={texts.basket.title}>
                <p>
                  {texts.basket.sentence} <a href="/panier">{texts.basket.link}</a>
                </p>
              </Notice>
            )}
            <ClassNotices planning={planning} />
            <SpanNavigation span={planning.span} reach={planning.reach} base={whom.base} now={now} />
            <div class="aids">
              {whom.tools && <PlanningTools planning={planning} now={now} />}
              <Prices rows={grid.rows} own={whom.tools} quotientEnd={quotientEnd(planning, now)} />
            </div>
            <Grid grid={grid} planning={planning} pageKey={pageKey} whom={whom} />
          </>
        )}
      </>
    ),
  };
}

const hasBasket = ({ cells }: FamilyPlanning) =>
  cells.some(({ held, heldUntil = null }) => held === "us" && heldUntil !== null);

/** What each line costs, once, folded: a family with thirteen lines opens its planning at the days. */
function Prices(props: {
  rows: ShownGrid["rows"];
  own: boolean;
  quotientEnd: Temporal.PlainDate | undefined;
}) {
  const { rows, own, quotientEnd: lastDay } = props;
  const priced = rows.flatMap(({ who, label, activity, price }) =>
    price === undefined ? [] : [{ who, label, activity, price }],
  );
  if (priced.length === 0) return null;
  return (
    <Details summary={texts.prices.title}>
      <ul>
        {priced.map(({ who, label, activity, price }) => (
          <li>{texts.prices.line(who.name, label, activity, price.words)}</li>
        ))}
      </ul>
      {lastDay !== undefined && (
        <p>
          {texts.prices.after(lastDay)} {own && <a href="/famille/quotient">{texts.prices.declare}</a>}
        </p>
      )}
      {own && (
        <p>
          <a href="/tarifs">{texts.prices.why}</a>
        </p>
      )}
    </Details>
  );
}

/** The last day of a quotient after which a line of the planning costs something else; the first one. */
function quotientEnd(
  { lines, estimate }: FamilyPlanning,
  now: Temporal.Instant,
): Temporal.PlainDate | undefined {
  if (estimate === undefined) return undefined;
  const today = parisDate(now);
  const ends = lines.flatMap(({ firstDay, lastDay, ...line }) => {
    const date = Temporal.PlainDate.compare(firstDay, today) > 0 ? firstDay : today;
    const after = afterQuotient(estimate, { ...line, date, minutes: ONE_HOUR, days: 1 }, lastDay);
    return after === undefined ? [] : [after.lastDay];
  });
  return ends.toSorted((one, other) => Temporal.PlainDate.compare(one, other))[0];
}

function Grid(props: { grid: ShownGrid; planning: FamilyPlanning; pageKey: string; whom: PlanningFor }) {
  const { grid, planning, pageKey, whom } = props;
  const words = texts.bar(placeNoun(planning.lines.map((line) => line.unitName)));
  return (
    <form method="post" action={`${whom.base}/verifier`} data-keeper={whom.keeper ?? undefined}>
      {whom.keeper !== null && <KeptNotice />}
      <FormToken />
      <input type="hidden" name="cle" value={pageKey} />
      <SpanField span={planning.span} />
      <input type="hidden" name="affiche" value={writeCellList(grid.boxes)} />
      <HourChoice
        lines={grid.hourLines}
        changeHref={whom.tools ? `${whom.base}/heures?${spanQuery(planning.span)}` : null}
      />
      <DayGrid rows={grid.rows} weeks={grid.weeks} words={texts.words} />
      {grid.boxes.length > 0 && (
        <ChangeBar words={words} button={<Button>{texts.save}</Button>}>
          {texts.barWithout}
        </ChangeBar>
      )}
    </form>
  );
}

/** « Planning d’avril », « Planning de la semaine du 9 au 13 novembre ». */
function heading(span: PlanningSpan, grid: ShownGrid): string {
  if (span.kind === "week") return texts.titleWeek(captionOf(span, grid));
  const name = monthName(span.month.month);
  return /^[aeiouyh]/.test(name) ? texts.titleVowel(name) : texts.title(name);
}

function documentTitle(span: PlanningSpan, grid: ShownGrid): string {
  return texts.documentTitle(
    span.kind === "week" ? captionOf(span, grid) : capitalise(formatMonth(span.month)),
  );
}

/** « Semaine du 9 au 13 novembre », as the grid has it. */
function captionOf(span: PlanningSpan, { weeks: [week] }: ShownGrid): string {
  const [dates = []] = weeksOfSpan(span);
  return week?.caption ?? weekCaption(dates);
}

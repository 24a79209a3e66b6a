import { cents, formatCents, signedCents } from "#kernel";
import { BarChart, DataTable } from "#platform";

import type { ActivityTotal } from "../../../run/review.ts";
import { texts } from "./texts.fr.ts";

/** A change that is worth a look: a fifth more or less than the month before. */
const CHANGED = 0.2;

/** Totals by activity with the month before: bars, and the same figures underneath. */
export function ActivitiesSection(props: {
  month: Temporal.PlainYearMonth;
  totals: readonly ActivityTotal[];
}) {
  const { month, totals } = props;
  if (totals.length === 0) return null;
  const sum = (of: (total: ActivityTotal) => number) =>
    cents(totals.reduce((total, one) => total + of(one), 0));
  const [run, whole, before] = [sum((one) => one.run), sum((one) => one.month), sum((one) => one.before)];
  const name = ({ activity }: ActivityTotal) => (activity === "" ? texts.activities.other : activity);
  return (
    <section>
      <h2>{texts.activities.title}</h2>
      <BarChart
        caption={texts.activities.caption(month)}
        table={null}
        bars={totals.map((total) => ({
          label: name(total),
          value: Math.max(0, total.month),
          room: Math.max(0, total.before),
          text: texts.activities.bar(total.month, total.before),
          attention: total.before > 0 && Math.abs(total.month - total.before) > total.before * CHANGED,
        }))}
      />
      <DataTable
        caption={texts.activities.caption(month)}
        captionHidden
        columns={[
          { header: texts.activities.activity, rowHeader: true, cell: name, total: texts.activities.all },
          {
            header: texts.activities.run,
            numeric: true,
            cell: (one) => formatCents(one.run),
            total: formatCents(run),
          },
          {
            header: texts.activities.month,
            numeric: true,
            cell: (one) => formatCents(one.month),
            total: formatCents(whole),
          },
          {
            header: texts.activities.before,
            numeric: true,
            cell: (one) => formatCents(one.before),
            total: formatCents(before),
          },
          {
            header: texts.activities.change,
            numeric: true,
            cell: (one) => signedCents(cents(one.month - one.before)),
            total: signedCents(cents(whole - before)),
          },
        ]}
        rows={totals}
      />
    </section>
  );
}

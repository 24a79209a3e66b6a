import { useId } from "preact/hooks";
import { DataTable } from "../data/data-table.tsx";

export type Bar = {
  label: string;
  value: number;
  /** The value in words and unit: « 42 repas sur 60 ». */
  text: string;
  /** What the bar could reach; drawn as an empty trough behind it. */
  room?: number | undefined;
  /** Drawn in brick; `text` says why. */
  attention?: boolean | undefined;
};

export type BarChartProps = {
  caption: string;
  /** Headings of the table underneath; null where the page goes on with a table that holds the same figures. */
  table: { label: string; value: string } | null;
  bars: readonly Bar[];
};

/**
 * Horizontal bars and, underneath, the same figures as a table: the picture is one image with a name, the table is what
 * is read out. Names and values are ordinary text, which folds, grows and is spaced as the reader wants it (RGAA 10.4,
 * 10.11, 10.12); the bars alone are drawn.
 */
export function BarChart({ caption, table, bars }: BarChartProps) {
  const id = useId();
  const longest = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.room ?? 0)));
  return (
    <figure class="chart" role="figure" aria-label={caption}>
      <figcaption id={id}>{caption}</figcaption>
      <div role="img" aria-labelledby={id}>
        {bars.map((bar) => (
          <BarLine bar={bar} longest={longest} />
        ))}
      </div>
      {table && (
        <DataTable
          caption={<span class="vh">{caption}</span>}
          columns={[
            { header: table.label, cell: (bar) => bar.label, rowHeader: true },
            { header: table.value, cell: (bar) => bar.text, numeric: true },
          ]}
          rows={bars}
        />
      )}
    </figure>
  );
}

function BarLine({ bar, longest }: { bar: Bar; longest: number }) {
  const share = (value: number) => `${Math.round((value / longest) * 1000) / 10}%`;
  return (
    <div class="bar-line">
      <span>{bar.label}</span>
      <span>{bar.text}</span>
      <svg height="14">
        {bar.room !== undefined && <rect class="bar-room" y="1" width={share(bar.room)} height="12" rx="6" />}
        <rect
          class={bar.attention ? "bar-attention" : "bar"}
          y="1"
          width={share(bar.value)}
          height="12"
          rx="6"
        />
      </svg>
    </div>
  );
}

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

const lineHeight = 44;
/** Where a name and its value do not fit side by side on a telephone, the value has a line of its own. */
const SIDE_BY_SIDE = 36;
const valueHeight = 22;

/**
 * Horizontal bars and, underneath, the same figures as a table: the picture is one image with a
 * name, the table is what is read out. Lengths are percentages, so it fits any width without a
 * script and the text keeps its size.
 */
export function BarChart({ caption, table, bars }: BarChartProps) {
  const id = useId();
  const longest = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.room ?? 0)));
  const below = bars.some(({ label, text }) => label.length + text.length > SIDE_BY_SIDE) ? valueHeight : 0;
  const height = lineHeight + below;
  return (
    <figure class="chart">
      <figcaption id={id}>{caption}</figcaption>
      <svg role="img" aria-labelledby={id} height={bars.length * height}>
        {bars.map((bar, index) => (
          <BarLine bar={bar} top={index * height} below={below} longest={longest} />
        ))}
      </svg>
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

function BarLine(props: { bar: Bar; top: number; below: number; longest: number }) {
  const { bar, top, below, longest } = props;
  const share = (value: number) => `${Math.round((value / longest) * 1000) / 10}%`;
  return (
    <>
      <text x="0" y={top + 16}>
        {bar.label}
      </text>
      <text class={below === 0 ? "end" : "below"} x={below === 0 ? "100%" : "0"} y={top + 16 + below}>
        {bar.text}
      </text>
      {bar.room !== undefined && (
        <rect class="bar-room" x="0" y={top + 23 + below} width={share(bar.room)} height="12" rx="6" />
      )}
      <rect
        class={bar.attention ? "bar-attention" : "bar"}
        x="0"
        y={top + 23 + below}
        width={share(bar.value)}
        height="12"
        rx="6"
      />
    </>
  );
}

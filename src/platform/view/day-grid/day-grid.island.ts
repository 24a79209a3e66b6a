// Progressive: arrow keys between the boxes of a day grid (space toggles them natively), the
// count of what will change in the bar, and what lists say in the cells that take it. Without
// this file the form works the same.

const grid = document.querySelector("[data-day-grid]");
const boxes = [...(grid?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
const count = document.querySelector<HTMLElement>("[data-day-count]");
const atFirst = count?.textContent ?? "";

/** « 16 h 30 – 18 h »: what the lists of a line say, written in its cells; by the line's number, with its name. */
function repeat(): Map<string, string> {
  const said = new Map<string, string>();
  for (const lists of document.querySelectorAll<HTMLElement>("[data-tells]")) {
    const line = lists.dataset["tells"] ?? "";
    const selects = [...lists.querySelectorAll<HTMLSelectElement>("select:not([name=enfants])")];
    const text = selects.map((select) => select.selectedOptions[0]?.text.trim()).join(" – ");
    for (const cell of document.querySelectorAll(`[data-told="${line}"]`)) cell.textContent = text;
    said.set(line, `${lists.querySelector("legend")?.textContent}, ${text}`);
  }
  return said;
}

/** What a box costs, in cents: its own price, or that of its line; undefined where nobody can say. */
function centsOf(box: HTMLInputElement): number | undefined {
  const cell = box.closest("td");
  const line = cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex];
  const cents = cell?.dataset["cents"] ?? line?.dataset["cents"];
  const hours = line?.dataset["hours"];
  const lists = document.querySelectorAll<HTMLSelectElement>(`#arrivee-${hours},#depart-${hours}`);
  const asBefore = [...lists].every((list) => list.selectedOptions[0]?.defaultSelected);
  return cents === undefined || !asBefore ? undefined : Number(cents);
}

/** « environ + 32,40 € »; nothing where nothing is said of prices. */
function costOf(changed: readonly HTMLInputElement[]): string | undefined {
  const { cost, costUnknown } = count?.dataset ?? {};
  if (!changed.length || !grid?.querySelector("[data-cents]")) return undefined;
  let total = 0;
  for (const box of changed) total += (centsOf(box) ?? Number.NaN) * (box.checked ? 1 : -1);
  if (Number.isNaN(total)) return costUnknown;
  const euros = (Math.abs(total) / 100).toLocaleString("fr-FR", { style: "currency", currency: "EUR" });
  return cost?.replace("{euros}", `${total < 0 ? "−" : "+"}\u00a0${euros}`);
}

/** « 4 repas ajoutés (Lina, soir, 16 h 30 – 18 h) : environ + 9,60 € »: words come from the bar's data attributes. */
function tell(): void {
  const said = repeat();
  if (!count) return;
  const counts = { added: 0, removed: 0, asked: 0, left: 0 };
  const told = new Set<string>();
  const changed: HTMLInputElement[] = [];
  for (const box of boxes) {
    const cell = box.closest("td");
    const was = cell?.hasAttribute("data-was") ?? false;
    if (box.checked === was) continue;
    // A turn on a waiting list costs nothing, and is no place that is free of charge.
    const turn = cell?.hasAttribute("data-turn");
    if (turn) counts[was ? "left" : "asked"]++;
    else counts[was ? "removed" : "added"]++;
    if (!turn) changed.push(box);
    const line = cell?.querySelector<HTMLElement>("[data-told]")?.dataset["told"];
    if (line) told.add(said.get(line) ?? "");
  }
  const words = count.dataset;
  const parts = Object.entries(counts).flatMap(([what, n]) =>
    n === 0 ? [] : (words[n === 1 ? `${what}One` : what]?.replace("{n}", `${n}`) ?? []),
  );
  const hours = told.size === 0 ? "" : ` (${[...told].join("\u00a0; ")})`;
  const cost = costOf(changed);
  const about = cost === undefined ? "" : `\u00a0: ${cost}`;
  const text = parts.length === 0 ? words["none"] || atFirst : `${parts.join(", ")}${hours}${about}`;
  if (count.textContent !== text) count.textContent = text;
}

/**
 * The nearest box in the direction of the arrow, by what the eye sees: the same key works on
 * cards and on columns. Steps along an axis keep to the other one.
 */
function neighbour(from: HTMLInputElement, key: string): HTMLInputElement | undefined {
  const here = from.getBoundingClientRect();
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  let best: HTMLInputElement | undefined;
  let shortest = Infinity;
  for (const box of boxes) {
    const there = box.getBoundingClientRect();
    const across = there.x - here.x;
    const down = there.y - here.y;
    const ahead = sign * (sideways ? across : down);
    const aside = Math.abs(sideways ? down : across);
    if (!box.disabled && ahead > 1 && aside < here.height && ahead < shortest) {
      shortest = ahead;
      best = box;
    }
  }
  return best;
}

// The hours of a line stand outside the grid, in the same form.
(count?.closest("form") ?? grid)?.addEventListener("change", tell);
grid?.addEventListener("keydown", (event) => {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof HTMLInputElement)) return;
  if (!event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = neighbour(event.target, event.key);
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
// A page taken back from the browser's history may carry changed boxes.
addEventListener("pageshow", tell);
tell();

export {};

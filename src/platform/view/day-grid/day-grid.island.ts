// Progressive: arrow keys between the boxes of a day grid (space toggles them natively), and
// the count of what will change in the bar. Without this file the form works the same.

const grid = document.querySelector("[data-day-grid]");
const boxes = [...(grid?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
const count = document.querySelector<HTMLElement>("[data-day-count]");
const atFirst = count?.textContent ?? "";

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

/** « 4 repas ajoutés, 1 annulé : environ + 9,60 € »: words come from the bar's data attributes. */
function tell(): void {
  if (!count) return;
  const changed: HTMLInputElement[] = [];
  let added = 0;
  let removed = 0;
  for (const box of boxes) {
    const was = box.closest("td")?.hasAttribute("data-was");
    if (box.checked && !was) added++;
    if (!box.checked && was) removed++;
    if (box.checked !== was) changed.push(box);
  }
  const words = count.dataset;
  const parts = [
    added && (added === 1 ? words["addedOne"] : words["added"])?.replace("{n}", `${added}`),
    removed && (removed === 1 ? words["removedOne"] : words["removed"])?.replace("{n}", `${removed}`),
  ].filter(Boolean);
  const said = [parts.join(", "), costOf(changed)].filter(Boolean).join("\u00a0: ");
  const text = said || words["none"] || atFirst;
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

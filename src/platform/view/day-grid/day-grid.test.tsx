import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { DayGrid } from "./day-grid.tsx";
import type { DayGridCell, DayGridDay, DayGridWeek, Weekday } from "./day-grid-types.ts";
import { columnClasses, isFolded } from "./folded-columns.ts";

const free: DayGridCell = {
  tone: "free",
  word: "Libre",
  choice: { name: "r", value: "1", saved: false, checked: false },
};

const open = (weekday: Weekday, cells: readonly (DayGridCell | null)[] = [free]): DayGridDay => ({
  weekday,
  label: `jour ${weekday}`,
  cells,
});

const closed = (weekday: Weekday): DayGridDay => ({
  weekday,
  label: `jour ${weekday}`,
  shortLabel: `j${weekday}`,
  closed: "Fermé",
});

const week = (...days: readonly DayGridDay[]): DayGridWeek => ({ caption: "Semaine", days });

describe("columns", () => {
  test.each([
    ["a weekday never open is folded", [week(open(1), closed(3)), week(open(1), closed(3))], "fold-3"],
    ["a weekday closed once keeps its width", [week(open(1), closed(3)), week(closed(1), open(3))], ""],
    ["a weekday never shown takes no room", [week(open(1))], "none-3"],
  ])("%s", (_, weeks, expected) => {
    const about3 = columnClasses(weeks)
      .split(" ")
      .filter((name) => name.endsWith("-3"));
    expect(about3.join(" ")).toBe(expected);
  });

  test("an open day anywhere unfolds its column", () => {
    expect(isFolded([week(closed(3)), week(open(3))], 3)).toBe(false);
    expect(isFolded([week(closed(3))], 3)).toBe(true);
  });
});

describe("markup", () => {
  const who = { name: "Léa <script>", initials: "LM", colour: 1 } as const;
  const rows = [{ label: "Repas", who }];
  const render = (day: DayGridDay) =>
    renderToString(
      <DayGrid rows={rows} weeks={[week(day)]} words={{ added: "À réserver", removed: "À annuler" }} />,
    );

  test("names are escaped", () => {
    expect(render(open(1))).not.toContain("<script>");
    expect(render(open(1))).toContain("Léa &lt;script>");
  });

  test("what is saved and what is proposed are told apart", () => {
    const html = render(
      open(1, [{ ...free, choice: { name: "r", value: "1", saved: true, checked: false } }]),
    );
    expect(html).toContain("data-was");
    expect(html).not.toContain(" checked");
    expect(html).toContain("À annuler");
  });

  test("a cell without a choice has no box, and still its word", () => {
    const html = render(open(1, [{ tone: "late", word: "Délai passé" }]));
    expect(html).not.toContain("<input");
    expect(html).toContain("Délai passé");
  });

  test("a row that has nothing that day says so", () => {
    expect(render(open(1, [null]))).toContain("Non proposé");
  });

  test("of several lines the name stands once a card, above the first that has something, and is heard with each", () => {
    const several = ["Repas", "Soir", "Journée"].map((label) => ({ label, activity: "Périscolaire", who }));
    const html = renderToString(
      <DayGrid
        rows={[...several, { label: "Repas", who: { ...who, name: "Noé", colour: 2 } }]}
        weeks={[week(open(1, [null, free, free, free]), open(2, [free, null, null, null]))]}
        words={{ added: "À réserver", removed: "À annuler" }}
      />,
    );
    expect(html.match(/class="cell-child"/g)).toHaveLength(2);
    expect(html).toMatch(/cell-none[^]*cell-child[^]*Soir[^]*Journée/);
    expect(html.match(/<span class="vh">Léa &lt;script> <\/span>/g)).toHaveLength(3);
    expect(html.match(/ group"/g)).toHaveLength(2);
  });

  test("a line that offers nothing all week is left out of that week, and is there in the next", () => {
    const html = renderToString(
      <DayGrid
        rows={["Repas", "Soir"].map((label) => ({ label, who }))}
        weeks={[week(open(1, [free, null]), open(2, [free, null])), week(open(1, [free, free]))]}
        words={{ added: "À réserver", removed: "À annuler" }}
      />,
    );
    const [, first, second] = html.split("<table");
    expect(first).not.toContain("Soir");
    expect(first?.match(/<input/g)).toHaveLength(2);
    expect(second).toContain("Soir");
    expect(second?.match(/<input/g)).toHaveLength(2);
  });

  test("the words of a line are heard apart, and a box with a deadline of its own says it", () => {
    const html = renderToString(
      <DayGrid
        rows={["Journée avec repas", "Soir"].map((label) => ({
          label,
          activity: "Mercredi",
          who,
          price: { words: "15,00 €" },
        }))}
        weeks={[week(open(1, [{ ...free, note: "Modifiable jusqu’à 14 h" }, free]))]}
        words={{ added: "À réserver", removed: "À annuler" }}
      />,
    );
    expect(html.replaceAll(/<[^>]*>/g, "")).toContain("Journée avec repas, Mercredi, 15,00 €");
    expect(html.match(/aria-describedby="delai-1"/g)).toHaveLength(1);
    expect(html).toContain('id="delai-1">Modifiable');
  });

  test("nothing is inline: the CSP holds", () => {
    expect(render(open(1))).not.toMatch(/ style=| on\w+=/);
  });
});

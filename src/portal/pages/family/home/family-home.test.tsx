import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";

import type { PlaceState } from "#bookings";
import { parisInstant } from "#kernel";

import { newId } from "../../../../../test/builders/canteen.ts";
import { comingWeek } from "./coming-week.ts";
import type { FamilyHome, HomeChild, HomePlace } from "./family-home.ts";
import { familyHomePage } from "./family-home-page.tsx";
import { homeDays } from "./home-days.ts";
import { daysToDecide } from "./to-decide.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const noonOf = (day: string) => parisInstant(date(day), new Temporal.PlainTime(12));

const child = (name: string, enrolled = true): HomeChild => ({
  id: newId<"participant">(),
  name,
  initials: `${name.charAt(0)}L`,
  colour: 2,
  enrolled,
});
const lina = child("Lina");
const hugo = child("Hugo");

const booked: PlaceState = { kind: "booked", canCancel: true, hours: null, heldUntil: null };
const kept: PlaceState = { kind: "booked", canCancel: false, hours: null, heldUntil: null };
const free: PlaceState = { kind: "free" };

/** A meal at Rue, which can change until noon of the eve. */
function meal(who: HomeChild, day: string, place: PlaceState, more: Partial<HomePlace> = {}): HomePlace {
  const until = noonOf(date(day).subtract({ days: 1 }).toString());
  const whole = {
    childId: who.id,
    date: date(day),
    place,
    saidAbsent: false,
    bookUntil: until,
    cancelUntil: until,
  };
  return { ...whole, unitName: "Repas", commune: "Rue", ...more };
}

/** The family on Monday 23 November 2026. */
function home(places: readonly HomePlace[], children = [lina, hugo], today = "2026-11-23"): FamilyHome {
  return { today: date(today), children, places, gaps: [], offers: [], basket: [], waiting: [] };
}

const wordsOf = (family: FamilyHome) =>
  homeDays(family).map((day) => [
    day.date.toString(),
    ...day.children.map(({ child: { name }, states }) =>
      [name, ...states.map(({ word }) => word)].join(" : "),
    ),
  ]);

test("each child's today and tomorrow, in words", () => {
  const morning = { unitName: "Accueil du matin" };
  const places = [
    meal(lina, "2026-11-23", kept, morning),
    meal(lina, "2026-11-23", kept),
    meal(hugo, "2026-11-23", { kind: "missed" }),
    meal(lina, "2026-11-24", { kind: "closed", because: "Grève du personnel" }),
    meal(hugo, "2026-11-24", { kind: "booked-elsewhere" }, { commune: "Le Crotoy" }),
  ];
  expect(wordsOf(home(places))).toEqual([
    ["2026-11-23", "Lina : Accueil du matin et repas à Rue", "Hugo : Rien de réservé"],
    ["2026-11-24", "Lina : Fermé : Grève du personnel", "Hugo : Repas au Crotoy"],
  ]);
});

test("a child without a place that day, and one without an enrolment", () => {
  const zoe = child("Zoé", false);
  expect(wordsOf(home([meal(lina, "2026-11-24", free)], [lina, hugo, zoe]))[1]).toEqual([
    "2026-11-24",
    "Lina : Rien de réservé",
    "Hugo : Pas d’accueil",
    "Zoé : Pas d’inscription en cours",
  ]);
});

test("on a Friday the next open day follows the empty Saturday, past a closed Monday", () => {
  const places = [
    meal(lina, "2026-11-27", kept),
    meal(lina, "2026-11-30", { kind: "closed", because: "Pont" }),
    meal(lina, "2026-12-01", booked),
  ];
  expect(wordsOf(home(places, [lina], "2026-11-27"))).toEqual([
    ["2026-11-27", "Lina : Repas à Rue"],
    ["2026-11-28"],
    ["2026-12-01", "Lina : Repas à Rue"],
  ]);
});

test("the next three days that can change, with who has what", () => {
  const places = [
    meal(lina, "2026-11-23", kept),
    meal(lina, "2026-11-24", booked),
    meal(hugo, "2026-11-24", free),
    meal(lina, "2026-11-26", { kind: "full", canWait: false }),
    meal(hugo, "2026-11-26", booked),
    meal(lina, "2026-11-27", { kind: "full", canWait: false }),
    meal(lina, "2026-11-30", free),
    meal(lina, "2026-12-01", free),
  ];
  expect(daysToDecide(home(places))).toEqual([
    { date: date("2026-11-24"), until: noonOf("2026-11-23"), booked: ["Lina"], nothing: ["Hugo"], full: [] },
    { date: date("2026-11-26"), until: noonOf("2026-11-25"), booked: ["Hugo"], nothing: [], full: ["Lina"] },
    { date: date("2026-11-30"), until: noonOf("2026-11-29"), booked: [], nothing: ["Lina"], full: [] },
  ]);
});

test("what is booked counts until its own deadline, what is free until the other", () => {
  const deadlines = { bookUntil: noonOf("2026-11-23"), cancelUntil: noonOf("2026-11-24") };
  const [taken] = daysToDecide(home([meal(lina, "2026-11-26", booked, deadlines)]));
  const [open] = daysToDecide(home([meal(lina, "2026-11-26", free, deadlines)]));
  expect(taken?.until).toEqual(deadlines.cancelUntil);
  expect(open?.until).toEqual(deadlines.bookUntil);
});

test("a day names those whose deadline it is, and neither the absent nor those for whom it is over", () => {
  const rose = child("Rose");
  const [noon, two] = [noonOf("2026-11-23"), noonOf("2026-11-23").add({ hours: 2 })];
  const places = [
    meal(lina, "2026-11-24", booked, { cancelUntil: noon }),
    // Rose's own school closed yesterday: nothing of hers is left to change.
    meal(rose, "2026-11-24", kept, { cancelUntil: noon.subtract({ hours: 24 }) }),
    meal(hugo, "2026-11-24", free, { bookUntil: two }),
    meal(lina, "2026-11-26", booked, { saidAbsent: true }),
    meal(lina, "2026-11-26", free, { unitName: "Accueil du soir" }),
  ];
  expect(daysToDecide(home(places, [lina, hugo, rose]))).toEqual([
    { date: date("2026-11-24"), until: noon, booked: ["Lina"], nothing: [], full: [] },
    { date: date("2026-11-24"), until: two, booked: [], nothing: ["Hugo"], full: [] },
  ]);
});

test("who has nothing today is said above, not as something to decide", () => {
  const places = [
    meal(hugo, "2026-11-23", free, { bookUntil: noonOf("2026-11-23") }),
    meal(lina, "2026-11-23", booked, { cancelUntil: noonOf("2026-11-23") }),
  ];
  expect(daysToDecide(home(places)).map(({ booked: names, nothing }) => [names, nothing])).toEqual([
    [["Lina"], []],
  ]);
});

test("a day to decide leads to its week, at the day", () => {
  const html = renderToString(familyHomePage("Claire", home([meal(lina, "2026-11-26", free)])).main);
  expect(html).toContain('href="/planning?semaine=2026-11-23#jour-2026-11-26"');
});

test("what is left of the week, child by child; at the week-end, the next one", () => {
  const evening = { unitName: "Accueil du soir" };
  const places = [
    meal(lina, "2026-11-23", kept),
    meal(lina, "2026-11-23", kept, evening),
    meal(lina, "2026-11-26", booked),
    meal(hugo, "2026-11-26", free),
    meal(lina, "2026-11-30", booked),
  ];
  const told = (today: string) => {
    const week = comingWeek(
      home(
        places.filter((place) => place.date.toString() >= today),
        [lina, hugo],
        today,
      ),
    );
    return [week?.next, ...(week?.children ?? []).map(({ child: { name }, lines }) => [name, ...lines])];
  };
  expect(told("2026-11-23")).toEqual([
    false,
    ["Lina", "Repas lundi et jeudi", "Accueil du soir lundi"],
    ["Hugo"],
  ]);
  expect(told("2026-11-28")).toEqual([true, ["Lina", "Repas lundi"]]);
  expect(told("2026-12-01")).toEqual([undefined]);
});

test("a day on which a child was said to be absent is no meal of the week", () => {
  const places = [
    meal(lina, "2026-11-24", booked),
    meal(lina, "2026-11-26", booked, { saidAbsent: true }),
    meal(hugo, "2026-11-26", booked, { saidAbsent: true }),
  ];
  expect(comingWeek(home(places))?.children.map(({ lines }) => lines)).toEqual([
    ["Repas mardi", "Absence annoncée : repas jeudi"],
    ["Absence annoncée : repas jeudi"],
  ]);
});

/** The text of the page, without its tags. */
function textOf(family: FamilyHome): string {
  return renderToString(familyHomePage("Claire Lefebvre", family).main)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("the page says today, tomorrow, then what to decide before when", () => {
  const family = home([
    meal(lina, "2026-11-23", kept),
    meal(lina, "2026-11-24", booked),
    meal(lina, "2026-11-26", free, { bookUntil: noonOf("2026-11-24") }),
    meal(lina, "2026-12-03", free, { bookUntil: noonOf("2026-12-02") }),
  ]);
  const monday = date("2026-11-30");
  const gap = { monday, until: noonOf("2026-12-02"), activities: ["Accueil du soir"] };
  const text = textOf({
    ...family,
    gaps: [
      { ...gap, childId: lina.id, empty: true },
      { ...gap, childId: hugo.id, empty: false },
    ],
    offers: [
      { firstName: "Hugo", unitName: "Journée", date: monday, days: 1, answerUntil: noonOf("2026-11-24") },
    ],
  });
  const inOrder = [
    "Bonjour Claire Lefebvre",
    "Aujourd’hui lundi 23 novembre",
    "LL Lina Repas à Rue",
    "Demain mardi 24 novembre",
    "Malade aujourd’hui ?",
    "Une place vous est proposée Hugo, journée du lundi 30 novembre. À accepter avant demain 12 h.",
    "La semaine prochaine est vide pour Lina. À décider avant mercredi 2 décembre à 12 h.",
    "La semaine prochaine, rien pour Hugo : Accueil du soir. D’habitude, si.",
    "Mardi 24 novembre Modifiable jusqu’à aujourd’hui 12 h Réservé pour Lina.",
    "Jeudi 26 novembre À décider avant demain 12 h Rien pour Lina.",
    "Jeudi 3 décembre À décider avant mercredi 2 décembre à 12 h Rien pour Lina.",
    "Cette semaine LL Lina Repas lundi et mardi",
    "Ouvrir le planning Listes d’attente",
  ];
  const positions = inOrder.map((words) => text.indexOf(words));
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(positions).not.toContain(-1);
});

test("a week-end is called one", () => {
  const text = textOf(
    home([meal(lina, "2026-11-27", kept), meal(lina, "2026-11-30", booked)], [lina], "2026-11-27"),
  );
  expect(text).toContain("Demain samedi 28 novembre C’est le week-end.");
  expect(text).toContain("Ensuite lundi 30 novembre LL Lina Repas à Rue");
});

test("holidays and a family without children say so", () => {
  const holidays = textOf(home([]));
  expect(holidays).toContain("Pas d’accueil ce jour-là.");
  expect(holidays).toContain("Rien à décider pour le moment.");
  expect(textOf(home([], []))).toContain("Aucun enfant pour le moment");
});

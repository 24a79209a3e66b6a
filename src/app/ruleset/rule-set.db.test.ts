import { readFileSync } from "node:fs";

import { afterAll, beforeAll, expect, test } from "vitest";

import { importSchoolCalendar, ruleSetVersions } from "#activities";
import { parisDateTime } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { exampleText } from "../../../test/rulesets/example-files.ts";
import { togetherText } from "../../../test/rulesets/together.ts";
import { changesReport } from "./changes-report.ts";
import { checkText } from "./check-text.ts";
import { exportRuleSet } from "./export-rule-set.ts";
import { applyRuleSet, changesNothing, previewRuleSet } from "./import-rule-set.ts";
import type { WrittenRuleSet } from "./schema.ts";
import { writeText } from "./write-text.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
  const text = readFileSync("reference/school-calendar-zone-b.csv", "utf8");
  await town.database.write((writes) =>
    importSchoolCalendar(writes, { text, zone: "B", authorityId: town.authority.id, by: "Paul Martin" }),
  );
});
afterAll(() => town.close());

/** Every kind of unit, deadline, window and condition is in one of them. */
const EXAMPLES = [
  ...[
    "ponthieu-marquenterre",
    "r01-villes-soeurs",
    "r04-ploermel",
    "r12-combrailles",
    "r13-damvillers-spincourt",
  ],
  ...["r15-mametz", "r16-poulainville", "r19-veyras", "r21-rontalon", "r30-eragny"],
];

type WrittenRule = NonNullable<NonNullable<WrittenRuleSet["deadlines"]>[number]["book"]>;

const NOW = Temporal.Instant.from("2026-08-24T08:00:00Z");
const SEPTEMBER = Temporal.PlainDate.from("2026-09-01");
const JANUARY = Temporal.PlainDate.from("2027-01-04");

function request(file: string, from = SEPTEMBER) {
  const { ruleSet, findings } = checkText(file);
  if (ruleSet === undefined) throw new Error(findings.map(({ sentence }) => sentence).join("\n"));
  return { authorityId: town.authority.id, ruleSet, file, from, by: "Paul Martin", now: NOW };
}

async function apply(file: string, from?: Temporal.PlainDate) {
  const changes = await applyRuleSet(town.database, request(file, from));
  if (!changes.ok) throw new Error(changes.refusal.map(({ sentence }) => sentence).join("\n"));
  return changes.value;
}

const exported = async (on = SEPTEMBER) =>
  writeText(await town.database.read((reads) => exportRuleSet(reads, { authority: "Exemple", on })));

const versions = () => town.database.read(ruleSetVersions);

/** Until when a meal of the canteen of Rue may be cancelled, as its slot keeps it. */
async function cancelUntil(date: string): Promise<string | undefined> {
  const { rows } = await town.pool.query<{ until: string }>(
    `select cancel_until::text as until
     from ${town.authority.schema}.slot join ${town.authority.schema}.activity a on a.id = slot.activity_id
     where a.code = 'ponthieu-marquenterre-cantine-rue' and date = $1`,
    [date],
  );
  const [row] = rows;
  return (
    row &&
    parisDateTime(Temporal.Instant.from(row.until.replace(" ", "T"))).toString({ smallestUnit: "minute" })
  );
}

test("a preview says what would change and writes nothing; applied, it is so; twice changes nothing", async () => {
  const file = togetherText(EXAMPLES.map((name) => ({ name, text: exampleText(name) })));
  const preview = await previewRuleSet(town.database, request(file));
  expect(preview.ok && changesReport(preview.value, SEPTEMBER)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Nouveau service : Restauration scolaire – Rue ("),
      expect.stringMatching(
        /Multi-accueil Les Galets, inscription : conditions : avoir de 2\smois à moins de .* ; un dossier avec/,
      ),
    ]),
  );
  expect(await versions()).toEqual([]);
  expect(await cancelUntil("2026-11-12")).toBeUndefined();

  const applied = await apply(file);
  expect(preview.ok && preview.value.bookings).toEqual(applied.bookings);
  expect(await cancelUntil("2026-11-12")).toBe("2026-11-10T12:00");
  expect(await versions()).toMatchObject([{ byLabel: "Paul Martin", validFrom: SEPTEMBER }]);

  expect(changesNothing(await apply(file))).toBe(true);
  expect(await versions()).toHaveLength(1);
});

test("what is exported is accepted, and importing it changes nothing", async () => {
  const text = await exported();
  const changes = await apply(text);
  expect(changesReport(changes, SEPTEMBER)).toEqual([expect.stringContaining("ne change rien")]);
  expect(await exported()).toBe(text);
  for (const on of ["2026-11-02", "2027-01-04"]) {
    const day = Temporal.PlainDate.from(on);
    expect(changesNothing(await apply(await exported(day), day))).toBe(true);
  }
});

test("a change holds for the slots from its day on; the ones before keep their rules", async () => {
  const written = await town.database.read((reads) =>
    exportRuleSet(reads, { authority: "Exemple", on: JANUARY }),
  );
  const rule: WrittenRule = {
    kind: "daysBefore",
    days: 2,
    cutOff: "10:00",
    notCounted: ["saturdays", "sundays"],
  };
  const later = writeText({
    ...written,
    deadlines: (written.deadlines ?? []).map((entry) =>
      entry.activities.includes("ponthieu-marquenterre-cantine-rue")
        ? { ...entry, book: rule, cancel: rule }
        : entry,
    ),
    windows: (written.windows ?? []).map((window) =>
      window.opensAt === "2027-01-18 08:30" ? { ...window, opensAt: "2027-01-25 08:30" } : window,
    ),
  });
  const { bookings } = await apply(later, JANUARY);
  expect(bookings).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /^Restauration scolaire – Rue\s: pour réserver et annuler, 2 jours avant, à 10\sh \(.*\) \(jusque-là, .*\)\.$/,
      ),
      expect.stringMatching(
        /vacances, Hiver 2027 : ouverture : le lundi 25 janvier à 8\sh\s30 pour tous \(jusque-là, le lundi 18 janvier/,
      ),
    ]),
  );
  expect(await cancelUntil("2026-11-12")).toBe("2026-11-10T12:00");
  expect(await cancelUntil("2027-01-12")).toBe("2027-01-08T10:00");
  expect(await exported(JANUARY)).toContain('opensAt: "2027-01-25 08:30"');
  expect(await versions()).toMatchObject([{ validFrom: JANUARY }, { validFrom: SEPTEMBER }]);
});

test("a preview says what was and what will be, and what has no date holds at once", async () => {
  const written = await town.database.read((reads) =>
    exportRuleSet(reads, { authority: "Exemple", on: JANUARY }),
  );
  const changed = writeText({
    ...written,
    activities: (written.activities ?? []).map((activity) =>
      activity.code === "ponthieu-marquenterre-cantine-rue"
        ? {
            ...activity,
            units: activity.units.map((unit) => ({ ...unit, name: "Déjeuner" })),
            seasons: (activity.seasons ?? []).map((season) => ({
              ...season,
              openings: (season.openings ?? []).map((opening) => ({ ...opening, places: 7 })),
            })),
          }
        : activity,
    ),
  });
  const preview = await previewRuleSet(town.database, request(changed, JANUARY));
  const said = preview.ok
    ? changesReport(preview.value, JANUARY).map((line) => line.replaceAll("\u00a0", " "))
    : [];
  expect(said.slice(0, 3)).toEqual([
    "Tout de suite, pour toutes les séances :",
    "- Restauration scolaire – Rue – Nom de la prestation Repas : Déjeuner (jusque-là, Repas).",
    "Pour les séances à partir du lundi 4 janvier 2027 :",
  ]);
  expect(said[3]).toMatch(
    /^- Restauration scolaire – Rue – 2026-2027, Repas, lundi : 7 places \(jusque-là, \d+ places\)\.$/,
  );
});

test("places hold from their day on; an activity that a file no longer names for enrolment is said", async () => {
  const code = "ponthieu-marquenterre-cantine-rue";
  const written = await town.database.read((reads) =>
    exportRuleSet(reads, { authority: "Exemple", on: JANUARY }),
  );
  const left = written.enrolment?.find(({ by }) => by === "family")?.activities[0];
  expect(left).toBeDefined();
  const without = (written.enrolment ?? []).map(({ activities, ...entry }) => ({
    ...entry,
    activities: activities.filter((one) => one !== left),
  }));
  const { bookings } = await apply(
    writeText({
      ...written,
      places: [
        {
          activities: [code],
          holdMinutes: 47,
          waitingList: true,
          waitingOrder: "points",
          answerMinutes: "atOnce",
        },
      ],
      enrolment: without.filter(({ activities }) => activities.length > 0),
    }),
    JANUARY,
  );
  expect(bookings).toEqual(
    expect.arrayContaining([
      expect.stringContaining(
        "la place est gardée 47\u00a0minutes, jusqu’au paiement. Liste d’attente par points de priorité ; une place libérée est donnée d’office (jusque-là, pas de paiement d’abord.",
      ),
      expect.stringContaining("un agent inscrit (jusque-là, la famille s’inscrit elle-même)"),
      expect.stringContaining("le fichier ne dit plus rien de ce service dans « enrolment »"),
    ]),
  );
  const on = async (day: Temporal.PlainDate) => (await exported(day)).includes("holdMinutes: 47");
  expect(await on(JANUARY.subtract({ days: 1 }))).toBe(false);
  expect(await on(JANUARY)).toBe(true);
  expect(changesNothing(await apply(await exported(JANUARY), JANUARY))).toBe(true);
});

test("prices, penalties, absences and fees hold from their day on; what a file no longer says of them ends", async () => {
  const code = "ponthieu-marquenterre-caj";
  const written = await town.database.read((reads) =>
    exportRuleSet(reads, { authority: "Exemple", on: JANUARY }),
  );
  expect(written.prices).toContainEqual({ activities: [code], price: "2.00" });
  const others = <Entry extends { activities: readonly string[] }>(entries: readonly Entry[] = []) =>
    entries.filter(({ activities }) => !activities.includes(code));
  const { prices } = await apply(
    writeText({
      ...written,
      prices: [...others(written.prices), { activities: [code], price: "2.50" }],
      fees: others(written.fees),
      penalties: [
        ...(written.penalties ?? []),
        { activities: [code], on: "unbooked", name: "Sans réservation", plus: "1.00" },
      ],
    }),
    JANUARY,
  );
  expect(prices).toEqual([
    "Centre animation jeunesse, après-midi : 2,50\u00a0€ (jusque-là, 2,00\u00a0€).",
    "Centre animation jeunesse, pénalités : Sans réservation (venue sans réservation) : 1,00\u00a0€ de plus.",
    "Carte du CAJ : ne se paie plus.",
  ]);
  const on = (day: Temporal.PlainDate) =>
    town.database.read((reads) => exportRuleSet(reads, { authority: "Exemple", on: day }));
  const before = await on(JANUARY.subtract({ days: 1 }));
  expect(before.prices).toContainEqual({ activities: [code], price: "2.00" });
  expect(before.fees).toHaveLength((written.fees ?? []).length);
  const after = await on(JANUARY);
  expect(after.prices).toContainEqual({ activities: [code], price: "2.50" });
  expect(after.fees ?? []).toHaveLength((written.fees ?? []).length - 1);
  expect(changesNothing(await apply(await exported(JANUARY), JANUARY))).toBe(true);
});

test("a file without these sections leaves the prices as they are", async () => {
  const written = await town.database.read((reads) =>
    exportRuleSet(reads, { authority: "Exemple", on: JANUARY }),
  );
  const { prices: _, fees: __, penalties: ___, absences: ____, ...rest } = written;
  expect(changesNothing(await apply(writeText(rest), JANUARY))).toBe(true);
  expect((await exported(JANUARY)).includes("prices:")).toBe(true);
});

test("every section is written: alerts and what is watched are not lost", async () => {
  const alerts = {
    placeOffered: true,
    emptyWeek: true,
    deadlineTonight: false,
    weekDays: 2,
    weekHours: 6,
    deadlineHours: 4,
  };
  const watches = {
    unpointedAfterDays: 5,
    unbilled: true,
    unissuedFromDay: null,
    jump: { percent: 50, euros: 30 },
    quotientDays: 45,
  };
  const read = checkText(writeText({ alerts, watches }));
  expect(read.ruleSet).toEqual({ alerts, watches });
  const from = Temporal.PlainDate.from("2027-06-01");
  const changes = await apply(writeText({ watches }), from);
  expect(changesReport(changes, from).join()).toContain("surveillé chaque matin");
  const text = await exported(from);
  expect(text).toContain("unpointedAfterDays: 5");
  expect(changesNothing(await apply(text, from))).toBe(true);
});

import type { hostileTown } from "./hostile-town.ts";
import type { Sample } from "./sample.ts";

/** What fits the routes of enrolments and of the opening of bookings. */
export function enrolmentSamples(
  town: Awaited<ReturnType<typeof hostileTown>>,
): Readonly<Record<string, Sample>> {
  const { home } = town;
  const child = home.children[0]?.id ?? "";
  const household = { household: home.id };
  const ofNext = () => ({ pour: child, saison: town.nextSeason });
  const asked = () => ({ ...ofNext(), foyer: home.id });
  const opening = () => ({
    saison: town.nextSeason,
    pour: "*",
    du: "2027-01-18",
    au: "2027-01-29",
    ouvre: "2026-12-01",
    "ouvre-heure": "08:30",
    ferme: "2027-01-10",
    "ferme-heure": "12:00",
    change: town.window,
  });
  const window = { window: town.window };
  const enrolment = { enrolment: town.newEnrolment };
  return {
    "GET /inscriptions": { as: "claire" },
    "GET /inscriptions/nouvelle": { as: "claire", fields: asked },
    "POST /inscriptions/enregistrer": { as: "claire", fields: () => ({ ...asked(), venue: "regulier" }) },
    "GET /inscriptions/:enrolment": { as: "claire", params: enrolment },
    "GET /inscriptions/:enrolment/arreter": { as: "claire", params: enrolment },
    "POST /inscriptions/:enrolment/arreter": {
      as: "claire",
      params: enrolment,
      fields: () => ({ des: "2027-02-01" }),
    },
    "GET /agent/familles/:household/inscriptions/:enrolment": {
      as: "reception",
      params: { ...household, ...enrolment },
    },
    "GET /agent/familles/:household/inscriptions/:enrolment/arreter": {
      as: "reception",
      params: { ...household, ...enrolment },
    },
    "POST /agent/familles/:household/inscriptions/:enrolment/arreter": {
      as: "reception",
      params: { ...household, ...enrolment },
      fields: () => ({ des: "2027-02-01" }),
    },
    "GET /agent/familles/:household/inscriptions": { as: "reception", params: household },
    "GET /agent/familles/:household/inscriptions/nouvelle": {
      as: "reception",
      params: household,
      fields: ofNext,
    },
    "POST /agent/familles/:household/inscriptions/enregistrer": {
      as: "reception",
      params: household,
      fields: () => ({
        ...ofNext(),
        du: "2027-01-04",
        au: "2027-01-29",
        payeur: home.guardians[0]?.id ?? "",
        venue: "regulier",
        motif: "La mère a appelé.",
      }),
      free: ["motif"],
    },
    "GET /agent/rentree": { as: "manager", fields: () => ({ saison: town.nextSeason, inscrits: "3" }) },
    "POST /agent/rentree": {
      as: "manager",
      fields: () => ({ saison: town.nextSeason, qui: `${child} ${home.id}` }),
    },
    "GET /agent/ouvertures": { as: "administrator", fields: () => ({ ...opening(), faite: town.window }) },
    "GET /agent/ouvertures/:window": { as: "administrator", params: window },
    "POST /agent/ouvertures/verifier": { as: "administrator", answers: 200, fields: opening },
    "POST /agent/ouvertures/enregistrer": { as: "administrator", fields: opening },
    "POST /agent/ouvertures/:window/enlever": { as: "administrator", params: window },
  };
}

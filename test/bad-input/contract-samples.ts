import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of nursery contracts. */
export function contractSamples(town: Town): Readonly<Record<string, Sample>> {
  const household = { household: town.home.id };
  const ofContract = { ...household, contract: town.contract };
  const { enrolmentId, unitId, seen } = town.toSign;
  const terms = () => ({
    inscription: enrolmentId,
    prestation: unitId,
    remplace: "",
    du: "2026-11-23",
    au: "2026-11-27",
    adaptation: "",
    arrivee: "1:480",
    depart: "1:540",
    "adaptation-arrivee": "",
    "adaptation-depart": "",
  });
  // What may be left out is attacked where it is checked.
  const agreed = () => ({
    inscription: enrolmentId,
    prestation: unitId,
    du: "2026-11-23",
    au: "2026-11-27",
    arrivee: "1:480",
    depart: "1:540",
    cle: randomUUID(),
    vu: seen,
    complets: "laisser",
    motif: "Fratrie.",
  });
  const list = "/agent/familles/:household/contrats";
  return {
    "GET /contrats": { as: "claire" },
    "GET /agent/contrats": {
      as: "reception",
      fields: () => ({ lieu: town.rue.siteId, jour: "2026-11-24" }),
    },
    "GET /agent/contrats/export.csv": {
      as: "manager",
      fields: () => ({ lieu: town.rue.siteId, jour: "2026-11-24" }),
    },
    [`GET ${list}`]: {
      as: "reception",
      params: household,
      fields: () => ({ fait: town.contract, arrete: town.contract }),
    },
    [`GET ${list}/nouveau`]: { as: "reception", params: household, fields: terms },
    [`POST ${list}/verifier`]: { as: "reception", answers: 200, params: household, fields: terms },
    [`POST ${list}/signer`]: {
      as: "reception",
      params: household,
      fields: agreed,
      free: ["cle", "motif"],
    },
    [`GET ${list}/:contract/arreter`]: {
      as: "reception",
      params: ofContract,
      fields: () => ({ des: "2026-11-23" }),
    },
    [`POST ${list}/:contract/arreter/verifier`]: {
      as: "reception",
      answers: 200,
      params: ofContract,
      fields: () => ({ des: "2026-11-23" }),
    },
    [`POST ${list}/:contract/arreter`]: {
      as: "reception",
      params: ofContract,
      fields: () => ({ des: "2026-11-23", cle: randomUUID(), vu: town.endSeen }),
      free: ["cle"],
    },
  };
}

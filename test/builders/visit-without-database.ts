import type { Visit } from "#identity";

import { newId } from "./canteen.ts";

/** A visit to a page that reads nothing: a statement of it fails the test. */
export const visitWithoutDatabase = (actor: Visit["actor"], path: string): Visit => ({
  actor,
  authority: {
    id: newId<"authority">(),
    schema: "",
    name: "Ponthieu-Marquenterre",
    host: "",
    demonstration: false,
    brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
  },
  database: { schema: "", read: unused, write: unused, writeOnce: unused },
  now: Temporal.Instant.from("2026-11-12T08:00:00Z"),
  origin: "",
  address: "",
  device: "",
  path,
  sessionToken: null,
  deviceToken: null,
});

function unused(): never {
  throw new Error("This page reads nothing");
}

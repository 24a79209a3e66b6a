// Drafts a run, then issues it when told to, in a process of its own that a test kills:
// `draft-program.js URL ROLE SCHEMA RUN FACTS.json issue|draft`.
import { readFileSync } from "node:fs";

import { parseId } from "#kernel";
import { openDatabase } from "#platform";

import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { agentWith } from "../builders/actors.ts";
import { MadeUpOwed, type MadeUpFact } from "./made-up-owed.ts";

const [url = "", role = "", schema = "", id = "", file = "", what = ""] = process.argv.slice(2);
const run = parseId<"run">(id);
if (run === undefined) throw new Error("no run");
const facts: readonly MadeUpFact[] = JSON.parse(readFileSync(file, "utf8"));
const owed = new MadeUpOwed(facts);
const server = openDatabase(url, { role });
const database = server.schema(schema);
const now = Temporal.Instant.from("2026-11-12T08:00:00Z");
process.stdout.write("ready\n");
await draftRun(database, owed, { run, now, batch: 2 });
if (what === "issue") {
  const authority = {
    id: parseId<"authority">(process.env["AUTHORITY"] ?? "") ?? missing(),
    schema,
    name: "Essai",
    host: "espace.exemple.fr",
    demonstration: false,
    brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
  };
  const visit = {
    actor: agentWith(["billing.write"]),
    authority,
    database,
    now,
    origin: "",
    address: "192.0.2.1",
    device: "",
    path: "/",
    sessionToken: null,
    deviceToken: null,
  };
  const issued = await issueRun(visit, owed, run);
  if (!issued.ok) throw new Error(issued.refusal.code);
}
await server.close();
process.stdout.write("done\n");

function missing(): never {
  throw new Error("no authority");
}

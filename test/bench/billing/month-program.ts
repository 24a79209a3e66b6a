// Prices, drafts and issues a month in a process of its own, whose memory is measured:
// `billing-month.js URL ROLE SCHEMA AUTHORITY MONTH`. Prints one line of JSON.
import { monthOwed } from "#billing";
import { parseId } from "#kernel";
import { openDatabase } from "#platform";

import { acceptUnpointed } from "../../../src/billing/run/settle-run.ts";
import { draftRun } from "../../../src/billing/run/draft-run.ts";
import { issueRun } from "../../../src/billing/run/issue-run.ts";
import { startRun } from "../../../src/billing/run/start-run.ts";
import { agentWith } from "../../builders/actors.ts";
import { newId } from "../../builders/canteen.ts";

const [url = "", role = "", schema = "", authorityId = "", month = ""] = process.argv.slice(2);
const id = parseId<"authority">(authorityId);
if (id === undefined) throw new Error("no authority");
const server = openDatabase(url, { role: role === "" ? null : role });
const visit = {
  actor: agentWith(["billing.write"]),
  authority: {
    id,
    schema,
    name: "Mesures",
    host: "localhost",
    demonstration: false,
    brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
  },
  database: server.schema(schema),
  now: Temporal.Now.instant(),
  origin: "",
  address: "192.0.2.1",
  device: "",
  path: "/",
  sessionToken: null,
  deviceToken: null,
};
const owed = monthOwed;
const run = newId<"run">();
const began = performance.now();
const started = await startRun(visit, owed, { id: run, month: Temporal.PlainYearMonth.from(month) });
if (!started.ok) throw new Error(started.refusal.code);
await draftRun(visit.database, owed, { run, now: visit.now });
const drafted = performance.now();
await acceptUnpointed(visit, run, "Mesure.");
const issued = await issueRun(visit, owed, run);
if (!issued.ok) throw new Error(issued.refusal.code);
const ended = performance.now();
await server.close();
console.log(
  JSON.stringify({
    documents: issued.value.documents,
    draftS: (drafted - began) / 1000,
    issueS: (ended - drafted) / 1000,
    cpuS: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);

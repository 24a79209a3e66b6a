import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { compile } from "sass";
import { authorityStylesheet } from "#platform";
import { agentPage, sheetPage } from "./agent-pages.tsx";
import { formPage, planningPage, telling } from "./gallery-pages.tsx";
import { servicesPlanning } from "./services-planning.tsx";

const view = new URL("../../src/platform/view/", import.meta.url);

/** The policy of the real server: what it forbids must fail here too. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

/** Compiles the stylesheet as the build does. */
function stylesheet(): string {
  return compile(new URL("styles/main.scss", view).pathname, { style: "compressed" }).css;
}

/** The island as the browser gets it. */
async function island(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL("day-grid/day-grid.island.ts", view).pathname],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

export const pages = {
  "/planning": () => planningPage(),
  "/planning-3": () => planningPage(["Accueil du matin", "Repas", "Accueil du soir"], true),
  "/services": () => servicesPlanning({ kind: "month", month: Temporal.PlainYearMonth.from("2026-11") }),
  "/services-semaine": () =>
    servicesPlanning({ kind: "week", monday: Temporal.PlainDate.from("2026-11-09") }),
  "/formulaire": formPage,
  "/dire": telling,
  "/agent": agentPage,
  "/feuille": sheetPage,
} as const;

/** Serves the gallery on a free port of this machine, brotli-encoded like the real one. */
export async function serveGallery(): Promise<{ server: Server; origin: string }> {
  const files = new Map<string, [type: string, text: string]>();
  for (const [path, page] of Object.entries(pages)) files.set(path, ["text/html", page()]);
  files.set("/preau.css", ["text/css", stylesheet()]);
  files.set("/authority.css", ["text/css", authorityStylesheet({ accent: "#8c4bb0" })]);
  files.set("/day-grid.js", ["text/javascript", await island()]);
  files.set("/favicon.svg", ["image/svg+xml", await readFile(new URL("brand/favicon.svg", view), "utf8")]);
  const server = createServer((http, reply) => {
    const [type, text] = files.get(new URL(http.url ?? "/", "http://x").pathname) ?? ["text/plain", ""];
    reply.writeHead(text ? 200 : 404, {
      "content-type": `${type}; charset=utf-8`,
      "content-encoding": "br",
      "content-security-policy": policy,
    });
    reply.end(brotliCompressSync(text));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { server, origin: `http://127.0.0.1:${port}` };
}

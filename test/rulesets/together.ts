import { isAlias, isMap, isScalar, parseDocument, visit } from "yaml";
import { z } from "zod";

/** The keys whose values, or the items of whose lists, are codes of sites or activities. */
const NAMED = new Set(["site", "activities"]);

/**
 * Several rule sets as one file: the codes of sites and activities begin with the file's name, so that none is named
 * twice. The calendar is the first file's.
 */
export function togetherText(files: readonly { name: string; text: string }[]): string {
  const sections: Record<string, unknown[]> = {};
  for (const { name, text } of files) {
    const document = parseDocument(text);
    visit(document, {
      Scalar: (key, node, path) => {
        const at = path.at(-1);
        const parent = path.findLast((one) => !isScalar(one) && !isAlias(one) && "key" in one);
        const owner =
          parent !== undefined && "key" in parent && isScalar(parent.key) ? String(parent.key.value) : "";
        const isCode = key !== "key" && NAMED.has(owner) && typeof node.value === "string" && !isMap(at);
        if (isCode) node.value = `${name}-${String(node.value)}`;
      },
    });
    for (const [section, value] of Object.entries(z.record(z.string(), z.unknown()).parse(document.toJS()))) {
      const entries = Array.isArray(value) ? value : undefined;
      if (entries === undefined || section === "invented") continue;
      const own = section === "sites" || section === "activities";
      const renamed = entries.map((entry: { code?: string }) =>
        own ? { ...entry, code: `${name}-${entry.code}` } : entry,
      );
      sections[section] = [...(sections[section] ?? []), ...renamed];
    }
  }
  return JSON.stringify({ calendar: { publicHolidays: "metropole", schoolZone: "B" }, ...sections });
}

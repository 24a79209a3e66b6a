import { z } from "zod";

import { isRouteOf, localPath } from "../../rules/local-path.ts";

/** What a person had sent when the session had ended: kept through the sign-in, so that nothing is lost. */
export interface CarriedForm {
  path: string;
  fields: readonly { name: string; value: string }[];
}

/** Beyond this many characters a form is not carried, and the person is told. */
const LONGEST_CARRIED = 100_000;

const flatBody = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The form behind a body as the server parsed it; undefined when it cannot be carried. */
export function carry(path: string, body: unknown): CarriedForm | undefined {
  const parsed = flatBody.safeParse(body);
  if (!parsed.success || JSON.stringify(parsed.data).length > LONGEST_CARRIED) return undefined;
  const fields = Object.entries(parsed.data)
    // The token of the page that was sent is worth nothing in the session to come.
    .filter(([name]) => name !== "formulaire")
    .flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
  return { path, fields };
}

const carriedFields = z.object({
  "suite-chemin": z.string(),
  "suite-champs": z.string().max(LONGEST_CARRIED),
});

/** The form carried by a sign-in form; undefined when there is none, or when it leads to no form of ours. */
export function readCarried(body: unknown, postPaths: readonly string[]): CarriedForm | undefined {
  const parsed = carriedFields.safeParse(body);
  if (!parsed.success) return undefined;
  const path = localPath(parsed.data["suite-chemin"]);
  if (path === undefined || !isRouteOf(path, postPaths)) return undefined;
  try {
    return carry(path, JSON.parse(parsed.data["suite-champs"]));
  } catch {
    return undefined;
  }
}

/** The hidden fields with which a sign-in form carries another one. */
export function CarriedFields({ form }: { form: CarriedForm | undefined }) {
  if (form === undefined) return null;
  const body: Record<string, string[]> = {};
  for (const { name, value } of form.fields) (body[name] ??= []).push(value);
  return (
    <>
      <input type="hidden" name="suite-chemin" value={form.path} />
      <input type="hidden" name="suite-champs" value={JSON.stringify(body)} />
    </>
  );
}

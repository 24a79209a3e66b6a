import { sentForm, type SentForm } from "#platform";
import { z } from "zod";

import { isRouteOf, localPath } from "../../rules/local-path.ts";

/** Beyond this many characters nothing is read; `sentForm` carries no more. */
const LONGEST = 100_000;

const carriedFields = z.object({
  "suite-chemin": z.string(),
  "suite-champs": z.string().max(LONGEST),
});

/** The form carried by a sign-in form; undefined when there is none, or when it leads to no form of ours. */
export function readCarried(body: unknown, postPaths: readonly string[]): SentForm | undefined {
  const parsed = carriedFields.safeParse(body);
  if (!parsed.success) return undefined;
  const path = localPath(parsed.data["suite-chemin"]);
  if (path === undefined || !isRouteOf(path, postPaths)) return undefined;
  try {
    return sentForm(path, JSON.parse(parsed.data["suite-champs"]));
  } catch {
    return undefined;
  }
}

/** The hidden fields with which a sign-in form carries another one. */
export function CarriedFields({ form }: { form: SentForm | undefined }) {
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

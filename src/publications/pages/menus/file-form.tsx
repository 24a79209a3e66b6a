import { Button, FormToken, TextArea, type Correction } from "#platform";

import { texts } from "./texts.fr.ts";

/** As many signs of a file are read at once: a quarter of a year for ten services. */
export const LONGEST_FILE = 200_000;

/** The form that takes the content of a file of menus. */
export function FileForm({ text, corrections }: { text: string; corrections: readonly Correction[] }) {
  const words = texts.file;
  return (
    <form method="post" action="/agent/menus/fichier">
      <FormToken />
      <TextArea
        name="texte"
        label={words.text}
        hint={words.lead}
        value={text}
        rows={6}
        file
        correction={corrections.find(({ field }) => field === "texte")?.message}
      />
      <Button variant="secondary">{words.check}</Button>
    </form>
  );
}

import type { WaitedBefore } from "../../../run/waited-before.ts";
import { waitedTexts as words } from "./waited-texts.fr.ts";

/** What waited since other runs, sentence by sentence: what these bills ask besides, and what they leave alone. */
export function waitedWords({ joining, staying }: WaitedBefore, issued: boolean): readonly string[] {
  return [
    ...(joining === null ? [] : [(issued ? words.joined : words.joining)(joining.payers, joining.cents)]),
    ...(staying === null ? [] : [words.staying(staying.payers, staying.cents)]),
  ];
}

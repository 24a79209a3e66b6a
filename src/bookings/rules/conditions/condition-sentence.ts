import { ageSentence } from "./age.ts";
import { audienceSentence } from "./audience.ts";
import { fileSentence } from "./complete-file.ts";
import { documentSentence } from "./document.ts";
import { groupSentence } from "./group.ts";
import { nothingToBookSentence } from "./nothing-to-book.ts";
import { regularSentence } from "./regular.ts";
import { residenceSentence } from "./residence.ts";
import { schoolSentence } from "./school.ts";
import { siblingSentence } from "./sibling.ts";
import type { Unmet } from "./unmet.ts";

/** One French sentence: which condition is not met, and how to meet it. */
export function conditionSentence(unmet: Unmet): string {
  switch (unmet.code) {
    case "no-birth-date":
    case "for-children":
    case "too-young":
    case "too-old":
    case "age-excluded":
      return ageSentence(unmet);
    case "school-unknown":
    case "other-school":
    case "school-excluded":
      return schoolSentence(unmet);
    case "residence-unknown":
    case "not-resident":
    case "resident-excluded":
      return residenceSentence(unmet);
    case "file-incomplete":
    case "file-complete":
      return fileSentence(unmet);
    case "document-missing":
    case "document-over":
    case "document-excluded":
      return documentSentence(unmet);
    case "no-sibling":
    case "sibling-excluded":
      return siblingSentence(unmet);
    case "adults-only":
    case "children-only":
      return audienceSentence(unmet);
    case "no-group":
    case "group-excluded":
      return groupSentence(unmet);
    case "regulars-only":
    case "occasional-only":
      return regularSentence(unmet);
    case "nothing-to-book":
      return nothingToBookSentence(unmet);
    case "none-of":
      return `Il faut l’un de ces cas. ${unmet.of.map(conditionSentence).join(" Ou bien : ")}`;
  }
}

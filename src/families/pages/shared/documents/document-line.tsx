import type { DocumentVersion } from "#documents";
import { StateLabel, type StateTone } from "#platform";

import { validityOf, type Validity } from "../../../documents/validity.ts";
import { texts } from "../../family/documents/texts.fr.ts";

const TONES: Readonly<Record<Validity, StateTone>> = {
  "for-ever": "on",
  valid: "on",
  soon: "waiting",
  over: "late",
};

/** Until when a document holds, in a word. */
export function ValidityLabel({ version, today }: { version: DocumentVersion; today: Temporal.PlainDate }) {
  const validity = validityOf(version, today);
  const { validUntil } = version;
  const { states } = texts;
  const word =
    validUntil === null || validity === "for-ever"
      ? states.forEver
      : { valid: states.until, soon: states.soon, over: states.over }[validity](validUntil);
  return <StateLabel tone={TONES[validity]} word={word} />;
}

/** The ways to open a version: none while the antivirus has not answered. */
export function OpenLinks({ version, base }: { version: DocumentVersion; base: string }) {
  const { versionId, scan, type, name } = version;
  const href = `${base}/fichiers/${versionId}`;
  if (scan === "waiting") return <span class="soft">{texts.waiting}</span>;
  const named = <span class="vh"> {texts.ofName(name)}</span>;
  return (
    <>
      {scan === "clean" && type !== "pdf" && (
        <a href={`${href}?voir=1`}>
          {texts.view}
          {named}
        </a>
      )}
      <a href={href} download>
        {texts.download}
        {named}
      </a>
      {type !== "pdf" && (
        <a href={`${href}/pdf`} download>
          {texts.asPdf}
          {named}
        </a>
      )}
    </>
  );
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";
import { z } from "zod";

import { projectRoot } from "#platform";

import { conformity, criterionNumbers, type Conformity } from "../../../rules/conformity.ts";

const sentence = z.string().min(1);

const criterion = z.strictObject({
  state: z.enum(["met", "not-met", "not-applicable", "not-looked-at"]),
  /** How it was seen, for who checks the audit again. */
  seen: sentence,
});

/** reference/accessibility-audit.yaml: what was looked at, by whom, when, and what was found. */
export const auditFile = z
  .strictObject({
    referential: sentence,
    made_by: sentence,
    made_on: z.iso.date().transform((text) => Temporal.PlainDate.from(text)),
    technologies: z.array(sentence).min(1),
    tools: z.array(sentence).min(1),
    pages: z.array(z.strictObject({ title: sentence, path: sentence.startsWith("/") })).min(1),
    criteria: z.record(z.string(), criterion),
    not_accessible: z.array(z.strictObject({ criterion: sentence, what: sentence })),
    derogations: z.array(sentence),
    exempt: z.array(sentence),
  })
  .superRefine((audit, context) => {
    const wanted = new Set(criterionNumbers());
    const given = new Set(Object.keys(audit.criteria));
    for (const missing of wanted.difference(given)) context.addIssue(`Criterion ${missing} is missing`);
    for (const unknown of given.difference(wanted)) context.addIssue(`There is no criterion ${unknown}`);
    const told = new Set(audit.not_accessible.map((fault) => fault.criterion));
    for (const [number, { state }] of Object.entries(audit.criteria))
      if ((state === "not-met") !== told.has(number))
        context.addIssue(`What fails of ${number} and its state do not agree`);
  });

export type Audit = z.output<typeof auditFile> & { conformity: Conformity };

let known: Audit | undefined;

/** The audit that the repository holds, with what may be declared of it; read once. Throws where the file is wrong. */
export function accessibilityAudit(): Audit {
  known ??= readAudit(readFileSync(join(projectRoot, "reference", "accessibility-audit.yaml"), "utf8"));
  return known;
}

/** An audit from its text. Throws, naming the criterion, where one is missing, unknown or told in two ways. */
export function readAudit(text: string): Audit {
  const audit = auditFile.parse(parse(text));
  return { ...audit, conformity: conformity(Object.values(audit.criteria).map(({ state }) => state)) };
}

import { formatPhone, joinList } from "#kernel";
import {
  BackLink,
  Button,
  confirmationPage,
  DataTable,
  ErrorSummary,
  FormToken,
  Notice,
  type Correction,
  type Page,
} from "#platform";
import type { ComponentChildren } from "preact";

import type { CorrectionPreview } from "../../../corrections/correct.ts";
import { texts } from "./texts.fr.ts";

interface Frame {
  title: string;
  action: string;
  back: { href: string; label: string };
}

/** The form of a correction: the cells as they are, or as they were typed. */
export function correctionForm(
  frame: Frame & {
    seen: string;
    corrections: readonly Correction[];
    fields: ComponentChildren;
    more: readonly { label: string; href: string }[];
  },
): Page {
  const { title, action, back, seen, corrections, fields, more } = frame;
  return {
    title,
    section: "families",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={back.href} label={back.label} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.lead}</p>
        <form method="post" action={action}>
          <FormToken />
          <input type="hidden" name="vu" value={seen} />
          {fields}
          <Button>{texts.check}</Button>
        </form>
        {more.length > 0 && (
          <ul>
            {more.map(({ label, href }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  };
}

/** What changes, before and after, with the button that writes it. */
export function correctionCheck<Field extends string>(
  frame: Frame & {
    preview: CorrectionPreview<Field>;
    /** What changes with these fields besides what they say. */
    warning: string | undefined;
    /** The form as it was typed, to be sent again. */
    typed: Readonly<Record<string, string>>;
    labelOf: (field: Field) => string;
  },
): Page {
  const { title, action, back, preview, warning, typed, labelOf } = frame;
  const shown = (field: Field, text: string) => asRead(field, text) || texts.empty;
  return confirmationPage({
    title,
    section: "families",
    back,
    does: (
      <>
        {preview.changes.length === 0 ? (
          <p>{texts.nothing}</p>
        ) : (
          <>
            <h2>{texts.checkTitle}</h2>
            {preview.alike.length > 0 && (
              <Notice tone="warning" announce>
                <p>{texts.alike(joinList(preview.alike.map(nameAndHomes)))}</p>
              </Notice>
            )}
            {warning !== undefined && (
              <Notice tone="warning">
                <p>{warning}</p>
              </Notice>
            )}
            <DataTable
              caption={texts.caption(preview.changes.length)}
              rows={preview.changes}
              columns={[
                { header: texts.cell, rowHeader: true, cell: ({ field }) => labelOf(field) },
                { header: texts.before, cell: ({ field, before }) => shown(field, before) },
                { header: texts.after, cell: ({ field, after }) => shown(field, after) },
              ]}
            />
            {preview.changes.some(({ field }) => field === "email") && <p>{texts.email}</p>}
          </>
        )}
      </>
    ),
    action,
    fields: { ...typed, confirme: "oui" },
    button: preview.changes.length > 0 ? { label: texts.save } : null,
    leave: { href: action, label: texts.change },
  });
}

const nameAndHomes = ({ firstName, lastName, homes }: CorrectionPreview<string>["alike"][number]) =>
  `${firstName} ${lastName}${homes.length === 0 ? "" : ` (${joinList(homes)})`}`;

/** A date in figures, a telephone number in pairs, the rest as it is kept. */
function asRead(field: string, text: string): string {
  if (field === "birthDate") return texts.date(text);
  return field.startsWith("phone") ? formatPhone(text) : text;
}

import type { DocumentVersion } from "#documents";
import { BackLink, ErrorSummary, type Page } from "#platform";

import { OpenLinks, ValidityLabel } from "../../shared/documents/document-line.tsx";
import { SendForm, type SendFormView } from "../../shared/documents/send-form.tsx";
import { texts } from "./texts.fr.ts";

interface DocumentView {
  /** The last one first. */
  readonly versions: readonly [DocumentVersion, ...DocumentVersion[]];
  readonly today: Temporal.PlainDate;
  readonly form: SendFormView;
}

/** A document with all its versions, and the form that sends the next one. */
export function documentPage({ versions, today, form }: DocumentView): Page {
  const [{ kindLabel }] = versions;
  return {
    title: kindLabel,
    section: "documents",
    toCorrect: form.corrections.length > 0,
    islands: ["upload.js"],
    before: <BackLink href="/documents" label={texts.back} />,
    flash: <ErrorSummary items={form.corrections} />,
    main: (
      <>
        <h1>{kindLabel}</h1>
        <h2>{texts.versions}</h2>
        <ul class="card-rows">
          {versions.map((version) => (
            <li>
              <span>
                {texts.version(version.number)}
                {version.current && ` (${texts.current})`}
              </span>
              <ValidityLabel version={version} today={today} />
              <span class="soft small">
                {version.name}, {texts.megabytes(version.bytes)}. {texts.sent(version.sentAt, version.sentBy)}
                .
              </span>
              <OpenLinks version={version} base="/documents" />
            </li>
          ))}
        </ul>
        <h2>{texts.send.replaceTitle(kindLabel)}</h2>
        <p>{texts.send.lead}</p>
        <SendForm {...form} />
      </>
    ),
  };
}

import {
  BackLink,
  Button,
  Checkbox,
  ErrorSummary,
  FormToken,
  Notice,
  type Correction,
  type Page,
} from "#platform";

import type { Shown } from "../../read/shown.ts";
import type { PublishedFile } from "../../written/files.ts";
import { FileLinks } from "../shared/file-links.tsx";
import { TextBody } from "../shared/text-body.tsx";
import { momentWords } from "../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

interface OneView {
  readonly shown: Shown;
  readonly files: readonly PublishedFile[];
  readonly accepted: boolean;
  readonly corrections: readonly Correction[];
}

/** One publication as somebody reads it; for rules, the form that accepts them. */
export function onePage({ shown, files, accepted, corrections }: OneView): Page {
  const { title, body, publishAt, writtenAt } = shown;
  const changed = Temporal.Instant.compare(writtenAt, publishAt) > 0;
  return {
    title,
    section: "news",
    toCorrect: corrections.length > 0,
    before: <BackLink href="/actualites" label={texts.back} />,
    flash: (
      <>
        <ErrorSummary items={corrections} />
        {accepted && (
          <Notice tone="success" announce>
            <p>{texts.done}</p>
          </Notice>
        )}
      </>
    ),
    main: (
      <>
        <h1>{title}</h1>
        <p class="soft small">
          {texts.published(momentWords(publishAt))}
          {changed && `, ${texts.changed(momentWords(writtenAt))}`}
        </p>
        <TextBody text={body} />
        <FileLinks files={files} base={`/actualites/${shown.publicationId}`} />
        {shown.accepted !== null && (
          <p>{texts.accepted(shown.accepted.version, momentWords(shown.accepted.at))}</p>
        )}
        {shown.toAccept && <Accepting shown={shown} corrections={corrections} />}
      </>
    ),
  };
}

function Accepting({ shown, corrections }: { shown: Shown; corrections: readonly Correction[] }) {
  const words = texts.accept;
  const correction = corrections.find(({ field }) => field === "accepte")?.message;
  return (
    <form method="post" action={`/actualites/${shown.publicationId}/accepter`}>
      <FormToken />
      <input type="hidden" name="version" value={String(shown.version)} />
      <h2>{words.title}</h2>
      {shown.accepted !== null && <p>{words.again}</p>}
      <p>{words.lead}</p>
      {correction !== undefined && <p class="to-correct">{correction}</p>}
      <Checkbox name="accepte" id="accepte" value="1" label={words.box} />
      <Button>{words.submit}</Button>
    </form>
  );
}

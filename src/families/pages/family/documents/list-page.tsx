import type { DocumentVersion } from "#documents";
import { ButtonLink, Card, EmptyState, Notice, type Page } from "#platform";

import type { DocumentHousehold } from "../../../documents/people.ts";
import { OpenLinks, ValidityLabel } from "../../shared/documents/document-line.tsx";
import { texts } from "./texts.fr.ts";

interface ListView {
  readonly households: readonly DocumentHousehold[];
  readonly documents: readonly DocumentVersion[];
  readonly today: Temporal.PlainDate;
  readonly done: keyof typeof texts.done | undefined;
}

/** What one's household has sent, person by person. */
export function documentsPage({ households, documents, today, done }: ListView): Page {
  return {
    title: texts.title,
    section: "documents",
    ...(done === undefined
      ? {}
      : {
          flash: (
            <Notice tone="success" announce>
              <p>{texts.done[done]}</p>
            </Notice>
          ),
        }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <ButtonLink href="/documents/ajouter">{texts.add}</ButtonLink>
        </p>
        {documents.length === 0 && (
          <EmptyState title={texts.none}>
            <p>{texts.noneMore}</p>
          </EmptyState>
        )}
        <div class="cards">
          {subjectsOf(households, documents).map(({ title, own }) => (
            <Card title={title}>
              {own.map((document) => (
                <Line document={document} today={today} />
              ))}
            </Card>
          ))}
        </div>
      </>
    ),
  };
}

interface Subject {
  readonly title: string;
  readonly own: readonly DocumentVersion[];
}

/** Who has documents, in the order of the family: the household first, then its people. */
function subjectsOf(
  households: readonly DocumentHousehold[],
  documents: readonly DocumentVersion[],
): readonly Subject[] {
  const several = households.length > 1;
  return households
    .flatMap(({ householdId, label, people }) => {
      const ofHousehold = documents.filter(({ ownerId }) => ownerId === householdId);
      const about = (id: string | null) => ofHousehold.filter(({ subjectId }) => subjectId === id);
      const whole = several ? texts.send.wholeHousehold(label) : texts.household;
      return [
        { title: whole, own: about(null) },
        ...people.map(({ id, name }) => ({
          title: texts.send.inHousehold(name, several ? label : null),
          own: about(id),
        })),
      ];
    })
    .filter(({ own }) => own.length > 0);
}

function Line({ document, today }: { document: DocumentVersion; today: Temporal.PlainDate }) {
  const { documentId, kindLabel, name, bytes, sentAt, sentBy } = document;
  return (
    <section class="card-part">
      <h3>{kindLabel}</h3>
      <p>
        <ValidityLabel version={document} today={today} />
      </p>
      <p class="soft small">
        {name}, {texts.megabytes(bytes)}. {texts.sent(sentAt, sentBy)}.
      </p>
      <p class="row">
        <OpenLinks version={document} base="/documents" />
        <a href={`/documents/${documentId}`}>
          {texts.replace}
          <span class="vh"> {texts.ofName(kindLabel)}</span>
        </a>
      </p>
    </section>
  );
}

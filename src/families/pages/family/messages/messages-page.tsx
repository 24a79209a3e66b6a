import { formatPhone, formatShortDate, parisDate, type Id } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  ErrorSummary,
  FormToken,
  Notice,
  Radios,
  type Correction,
  type Page,
} from "#platform";

import type { ConsentSubject } from "../../../consents/consents.ts";
import { waysOf, type ChosenKind } from "../../../rules/message-channels.ts";
import { texts as family } from "../texts.fr.ts";
import type { MessagesView } from "./messages-view.ts";
import { saidWords, texts } from "./texts.fr.ts";

/** What an adult receives and by what, what cannot be refused and why, and what he or she agreed to, when. */
export function messagesPage(view: MessagesView, saved: boolean, corrections: readonly Correction[]): Page {
  const { email, phone } = view.service;
  return {
    title: texts.title,
    section: "family",
    toCorrect: corrections.length > 0,
    before: <BackLink href="/famille" label={family.back} />,
    flash: (
      <>
        <ErrorSummary items={corrections} />
        {saved && <Notice tone="success" title={texts.saved} announce />}
      </>
    ),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p class="soft">
          {texts.reached(email, formatPhone(phone))} <a href="/famille/coordonnees">{texts.contact}</a>
        </p>
        {phone === "" && (
          <Notice tone="info">
            <p>{texts.noPhone}</p>
          </Notice>
        )}
        <form method="post" action="/famille/messages">
          <FormToken />
          {view.subjects.map(({ name, number }) => (
            <input type="hidden" name={`version-${name}`} value={String(number)} />
          ))}
          <Ways view={view} kind="service" corrections={corrections} {...texts.service} />
          {view.subjects.map((subject) =>
            subject.name === "news" ? (
              <Ways
                view={view}
                kind="news"
                corrections={corrections}
                legend={texts.news.legend}
                hint={subject.body}
              />
            ) : (
              <Photos view={view} subject={subject} />
            ),
          )}
          <Button wide>{texts.save}</Button>
        </form>
        <h2>{texts.always.title}</h2>
        <ul>
          {texts.always.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
        <p>
          <a href="/alertes">{texts.always.alerts}</a>
        </p>
        <History view={view} />
      </>
    ),
  };
}

function Ways(props: {
  view: MessagesView;
  kind: ChosenKind;
  corrections: readonly Correction[];
  legend: string;
  hint: string;
}) {
  const { view, kind, corrections, legend, hint } = props;
  return (
    <Radios
      name={kind}
      legend={legend}
      hint={hint}
      value={view[kind].way}
      correction={corrections.find(({ field }) => field === kind)?.message}
      options={waysOf(kind).map((way) => ({ value: way, label: texts.ways[way] }))}
    />
  );
}

function Photos({ view: { children, words }, subject }: { view: MessagesView; subject: ConsentSubject }) {
  if (children.length === 0) return null;
  const said = (child: Id<"participant">): string => {
    const last = words.find((word) => word.subjectId === subject.subjectId && word.participantId === child);
    if (last === undefined || (last.given && !last.holds)) return "";
    return last.given ? "oui" : "non";
  };
  return (
    <>
      <h2>{subject.label}</h2>
      <p>{subject.body}</p>
      {children.map(({ participantId, firstName }) => (
        <Radios
          name={`photos-${participantId}`}
          legend={texts.photos(firstName)}
          value={said(participantId)}
          options={[
            { value: "oui", label: texts.yes },
            { value: "non", label: texts.no },
          ]}
        />
      ))}
      <p class="soft">{texts.bothParents}</p>
    </>
  );
}

function History({ view: { words } }: { view: MessagesView }) {
  const { title, none, columns, about, version } = texts.history;
  return (
    <>
      <h2>{title}</h2>
      {words.length === 0 ? (
        <p>{none}</p>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          rows={words}
          columns={[
            {
              header: columns.about,
              rowHeader: true,
              cell: ({ label, childName }) => about(label, childName),
            },
            { header: columns.said, cell: saidWords },
            { header: columns.version, cell: ({ number }) => version(number) },
            { header: columns.at, cell: ({ at }) => formatShortDate(parisDate(at)) },
          ]}
        />
      )}
    </>
  );
}

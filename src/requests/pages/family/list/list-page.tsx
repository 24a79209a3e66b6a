import { parisDate, type Id } from "#kernel";
import { Card, EmptyState, Notice, StateLabel, type Page } from "#platform";

import type { RequestKind } from "../../../kinds/kind-queries.ts";
import type { StoredRequest } from "../../../request-queries.ts";
import { numberWords, stateTones, stateWords } from "../../../words.fr.ts";
import { texts } from "../texts.fr.ts";

interface ListView {
  readonly requests: readonly StoredRequest[];
  /** Who reads the list. */
  readonly guardianId: Id<"guardian">;
  readonly kinds: readonly RequestKind[];
  readonly done: keyof typeof texts.done | undefined;
}

/** The requests that an adult may read, and what may be asked. */
export function requestsPage({ requests, guardianId, kinds, done }: ListView): Page {
  return {
    title: texts.title,
    section: "requests",
    ...(done === undefined ? {} : { flash: <Notice tone="success" title={texts.done[done]} announce /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        {requests.length === 0 && (
          <EmptyState title={texts.none}>
            <p>{texts.noneMore}</p>
          </EmptyState>
        )}
        {requests.length > 0 && (
          <Card title={texts.mine}>
            <ul class="card-rows">
              {requests.map((request) => (
                <Line request={request} own={request.guardianId === guardianId} />
              ))}
            </ul>
          </Card>
        )}
        <Card title={texts.offered}>
          {kinds.length === 0 && <p>{texts.offeredNone}</p>}
          <ul class="card-rows">
            {kinds.map(({ kindId, label, lead }) => (
              <li>
                <span>
                  <a href={`/demarches/nouvelle/${kindId}`}>{label}</a>
                  <br />
                  <span class="soft">{lead}</span>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </>
    ),
  };
}

function Line({ request, own }: { request: StoredRequest; own: boolean }) {
  const { requestId, by, number, kindLabel, state, movedAt } = request;
  return (
    <li>
      <span>
        <a href={`/demarches/${requestId}${state === "draft" ? "/continuer" : ""}`}>{kindLabel}</a>
        <br />
        <span class="soft small">
          {numberWords(number)}. {!own && texts.askedBy(by)} {texts.moved(parisDate(movedAt))}.
        </span>
      </span>
      <StateLabel tone={stateTones[state]} word={stateWords[state]} />
    </li>
  );
}

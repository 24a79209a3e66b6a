import { capitalise } from "#kernel";
import { BackLink, Card, DataTable, type Page } from "#platform";

import type { ErasedLine, ToErase } from "../../retention/read-retention.ts";
import { erasedKind, type ErasedKind } from "../../retention/kinds.ts";
import { texts } from "./texts.fr.ts";

interface RetentionView {
  readonly tonight: readonly ToErase[];
  readonly done: readonly ErasedLine[];
  /** Whether whoever reads may know whose it is. */
  readonly mayName: (kind: ErasedKind) => boolean;
}

/** What goes tonight, by kind and count, and what went. */
export function retentionPage({ tonight, done, mayName }: RetentionView): Page {
  return {
    title: texts.title,
    section: "settings",
    dense: true,
    before: <BackLink href="/agent/reglages" label={texts.settings} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>{texts.kept}</p>
        <p>
          <a href="/agent/conservation/reglage">{texts.setting}</a>
        </p>
        <Card title={texts.tonight}>
          <DataTable
            caption={texts.tonight}
            captionHidden
            rows={tonight}
            columns={[
              { header: texts.kind, rowHeader: true, cell: ({ kind }) => texts.kinds[kind.code] },
              {
                header: texts.before,
                cell: ({ before }) => (before === null ? texts.notChosen : texts.day(before)),
              },
              { header: texts.count, numeric: true, cell: ({ count }) => String(count) },
              {
                header: texts.names,
                cell: ({ kind, count }) =>
                  count > 0 &&
                  mayName(kind) && (
                    <a
                      href={`/agent/conservation/${kind.code}`}
                      aria-label={texts.namesOf(texts.kinds[kind.code])}
                    >
                      {texts.names}
                    </a>
                  ),
              },
            ]}
          />
        </Card>
        <Card title={texts.done}>
          {done.length === 0 ? (
            <p>{texts.doneNone}</p>
          ) : (
            <DataTable
              caption={texts.done}
              captionHidden
              rows={done}
              columns={[
                { header: texts.night, rowHeader: true, cell: ({ day }) => capitalise(texts.day(day)) },
                { header: texts.kind, cell: ({ kind }) => kindWords(kind) },
                { header: texts.before, cell: ({ before }) => texts.day(before) },
                {
                  header: texts.count,
                  numeric: true,
                  cell: ({ erased, unfinished }) => (unfinished ? texts.unfinished(erased) : String(erased)),
                },
              ]}
            />
          )}
        </Card>
      </>
    ),
  };
}

/** A kind that a later program no longer erases keeps its word. */
function kindWords(code: string): string {
  const kind = erasedKind(code);
  return kind === undefined ? code : texts.kinds[kind.code];
}

import type { VNode } from "preact";

import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import {
  BackLink,
  DataTable,
  EmptyState,
  ErrorSummary,
  Notice,
  type Column,
  type Correction,
  type Page,
  type Reads,
} from "#platform";

import { movesFrom, type MoveCard } from "../../../moving/move-queries.ts";
import { mayMove } from "../../../moving/policy.ts";
import { deadlineTargets } from "../../../moving/targets.ts";
import { momentOf } from "../../../rules/deadline-sentence.ts";
import { choiceOf, type TypedMove } from "./move-form.ts";
import { MoveForm } from "./move-form-view.tsx";
import { targetName } from "./target-names.ts";
import { texts } from "./texts.fr.ts";

/** The moved cut-offs to come at the sites of the agent, then the form that moves one. */
export async function movesPage(
  reads: Reads,
  { actor, now }: SignedInVisit,
  shown: { typed: TypedMove; corrections?: readonly Correction[]; notice?: VNode | undefined },
): Promise<Page> {
  const today = parisDate(now);
  const { corrections = [], notice } = shown;
  const targets = (await deadlineTargets(reads)).filter(({ siteId }) => mayMove(actor, siteId));
  const moves = (await movesFrom(reads, today)).filter(({ siteId }) => mayMove(actor, siteId));
  const flash = corrections.length > 0 ? <ErrorSummary items={corrections} /> : notice;
  return {
    title: texts.moves.title,
    section: "deadlines",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(flash === undefined ? {} : { flash }),
    before: <BackLink href="/agent/delais" label={texts.back} />,
    main: (
      <>
        <h1>{texts.moves.title}</h1>
        {moves.length === 0 ? (
          <EmptyState title={texts.moves.none}>
            <p>{texts.moves.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable caption={texts.moves.list} rows={moves} columns={columns} />
        )}
        <MoveForm targets={targets} typed={shown.typed} corrections={corrections} today={today} />
      </>
    ),
  };
}

/** What a move did, read again from what was kept: the address may be opened twice. */
export function doneNotice(move: MoveCard): VNode {
  const what = targetName(move, true);
  if (move.liftedAt !== null) {
    return (
      <Notice tone="success" title={texts.done.lifted(what, move)} announce>
        <p>{texts.done.liftedMore}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={texts.done.moved(what, move)} announce>
      <p>{texts.done.until(texts.acts[choiceOf(move.acts)], momentOf(move.closesAt))}</p>
      <p>{texts.done.by(move.byLabel, move.because)}</p>
    </Notice>
  );
}

const columns: readonly Column<MoveCard>[] = [
  { header: texts.moves.days, rowHeader: true, cell: texts.daysOf },
  { header: texts.moves.what, cell: (move) => targetName(move, true) },
  { header: texts.moves.act, cell: ({ acts }) => texts.acts[choiceOf(acts)] },
  { header: texts.moves.closes, cell: ({ closesAt }) => momentOf(closesAt) },
  { header: texts.moves.because, cell: ({ because }) => because },
  { header: texts.moves.by, cell: ({ byLabel }) => byLabel },
  {
    header: texts.moves.lift,
    cell: (move) => (
      <a href={`/agent/delais/deplaces/${move.moveId}/retablir`}>
        {texts.moves.lift}
        <span class="vh"> {texts.moves.liftWhat(targetName(move, true), move)}</span>
      </a>
    ),
  },
];

import type { ComponentChildren } from "preact";

import { capitalise, formatMoment, parisDateTime } from "#kernel";
import type { Authority } from "#identity";
import { ButtonLink, Card, ChangeList, Notice, Receipt, type Change, type Page } from "#platform";

import type { CostOfLines } from "../../../estimates/cost-of-lines.ts";
import type { FoundReceipt, ReceiptLine } from "../../../receipts/find-receipt.ts";
import { changeWords } from "../../../rules/change-words.ts";
import { lineWords } from "../../../rules/line-words.ts";
import { inDayOrder } from "../../../rules/in-day-order.ts";
import type { Outcome } from "../../../rules/lines.ts";
import { outcomeCount } from "../../../rules/outcome-count.ts";
import { outcomeWords, type OutcomeWords } from "../../../rules/outcome-sentence.ts";
import { wordsOf } from "../words-of-line.ts";
import { whatNow } from "../../../rules/what-now.ts";
import { whoDidIt } from "../../../rules/who-did-it.ts";
import { told as toldOnce, wholeWords } from "../../../rules/whole-lines.ts";
import { ChildChanges } from "../child-changes.tsx";
import { CostCard } from "../costs/cost-card.tsx";
import { texts } from "./texts.fr.ts";

/** What became of a form: done child by child, then what could not be done, why, and what to do now. */
export function receiptPage(
  receipt: FoundReceipt,
  cost: CostOfLines | undefined,
  authority: Authority,
  family: boolean,
): Page {
  const told = receipt.lines.map((line) => ({ line, words: wordsOf(line) }));
  const of = (kind: OutcomeWords["kind"]) => told.filter(({ words }) => words.kind === kind);
  const local = parisDateTime(receipt.receivedAt);
  const moment = formatMoment(local.toPlainDate(), local.toPlainTime());
  const reference = texts.reference(moment, whoDidIt(receipt));
  const done = of("done");
  const unit = receipt.lines.find((line) => line.about !== null)?.about?.unitName ?? "";
  const unknown = receipt.lines.filter(({ about }) => about === null);
  const wholes = toldOnce(receipt.lines.flatMap(knownLine), ({ outcome }) => outcome).map(([line]) => line);
  const kept = receipt.lines.some(({ outcome }) => outcome === "held");
  const count = outcomeCount([...wholes, ...unknown.map(({ outcome }) => ({ outcome, unitName: unit }))]);
  return {
    title: texts.title,
    section: "planning",
    islands: family ? ["receipt.js"] : [],
    main: (
      <>
        <Head
          title={count === "" ? texts.nothingChanged : count}
          reference={reference}
          done={done.length > 0}
        >
          <Done lines={done.map(({ line }) => line)} />
          <CostCard cost={cost} />
          <Explained title={texts.refused} told={of("refused")} />
          <Explained title={texts.same} told={of("same")} />
        </Head>
        <WhatNow lines={told.map(({ line }) => line)} authority={authority} />
        {!family && <BackToFile receipt={receipt} />}
        {family && <p>{texts.kept}</p>}
        {family && (
          <p class="row">
            {kept && <ButtonLink href="/panier">{texts.toBasket}</ButtonLink>}
            <ButtonLink href={planningOf(receipt)} variant={kept ? "secondary" : "primary"}>
              {texts.backToPlanning}
            </ButtonLink>
            <ButtonLink href="/historique" variant="secondary">
              {texts.history}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  };
}

/** The agent who sent the form goes back to the family's file. */
function BackToFile({ receipt }: { receipt: FoundReceipt }) {
  const household = receipt.lines.find((line) => line.householdId !== null)?.householdId;
  if (household === undefined || household === null) return null;
  return (
    <p class="row">
      <ButtonLink href={`/agent/familles/${household}`}>{texts.backToFile}</ButtonLink>
    </p>
  );
}

/** The tick of a receipt stands only where something was done. */
function Head(props: { title: string; reference: string; done: boolean; children: ComponentChildren }) {
  const { title, reference, done, children } = props;
  if (done) {
    return (
      <Receipt title={title} reference={reference}>
        {children}
      </Receipt>
    );
  }
  return (
    <section>
      <h1>{title}</h1>
      <p class="soft">{reference}</p>
      {children}
    </section>
  );
}

/** A line with what it is about, as it was judged; nothing for what is not the family's. */
function knownLine(line: ReceiptLine) {
  const { about, outcome, hours, companions, was } = line;
  return about === null ? [] : [{ ...about, outcome, hours, companions, before: was ?? null }];
}

interface Told {
  line: ReceiptLine;
  words: OutcomeWords;
}

/** What a place that was not simply given back looks like. */
const TONES: Partial<Record<Outcome, Change["tone"]>> = {
  booked: "added",
  held: "added",
  changed: "added",
  waiting: "waiting",
};

function Done({ lines }: { lines: readonly ReceiptLine[] }) {
  const children = Map.groupBy(lines, (line) => line.participantId);
  return (
    <>
      {[...children.values()].map((own) => {
        const known = own.flatMap(knownLine);
        const [first] = known;
        if (first === undefined) return null;
        const inOrder = known.toSorted(inDayOrder);
        const wholes = toldOnce(inOrder, ({ outcome }) => outcome);
        const changes = wholes.map((whole): Change => ({
          tone: TONES[whole[0].outcome] ?? "removed",
          word: outcomeWords(whole[0].outcome, null).word,
          what: capitalise(
            whole[0].outcome === "changed" ? changeWords(whole[0], whole[0].before) : wholeWords(whole),
          ),
        }));
        return (
          <ChildChanges
            child={first}
            count={outcomeCount(wholes.map(([line]) => line))}
            changes={changes}
            see={texts.seeDays}
          />
        );
      })}
    </>
  );
}

function Explained({ title, told }: { title: string; told: readonly Told[] }) {
  if (told.length === 0) return null;
  const change = (what: string, words: OutcomeWords): Change => ({
    tone: words.kind === "refused" ? "late" : "closed",
    word: words.word,
    what,
    detail: words.why === "" ? undefined : words.why,
  });
  const known = told.flatMap(({ line, words }) => knownLine(line).map((one) => ({ ...one, words })));
  const changes = [
    ...toldOnce(known, ({ words }) => words.word + words.why).map((whole) => {
      const [line, ...more] = whole;
      const what = more.length === 0 ? lineWords(line) : `${line.firstName}, ${wholeWords(whole)}`;
      return change(what, line.words);
    }),
    ...told.filter(({ line }) => line.about === null).map(({ words }) => change(texts.unknownLine, words)),
  ];
  return (
    <Card title={title}>
      <ChangeList changes={changes} />
    </Card>
  );
}

function WhatNow({ lines, authority }: { lines: readonly ReceiptLine[]; authority: Authority }) {
  const advice = whatNow(lines.map((line) => line.outcome));
  const { phone, email, hours } = authority.brand.contact;
  if (advice.length === 0) return null;
  return (
    <Notice title={texts.whatNow}>
      {advice.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {phone !== "" && <p>{texts.call(phone, hours)}</p>}
      {email !== "" && <p>{texts.write(email)}</p>}
    </Notice>
  );
}

function planningOf({ lines }: FoundReceipt): string {
  const [first] = lines
    .flatMap((line) => (line.about === null ? [] : [line.about.date]))
    .toSorted(Temporal.PlainDate.compare);
  return first === undefined ? "/planning" : `/planning?mois=${first.toPlainYearMonth().toString()}`;
}

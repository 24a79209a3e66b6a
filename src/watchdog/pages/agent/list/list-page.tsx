import { capitalise, formatDay } from "#kernel";
import { Button, Card, DataTable, EmptyState, FormToken, Notice, type Page } from "#platform";

import { settleLink, topicSentence } from "../../../alarms/texts.fr.ts";
import type { Topic } from "../../../alarms/topic.ts";
import { watches, type Watch } from "../../../rules/watch.ts";
import { slugOf } from "../slugs.ts";
import { texts } from "../texts.fr.ts";

/** Lines of one watch that are shown. */
const SHOWN = 50;

/** What the page is drawn from. */
export interface ListView {
  readonly topics: readonly Topic[];
  readonly looked: Temporal.Instant | null;
  /** This morning is still to be looked at. */
  readonly due: boolean;
  readonly letter: boolean;
  readonly maySilence: (topic: Topic) => boolean;
  readonly maySetRule: boolean;
  readonly done: "sommeil" | "reveil" | "courrier" | "sans-courrier" | undefined;
}

/** All that the watch found, watch by watch, then what sleeps, then the letter. */
export function listPage(view: ListView): Page {
  const { topics, looked, done, maySetRule } = view;
  const awake = topics.filter(({ sleep }) => sleep === null);
  const asleep = topics.filter(({ sleep }) => sleep !== null);
  return {
    title: texts.title,
    section: "watch",
    dense: true,
    ...(done === undefined ? {} : { flash: <Notice tone="success" title={doneWords(done)} announce /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>{looked === null ? texts.neverLooked : texts.looked(looked)}</p>
        {view.due && looked !== null && (
          <Notice>
            <p>{texts.due}</p>
          </Notice>
        )}
        {awake.length === 0 && looked !== null && (
          <EmptyState title={texts.none}>
            <p>{asleep.length === 0 ? texts.noneMore : texts.restAsleep}</p>
          </EmptyState>
        )}
        {watches.map((watch) => (
          <Section watch={watch} topics={awake.filter((topic) => topic.watch === watch)} view={view} />
        ))}
        {asleep.length > 0 && (
          <section id="sommeil">
            <Asleep topics={asleep} view={view} />
          </section>
        )}
        <Letter chosen={view.letter} />
        {maySetRule && (
          <p>
            <a href="/agent/veille/reglage">{texts.rule}</a>
          </p>
        )}
      </>
    ),
  };
}

function doneWords(done: NonNullable<ListView["done"]>): string {
  if (done === "courrier") return texts.letter.chosen;
  if (done === "sans-courrier") return texts.letter.stopped;
  return texts.done[done];
}

function Section({ watch, topics, view }: { watch: Watch; topics: readonly Topic[]; view: ListView }) {
  if (topics.length === 0) return null;
  const shown = topics.slice(0, SHOWN);
  return (
    <section id={slugOf(watch)}>
      <DataTable
        caption={texts.watch(watch, topics)}
        rows={shown}
        columns={[
          { header: texts.what, rowHeader: true, cell: (topic) => capitalise(topicSentence(topic)) },
          { header: texts.since, cell: ({ firstSeen }) => texts.sinceDay(firstSeen) },
          { header: texts.settle, cell: (topic) => <Settle topic={topic} /> },
          ...(shown.some(view.maySilence)
            ? [
                {
                  header: texts.sleepHeader,
                  cell: (topic: Topic) => (view.maySilence(topic) ? <ToSleep topic={topic} /> : "–"),
                },
              ]
            : []),
        ]}
      />
      {topics.length > SHOWN && <p>{texts.more(topics.length - SHOWN)}</p>}
    </section>
  );
}

function Settle({ topic }: { topic: Topic }) {
  const { href, label } = settleLink(topic);
  return (
    <a href={href}>
      {label}
      <span class="vh">{texts.aboutTopic(topicSentence(topic))}</span>
    </a>
  );
}

function ToSleep({ topic }: { topic: Topic }) {
  const subject = encodeURIComponent(topic.topic);
  return (
    <a href={`/agent/veille/${slugOf(topic.watch)}/sommeil?sujet=${subject}`}>
      {texts.sleep}
      <span class="vh">{texts.aboutTopic(topicSentence(topic))}</span>
    </a>
  );
}

function Asleep({ topics, view }: { topics: readonly Topic[]; view: ListView }) {
  return (
    <DataTable
      caption={`${texts.asleep} (${topics.length})`}
      rows={topics}
      columns={[
        { header: texts.what, rowHeader: true, cell: (topic) => capitalise(topicSentence(topic)) },
        {
          header: texts.until,
          cell: ({ sleep }) => (sleep === null ? "" : formatDay(sleep.until)),
        },
        { header: texts.why, cell: ({ sleep }) => (sleep === null ? "" : `${sleep.reason} (${sleep.by})`) },
        {
          header: texts.wake,
          cell: (topic) => (view.maySilence(topic) ? <Wake topic={topic} /> : "–"),
        },
      ]}
    />
  );
}

function Wake({ topic }: { topic: Topic }) {
  return (
    <form method="post" action={`/agent/veille/${slugOf(topic.watch)}/reveil`}>
      <FormToken />
      <input type="hidden" name="sujet" value={topic.topic} />
      <Button variant="secondary">
        {texts.wake}
        <span class="vh">{texts.aboutTopic(topicSentence(topic))}</span>
      </Button>
    </form>
  );
}

function Letter({ chosen }: { chosen: boolean }) {
  return (
    <Card title={texts.letter.title}>
      <p>{chosen ? texts.letter.on : texts.letter.off}</p>
      <form method="post" action="/agent/veille/courrier">
        <FormToken />
        <input type="hidden" name="recevoir" value={chosen ? "non" : "oui"} />
        <Button variant="secondary">{chosen ? texts.letter.stop : texts.letter.choose}</Button>
      </form>
    </Card>
  );
}

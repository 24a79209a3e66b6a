import { agentEverywhere } from "#identity";
import { formatPhone, formatShortDate, parisDate, type Id } from "#kernel";
import { BackLink, DataTable, formId, notFound, page, route, type Page } from "#platform";
import { z } from "zod";

import { messageWays, type MessageWay } from "../../../consents/channels.ts";
import { consentWords, type ConsentWord } from "../../../consents/consents.ts";
import { ownAdults, type AdultContact } from "../../../consents/adults.ts";
import { saidWords, texts as family } from "../../family/messages/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.ofFamily;

/** GET /agent/familles/:household/accords: how each adult is reached, and what each agreed to. */
export const familyConsentsRoute = route({
  method: "GET",
  path: "/agent/familles/:household/accords",
  access: agentEverywhere("families.read"),
  input: z.object({ params: z.object({ household: formId<"household">() }) }),
  async answer({ database }, { params: { household } }) {
    const view = await database.read(async (reads) => {
      const adults = await ownAdults(reads, household);
      const ids = adults.map(({ guardianId }) => guardianId);
      return { adults, ways: await messageWays(reads, ids), said: await consentWords(reads, ids) };
    });
    return view.adults.length === 0 ? notFound : page(consentsPage(household, view));
  },
});

interface ConsentsView {
  adults: readonly AdultContact[];
  ways: readonly MessageWay[];
  said: readonly ConsentWord[];
}

function consentsPage(household: Id<"household">, { adults, ways, said }: ConsentsView): Page {
  const nameOf = (id: string) => adults.find(({ guardianId }) => guardianId === id)?.name ?? "";
  const way = (id: string, kind: MessageWay["kind"]) =>
    words.ways[ways.find((one) => one.guardianId === id && one.kind === kind)?.way ?? "none"];
  const proof = (value: string, at: Temporal.Instant | null) =>
    value === "" ? words.none : `${value} (${at === null ? words.notProved : words.proved})`;
  return {
    title: words.title,
    section: "families",
    dense: true,
    before: <BackLink href={`/agent/familles/${household}`} label={words.back} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <DataTable
          caption={words.reached}
          rows={adults}
          columns={[
            { header: words.columns.adult, rowHeader: true, cell: ({ name }) => name },
            { header: words.columns.email, cell: ({ email, emailProvedAt }) => proof(email, emailProvedAt) },
            {
              header: words.columns.phone,
              cell: ({ phone, phoneProvedAt }) => proof(formatPhone(phone), phoneProvedAt),
            },
            { header: words.columns.service, cell: ({ guardianId }) => way(guardianId, "service") },
            { header: words.columns.news, cell: ({ guardianId }) => way(guardianId, "news") },
          ]}
        />
        {said.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <DataTable
            caption={words.said}
            rows={said}
            columns={[
              {
                header: words.saidColumns.about,
                rowHeader: true,
                cell: ({ label, childName }) => family.history.about(label, childName),
              },
              { header: words.saidColumns.adult, cell: ({ guardianId }) => nameOf(guardianId) },
              { header: words.saidColumns.said, cell: saidWords },
              { header: words.saidColumns.version, cell: ({ number }) => family.history.version(number) },
              { header: words.saidColumns.at, cell: ({ at }) => formatShortDate(parisDate(at)) },
              { header: words.saidColumns.by, cell: ({ by }) => by },
            ]}
          />
        )}
        <p class="soft">{words.photosRule}</p>
      </>
    ),
  };
}

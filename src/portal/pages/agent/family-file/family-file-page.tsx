import { capitalise, formatDayAndYear, formatMoment, formatShortDate, ofName, parisDateTime } from "#kernel";
import {
  historyActWords,
  historyFacts,
  historyFactWords,
  hoursWords,
  movedSite,
  whoDidIt,
  withCompanions,
  type HistoryEntry,
} from "#bookings";
import { BackLink, ButtonLink, DataTable, Details, Notice, type Page, PhoneLink } from "#platform";

import type { ComingDay, FamilyFile } from "./family-file.ts";
import { Authority, Children, Payers, Persons } from "./household-sections.tsx";
import { LeftPeople, PersonActs } from "./person-acts.tsx";
import { Section, SECTIONS } from "./section.tsx";
import { texts } from "./texts.fr.ts";

/** What an agent may do from a file. */
interface FileRights {
  mayWrite: boolean;
  mayReadIncome: boolean;
  mayReadBilling: boolean;
  mayPublish: boolean;
}

/** A family's file: adults, children and who may fetch them, who pays, enrolments, days to come, history. */
export function familyFilePage(
  file: FamilyFile,
  { mayWrite, mayReadIncome, mayReadBilling, mayPublish }: FileRights,
  { today, done }: { today: Temporal.PlainDate; done?: keyof typeof texts.done | undefined },
): Page {
  const { household, ofSomeSites, mayBook } = file;
  const sections = SECTIONS.filter((section) => !(ofSomeSites && section === "payers"));
  return {
    title: texts.title(household.label),
    section: "families",
    dense: true,
    ...(done !== undefined && { flash: <Done what={done} /> }),
    before: <BackLink href="/agent/familles" label={texts.back} />,
    main: (
      <>
        <h1>{texts.title(household.label)}</h1>
        {household.address !== "" && <p class="lead">{household.address}</p>}
        <p>{ofSomeSites ? texts.ofSomeSites : texts.residence(household.resident)}</p>
        {mayWrite && (
          <p>
            <a href={`/agent/familles/${household.id}/corriger`}>{texts.correctHome}</a>
          </p>
        )}
        {mayBook && (
          <p class="row">
            <ButtonLink href={`/agent/familles/${household.id}/planning`}>{texts.book}</ButtonLink>
            <ButtonLink href={`/agent/familles/${household.id}/absences`} variant="secondary">
              {texts.absence}
            </ButtonLink>
            <ButtonLink href={`/agent/familles/${household.id}/inscriptions`} variant="secondary">
              {texts.enrol}
            </ButtonLink>
            <ButtonLink href={`/agent/familles/${household.id}/contrats`} variant="secondary">
              {texts.contracts}
            </ButtonLink>
          </p>
        )}
        {mayBook && !ofSomeSites && (
          <p>
            <a href={`/agent/familles/${household.id}/panier`}>{texts.basket}</a>
          </p>
        )}
        <p>
          <a href={`/agent/familles/${household.id}/documents`}>{texts.documents}</a>
        </p>
        {!ofSomeSites && (
          <p>
            <a href={`/agent/familles/${household.id}/accords`}>{texts.consents}</a>
          </p>
        )}
        {mayReadIncome && (
          <p>
            <a href={`/agent/familles/${household.id}/quotient`}>{texts.income}</a>
          </p>
        )}
        {mayReadBilling && (
          <p>
            <a href={`/agent/familles/${household.id}/factures`}>{texts.invoices}</a>
          </p>
        )}
        {mayPublish && (
          <p>
            <a href={`/agent/publications/ecrire?foyer=${household.id}`}>{texts.publish}</a>
          </p>
        )}
        <nav aria-label={texts.sections}>
          <ul class="row">
            {sections.map((section) => (
              <li key={section}>
                <a href={`#${section}`}>{texts[section]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Adults file={file} mayWrite={mayWrite} />
        <Children file={file} mayWrite={mayWrite} />
        <Authority file={file} mayWrite={mayWrite} />
        <Persons file={file} mayWrite={mayWrite} today={today} />
        {!ofSomeSites && <Payers file={file} mayWrite={mayWrite} />}
        <Enrolments {...file} />
        <Coming {...file} />
        <History {...file} />
      </>
    ),
  };
}

function Done({ what }: { what: keyof typeof texts.done }) {
  return (
    <Notice tone="success" announce>
      <p>{texts.done[what]}</p>
    </Notice>
  );
}

/** Of the history, what an agent needs on the telephone. */
const SHOWN_HISTORY = 30;

function Adults({
  file: { household, adults, left, ofSomeSites },
  mayWrite,
}: {
  file: FamilyFile;
  mayWrite: boolean;
}) {
  return (
    <Section id="adults">
      <DataTable
        caption={texts.registerSource}
        captionHidden
        rows={adults}
        columns={[
          {
            header: texts.name,
            rowHeader: true,
            cell: (adult) => [adult.civility, adult.firstName, adult.lastName].filter(Boolean).join(" "),
          },
          { header: texts.mobile, cell: ({ mobile }) => <PhoneLink number={mobile} /> },
          {
            header: texts.phone,
            cell: ({ home, work }) => (
              <>
                {<PhoneLink number={home} />} {<PhoneLink number={work} />}
              </>
            ),
          },
          ...(ofSomeSites
            ? []
            : [
                {
                  header: texts.email,
                  cell: ({ email }: FamilyFile["adults"][number]) =>
                    email && <a href={`mailto:${email}`}>{email}</a>,
                },
              ]),
          ...(mayWrite
            ? [
                {
                  header: texts.act,
                  cell: ({ guardianId, firstName }: FamilyFile["adults"][number]) => (
                    <PersonActs
                      base={`/agent/familles/${household.id}/responsables/${guardianId}`}
                      name={firstName}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayWrite && (
        <p>
          <a href={`/agent/familles/${household.id}/responsables/ajouter`}>{texts.addGuardian}</a>
        </p>
      )}
      <LeftPeople people={left} />
    </Section>
  );
}

function Enrolments({ enrolments }: FamilyFile) {
  return (
    <Section id="enrolments">
      {enrolments.length === 0 ? (
        <p>{texts.enrolmentsNone}</p>
      ) : (
        <DataTable
          caption={texts.enrolments}
          captionHidden
          rows={enrolments}
          columns={[
            { header: texts.child, rowHeader: true, cell: ({ firstName }) => firstName },
            { header: texts.activity, cell: ({ activityName }) => activityName },
            {
              header: texts.period,
              cell: ({ firstDay, lastDay }) => `${formatShortDate(firstDay)} – ${formatShortDate(lastDay)}`,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** « Lina : Accueil à Maison des enfants, de 16 h 30 à 18 h » */
function placeWords({ firstName, unitName, siteName, hours, companions }: ComingDay): string {
  const when = hours === null ? "" : `, ${hoursWords(hours)}`;
  return withCompanions(`${firstName} : ${unitName} à ${siteName}${when}`, companions);
}

function Coming({ coming }: FamilyFile) {
  const days = [...Map.groupBy(coming, ({ date }) => date.toString()).values()];
  return (
    <Section id="coming">
      {days.length === 0 ? (
        <p>{texts.comingNone}</p>
      ) : (
        <DataTable
          caption={texts.count(coming.length)}
          rows={days}
          columns={[
            {
              header: texts.date,
              rowHeader: true,
              cell: ([first]) => first && capitalise(formatDayAndYear(first.date)),
            },
            {
              header: texts.what,
              cell: (day) => day.map(placeWords).join(" ; "),
            },
          ]}
        />
      )}
    </Section>
  );
}

function History({ history }: FamilyFile) {
  const facts = historyFacts(history).slice(0, SHOWN_HISTORY);
  return (
    <Section id="history">
      {history.length === 0 ? (
        <p>{texts.historyNone}</p>
      ) : (
        <DataTable
          caption={texts.latest(facts.length)}
          rows={facts}
          columns={[
            {
              header: texts.when,
              cell: ([{ at }]) => {
                const local = parisDateTime(at);
                return capitalise(formatMoment(local.toPlainDate(), local.toPlainTime()));
              },
            },
            {
              header: texts.what,
              rowHeader: true,
              cell: (fact) =>
                fact.length === 1 ? (
                  entryWords(fact[0])
                ) : (
                  <Details summary={historyFactWords(fact)}>
                    <ul>
                      {fact.map((entry) => (
                        <li>{entryWords(entry)}</li>
                      ))}
                    </ul>
                  </Details>
                ),
            },
            { header: texts.who, cell: ([first]) => whoDidIt(first) },
          ]}
        />
      )}
    </Section>
  );
}

function entryWords(entry: HistoryEntry): string {
  const { act, firstName, unitName, date } = entry;
  const site = movedSite(entry);
  return `${historyActWords(act).word} : ${unitName} ${ofName(firstName)}, ${formatShortDate(date)}${site === null ? "" : `, ${site}`}`;
}

import { isOver, type AuthorisedPerson, type WithheldAuthority } from "#families";
import { formatShortDate, parisDate } from "#kernel";
import { Button, DataTable, Details, FormToken, StateLabel, PhoneLink } from "#platform";
import type { ComponentChildren } from "preact";

import type { FamilyFile } from "./family-file.ts";
import { PersonActs } from "./person-acts.tsx";
import { Section } from "./section.tsx";
import { texts } from "./texts.fr.ts";

interface SectionProps {
  file: FamilyFile;
  mayWrite: boolean;
}

/** The children, their other households, and the way to a health record for who may read it. */
export function Children({ file: { household, children: people }, mayWrite }: SectionProps) {
  const children = people.filter(({ kind }) => kind === "child");
  const adults = people.filter(({ kind }) => kind === "adult");
  return (
    <Section id="children">
      {children.length === 0 ? (
        <p>{texts.childrenNone}</p>
      ) : (
        <DataTable
          caption={texts.children}
          captionHidden
          rows={children}
          columns={[
            { header: texts.name, rowHeader: true, cell: (child) => `${child.firstName} ${child.lastName}` },
            { header: texts.birthDate, cell: ({ birthDate }) => birthDate && formatShortDate(birthDate) },
            { header: texts.school, cell: ({ schoolName }) => schoolName },
            { header: texts.className, cell: ({ className }) => className },
            {
              header: texts.others,
              cell: ({ others }) =>
                others.map(({ id, label }, index) => (
                  <>
                    {index > 0 && ", "}
                    <a href={`/agent/familles/${id}`}>{label}</a>
                  </>
                )),
            },
            ...(children.some(({ health }) => health)
              ? [
                  {
                    header: texts.health,
                    cell: ({ health, participantId, firstName }: FamilyFile["children"][number]) =>
                      health && (
                        <a href={`/agent/familles/${household.id}/enfants/${participantId}/sante`}>
                          {texts.readHealth}
                          <span class="vh"> {firstName}</span>
                        </a>
                      ),
                  },
                ]
              : []),
            ...(mayWrite
              ? [
                  {
                    header: texts.act,
                    cell: ({ participantId, firstName }: FamilyFile["children"][number]) => (
                      <PersonActs
                        base={`/agent/familles/${household.id}/enfants/${participantId}`}
                        name={firstName}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {adults.length > 0 && (
        <DataTable
          caption={texts.adultsComing}
          rows={adults}
          columns={[
            { header: texts.name, rowHeader: true, cell: (adult) => `${adult.firstName} ${adult.lastName}` },
            { header: texts.birthDate, cell: ({ birthDate }) => birthDate && formatShortDate(birthDate) },
          ]}
        />
      )}
      {mayWrite && (
        <Link href={`/agent/familles/${household.id}/enfants/ajouter`}>{texts.addParticipant}</Link>
      )}
    </Section>
  );
}

/** Which adult may not act for which child, and why. */
export function Authority({ file: { household, withheld, ofSomeSites }, mayWrite }: SectionProps) {
  const base = `/agent/familles/${household.id}/autorite`;
  const restore = ({ guardianId, participantId, adult, child }: WithheldAuthority) => (
    <form method="post" action={`${base}/rendre`}>
      <FormToken />
      <input type="hidden" name="adulte" value={guardianId} />
      <input type="hidden" name="enfant" value={participantId} />
      <Button variant="secondary">
        {texts.restore(child)}
        <span class="vh">{texts.restoreTo(adult)}</span>
      </Button>
    </form>
  );
  return (
    <Section id="authority">
      {withheld.length === 0 ? (
        <p>{texts.authorityAll}</p>
      ) : (
        <DataTable
          caption={texts.authority}
          captionHidden
          rows={withheld}
          columns={[
            { header: texts.adult, rowHeader: true, cell: ({ adult }) => adult },
            { header: texts.child, cell: ({ child }) => child },
            ...(ofSomeSites
              ? []
              : [{ header: texts.reason, cell: ({ reason }: WithheldAuthority) => reason }]),
            { header: texts.by, cell: ({ by, at }) => texts.byOn(by, parisDate(at)) },
            ...(mayWrite ? [{ header: texts.act, cell: restore }] : []),
          ]}
        />
      )}
      {mayWrite && <Link href={base}>{texts.withhold}</Link>}
    </Section>
  );
}

/** Who may fetch the children, and who may not, as each of their households declared. */
export function Persons({ file, mayWrite, today }: SectionProps & { today: Temporal.PlainDate }) {
  const { household, persons } = file;
  const [over, current] = [
    persons.filter((one) => isOver(one, today)),
    persons.filter((one) => !isOver(one, today)),
  ];
  const end = ({ personId, householdId, firstName, lastName }: AuthorisedPerson) =>
    householdId === household.id && (
      <form method="post" action={`/agent/familles/${household.id}/personnes/${personId}/retirer`}>
        <FormToken />
        <Button variant="secondary">
          {texts.end}
          <span class="vh"> {`${firstName} ${lastName}`}</span>
        </Button>
      </form>
    );
  return (
    <Section id="persons">
      {current.length === 0 ? (
        <p>{texts.personsNone}</p>
      ) : (
        <PersonTable
          file={file}
          caption={texts.personCount(current.length)}
          rows={current}
          last={mayWrite ? { header: texts.act, cell: end } : undefined}
        />
      )}
      {mayWrite && <Link href={`/agent/familles/${household.id}/personnes/ajouter`}>{texts.addPerson}</Link>}
      {over.length > 0 && (
        <Details summary={texts.personsOver(over.length)}>
          <PersonTable
            file={file}
            caption={texts.personsOver(over.length)}
            rows={over}
            last={{
              header: texts.ended,
              cell: ({ endedAt, endedBy }) => endedAt && texts.byOn(endedBy ?? "", parisDate(endedAt)),
            }}
          />
        </Details>
      )}
    </Section>
  );
}

function PersonTable(props: {
  file: FamilyFile;
  caption: string;
  rows: readonly AuthorisedPerson[];
  last: { header: string; cell(person: AuthorisedPerson): ComponentChildren } | undefined;
}) {
  const { household, children } = props.file;
  const child = (id: string) => children.find(({ participantId }) => participantId === id);
  const declaredBy = ({ householdId, participantId }: AuthorisedPerson) =>
    householdId === household.id
      ? texts.thisHousehold
      : (child(participantId)?.others.find(({ id }) => id === householdId)?.label ?? "");
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      columns={[
        {
          header: texts.name,
          rowHeader: true,
          cell: ({ firstName, lastName, relation }) =>
            `${firstName} ${lastName}${relation === "" ? "" : ` (${relation})`}`,
        },
        { header: texts.child, cell: ({ participantId }) => child(participantId)?.firstName },
        {
          header: texts.kind,
          cell: ({ kind }) =>
            kind === "forbidden" ? (
              <StateLabel tone="late" word={texts.forbidden} />
            ) : (
              <StateLabel tone="on" word={texts.authorised} />
            ),
        },
        { header: texts.mobile, cell: ({ phone }) => <PhoneLink number={phone} /> },
        {
          header: texts.period,
          cell: ({ firstDay, lastDay }) =>
            `${formatShortDate(firstDay)} – ${lastDay === null ? "" : formatShortDate(lastDay)}`,
        },
        {
          header: texts.declared,
          cell: (person) => `${declaredBy(person)} (${person.by})`,
        },
        ...(props.last === undefined ? [] : [props.last]),
      ]}
    />
  );
}

/** Who pays for each child and activity, from when to when. */
export function Payers({ file: { household, payers }, mayWrite }: SectionProps) {
  const rows = payers.flatMap(({ firstName, activityName, spans }) =>
    spans.map((span) => ({ firstName, activityName, ...span })),
  );
  return (
    <Section id="payers">
      {rows.length === 0 ? (
        <p>{texts.enrolmentsNone}</p>
      ) : (
        <DataTable
          caption={texts.payers}
          captionHidden
          rows={rows}
          columns={[
            { header: texts.child, rowHeader: true, cell: ({ firstName }) => firstName },
            { header: texts.activity, cell: ({ activityName }) => activityName },
            { header: texts.payer, cell: ({ payer }) => payer },
            {
              header: texts.period,
              cell: ({ firstDay, lastDay }) =>
                `${formatShortDate(firstDay)} – ${lastDay === null ? "" : formatShortDate(lastDay)}`,
            },
          ]}
        />
      )}
      {mayWrite && rows.length > 0 && (
        <>
          <Link href={`/agent/familles/${household.id}/payeurs`}>{texts.changePayer}</Link>
          <Link href={`/agent/familles/${household.id}/repas-et-categorie`}>{texts.agreed}</Link>
        </>
      )}
    </Section>
  );
}

function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <p>
      <a href={href}>{children}</a>
    </p>
  );
}

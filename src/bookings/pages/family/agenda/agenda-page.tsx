import { formatDayAndYear, parisDate } from "#kernel";
import { Button, Card, FormToken, Notice, type Page } from "#platform";

import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface AgendaView {
  /** Since when there is an address; null where there is none. */
  since: Temporal.Instant | null;
  /** The address that was just made: shown this once. */
  made: string | null;
  revoked: boolean;
}

/** The address at which a telephone reads the bookings: to make, to add, to end. */
export function agendaPage({ since, made, revoked }: AgendaView): Page {
  return {
    title: texts.title,
    section: "home",
    ...(revoked
      ? {
          flash: (
            <Notice tone="success" title={texts.revoked.title} announce>
              <p>{texts.revoked.sentence}</p>
            </Notice>
          ),
        }
      : {}),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {made !== null && <Made address={made} />}
        {made === null && <p>{since === null ? texts.none : <Since since={since} />}</p>}
        <p>{texts.content}</p>
        {made === null && (
          <Act
            path="/agenda/creer"
            label={since === null ? texts.create : texts.renew}
            primary={since === null}
          />
        )}
        <h2>{texts.how}</h2>
        {texts.ways.map(({ title, steps }) => (
          <Card title={title} level={3}>
            <p>{steps}</p>
          </Card>
        ))}
        <p>{texts.delay}</p>
        {since !== null && <Act path="/agenda/supprimer" label={texts.revoke} />}
      </>
    ),
  };
}

function Since({ since }: { since: Temporal.Instant }) {
  return (
    <>
      {texts.since(formatDayAndYear(parisDate(since)))} {texts.onlyOnce}
    </>
  );
}

/** « webcal: » is what telephones open with their calendar. */
function Made({ address }: { address: string }) {
  return (
    <Card title={texts.made.title}>
      <p>{texts.made.keep}</p>
      <p>
        <a class="button button-wide" href={address.replace(/^https?:/, "webcal:")}>
          {texts.made.open}
        </a>
      </p>
      <p>
        {texts.made.copy}
        <br />
        <code>{address}</code>
      </p>
      <p>{texts.made.old}</p>
    </Card>
  );
}

function Act({ path, label, primary = false }: { path: string; label: string; primary?: boolean }) {
  return (
    <form method="post" action={path}>
      <FormToken />
      <Button variant={primary ? "primary" : "secondary"} wide>
        {label}
      </Button>
    </form>
  );
}

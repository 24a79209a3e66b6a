import { formatMoment, parisDateTime } from "#kernel";
import { Button, Card, FormToken, Notice, StateLabel } from "#platform";

import type { LiveSession } from "../../sessions/list-sessions.ts";
import { texts } from "./texts.fr.ts";

/** The list of devices, each with its button, and the button for all of them. */
export function Devices(props: { sessions: readonly LiveSession[]; notice: string | undefined }) {
  return (
    <>
      {props.notice !== undefined && (
        <Notice tone="success" announce>
          <p>{props.notice}</p>
        </Notice>
      )}
      <h1>{texts.title}</h1>
      <p>{texts.intro}</p>
      {props.sessions.map((session) => (
        <Device key={session.name} session={session} />
      ))}
      <Card title={texts.everywhereTitle}>
        <p>{texts.everywhere}</p>
        <form method="post" action="/mes-connexions/tout-deconnecter">
          <FormToken />
          <Button variant="warning">{texts.everywhereSubmit}</Button>
        </form>
      </Card>
    </>
  );
}

function Device({ session }: { session: LiveSession }) {
  return (
    <Card title={session.device}>
      {session.current && (
        <p>
          <StateLabel tone="on" word={texts.current} />
        </p>
      )}
      <p>
        {texts.signedIn(moment(session.signedInAt))}
        <br />
        {texts.lastSeen(moment(session.lastSeenAt))}
      </p>
      <form method="post" action={session.current ? "/deconnexion" : "/mes-connexions"}>
        <FormToken />
        {!session.current && <input type="hidden" name="appareil" value={session.name} />}
        <Button variant="secondary">
          {session.current ? texts.disconnectThis : texts.disconnect}
          <span class="vh"> : {session.device}</span>
        </Button>
      </form>
    </Card>
  );
}

function moment(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

import type { NewClosure } from "#activities";
import type { SignedIn } from "#identity";
import { BackLink, Button, Card, FormToken, type Page } from "#platform";

import type { BookingsToLose } from "../../../closing/closing-queries.ts";
import { closedWord } from "../../../rules/place-sentence.ts";
import { typedFrom } from "./closing-form.ts";
import { PhoneList } from "./phone-list.tsx";
import { texts } from "./texts.fr.ts";

/** Says in words what closing these days will do, with the button that does it. */
export function checkPage(props: {
  actor: SignedIn;
  closure: NewClosure;
  siteName: string;
  toLose: BookingsToLose;
}): Page {
  const { closure, toLose } = props;
  const told = toLose.households - toLose.toPhone.length;
  const typed = typedFrom(closure);
  const title = texts.check.title(props.siteName, closure);
  return {
    title,
    section: "closures",
    dense: true,
    before: <BackLink href="/agent/fermetures" label={texts.back} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <Card title={texts.check.what}>
          <ul>
            <li>{texts.check.slots(toLose.slots)}</li>
            <li>{texts.check.bookings(toLose)}</li>
            {told > 0 && <li>{texts.check.told(told)}</li>}
            <li>{texts.check.shown(closedWord(closure.message))}</li>
          </ul>
          <PhoneList families={toLose.toPhone} actor={props.actor} />
        </Card>
        <form method="post" action="/agent/fermetures/enregistrer">
          <FormToken />
          {Object.entries(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            <Button variant="warning">{texts.check.submit}</Button>
            <a href={`/agent/fermetures?${new URLSearchParams(typed).toString()}#lieu`}>
              {texts.check.change}
            </a>
          </p>
        </form>
      </>
    ),
  };
}

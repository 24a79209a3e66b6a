import {
  Button,
  DataTable,
  Details,
  ErrorSummary,
  formToken,
  FormToken,
  FormTokenContext,
  Notice,
  PasswordField,
  TextField,
  type Correction,
  SendAgain,
  type SentForm,
} from "#platform";

import type { Brand } from "../../visit.ts";
import type { IdentityPages } from "../settings.ts";
import { CarriedFields } from "./carried-form.tsx";
import { texts } from "./texts.fr.ts";

/** What the sign-in page shows. */
export interface SignInView {
  /** What was typed before, when the form comes back. */
  email: string;
  corrections: readonly Correction[];
  /** The path to go to afterwards. */
  goTo: string | undefined;
  carried: SentForm | undefined;
  /** Said first: what has just happened. */
  notice: { title?: string; sentence: string } | undefined;
  /** The address to use instead of this one, or null. */
  secureAddress: string | null;
  contact: Brand["contact"];
  /** Null outside a demonstration. */
  demonstration: IdentityPages["demonstration"] | null;
}

/** The sign-in page. */
export function SignIn(view: SignInView) {
  const messageOf = (field: string) => view.corrections.find((item) => item.field === field)?.message;
  return (
    <>
      <ErrorSummary items={view.corrections} />
      {view.notice && (
        <Notice announce {...(view.notice.title === undefined ? {} : { title: view.notice.title })}>
          <p>{view.notice.sentence}</p>
        </Notice>
      )}
      <h1>{texts.title}</h1>
      {view.secureAddress !== null && <UseSecureAddress address={view.secureAddress} />}
      <form method="post" action="/connexion">
        <FormToken />
        <FurtherOn {...view} />
        <TextField
          name="email"
          label={texts.email}
          hint={texts.emailHint}
          type="email"
          autocomplete="username"
          value={view.email}
          correction={messageOf("email")}
        />
        <PasswordField
          name="mot-de-passe"
          label={texts.password}
          autocomplete="current-password"
          correction={messageOf("mot-de-passe")}
        />
        <Button wide>{texts.submit}</Button>
      </form>
      <Forgotten contact={view.contact} />
      {view.demonstration && <DemonstrationAccounts {...view} demonstration={view.demonstration} />}
    </>
  );
}

/** Where signing in leads, carried by the form. */
function FurtherOn({ goTo, carried }: Pick<SignInView, "goTo" | "carried">) {
  return (
    <>
      {goTo !== undefined && <input type="hidden" name="retour" value={goTo} />}
      <CarriedFields form={carried} />
    </>
  );
}

function UseSecureAddress({ address }: { address: string }) {
  return (
    <Notice tone="warning" title={texts.insecureTitle}>
      <p>
        {texts.insecure} <a href={`${address}/connexion`}>{address}</a>
      </p>
    </Notice>
  );
}

function Forgotten({ contact }: Pick<SignInView, "contact">) {
  const ways = [contact.phone, contact.email].filter((way) => way !== "").join(", ");
  return (
    <Details summary={texts.forgotten}>
      <p>
        {texts.forgottenHelp} {ways !== "" && texts.forgottenCall(ways)}
      </p>
      {contact.hours !== "" && <p>{contact.hours}</p>}
    </Details>
  );
}

function DemonstrationAccounts(
  view: SignInView & { demonstration: NonNullable<SignInView["demonstration"]> },
) {
  const { password, accounts } = view.demonstration;
  return (
    <>
      <h2>{texts.demonstrationTitle}</h2>
      <DataTable
        caption={texts.demonstration(password)}
        columns={[
          { header: texts.who, cell: ({ who }) => who, rowHeader: true },
          { header: texts.email, cell: ({ email }) => email },
          {
            header: texts.enter,
            cell: ({ email, who }) => (
              <form method="post" action="/connexion">
                <FormToken />
                <FurtherOn {...view} />
                <input type="hidden" name="email" value={email} />
                <input type="hidden" name="mot-de-passe" value={password} />
                <Button variant="secondary">
                  {texts.enter}
                  <span class="vh"> : {who}</span>
                </Button>
              </form>
            ),
          },
        ]}
        rows={accounts}
      />
    </>
  );
}

/**
 * What a person had sent, ready to be sent again once signed in.
 * @param sessionToken of the session just opened: the form's token is made from it, not from the one before
 */
export function Resume({ form, sessionToken }: { form: SentForm; sessionToken: string }) {
  return (
    <>
      <h1>{texts.resumeTitle}</h1>
      <p>{texts.resume}</p>
      <FormTokenContext.Provider value={formToken(sessionToken)}>
        <SendAgain form={form} submit={texts.resumeSubmit} />
      </FormTokenContext.Provider>
      <p>
        <a href="/">{texts.resumeLeave}</a>
      </p>
    </>
  );
}

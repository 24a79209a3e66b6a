import { Button, ErrorSummary, FormToken, PasswordField, type Correction } from "#platform";

import { texts } from "./texts.fr.ts";

/** The form that chooses a password. */
export function ChoosePassword(props: { token: string; email: string; correction: string | undefined }) {
  const { token, email, correction } = props;
  const corrections: Correction[] =
    correction === undefined ? [] : [{ field: "mot-de-passe", message: correction }];
  return (
    <>
      <ErrorSummary items={corrections} />
      <h1>{texts.title}</h1>
      <p>
        {texts.intro} <strong>{email}</strong>. {texts.effect}
      </p>
      <form method="post" action={`/mot-de-passe/${token}`}>
        <FormToken />
        {/* For password managers, which file a password under the address they find beside it. */}
        <input type="hidden" name="email" autocomplete="username" value={email} />
        <PasswordField
          name="mot-de-passe"
          label={texts.password}
          hint={texts.advice}
          autocomplete="new-password"
          correction={correction}
        />
        <Button wide>{texts.submit}</Button>
      </form>
    </>
  );
}

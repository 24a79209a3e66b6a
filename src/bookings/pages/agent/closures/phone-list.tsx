import { mayAnywhere, type SignedIn } from "#identity";
import { Details } from "#platform";

import type { FamilyToPhone } from "../../../closing/closing-queries.ts";
import { texts } from "./texts.fr.ts";

/** The families that no e-mail reaches, with the way to their file for whoever may read it. */
export function PhoneList({ families, actor }: { families: readonly FamilyToPhone[]; actor: SignedIn }) {
  if (families.length === 0) return null;
  const mayRead = mayAnywhere(actor, "families.read");
  return (
    <Details summary={texts.phone.title(families.length)} open={families.length <= 5}>
      <p>{families.length === 1 ? texts.phone.why : texts.phone.whyMore}</p>
      <ul>
        {families.map(({ householdId, label }) => (
          <li>{mayRead ? <a href={`/agent/familles/${householdId}`}>{label}</a> : label}</li>
        ))}
      </ul>
    </Details>
  );
}

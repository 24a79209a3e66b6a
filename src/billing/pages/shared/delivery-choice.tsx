import { Button, FormToken, Radios } from "#platform";

import type { HouseholdDelivery } from "../../delivery/delivery.ts";
import { texts } from "./delivery-texts.fr.ts";

/** Paper or paperless, for one household: the family says, or an agent whom it has called. */
export function DeliveryChoice(props: {
  action: string;
  household: HouseholdDelivery;
  correction: string | undefined;
}) {
  const { action, household, correction } = props;
  const { householdId, household: label, now, chosen, next } = household;
  return (
    <form method="post" action={action}>
      <FormToken />
      <input type="hidden" name="foyer" value={householdId} />
      <Radios
        name="envoi"
        legend={texts.legend(label)}
        hint={[texts.now(now, chosen), next === null ? "" : texts.next(next.delivery, next.from)]
          .join(" ")
          .trim()}
        value={next?.delivery ?? now}
        options={[
          { value: "paperless", label: texts.names.paperless },
          { value: "paper", label: texts.names.paper },
        ]}
        correction={correction}
      />
      <Button>{texts.submit}</Button>
    </form>
  );
}

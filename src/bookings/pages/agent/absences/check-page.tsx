import type { Id } from "#kernel";
import { confirmationPage, type Page } from "#platform";
import type { z } from "zod";

import { AbsenceEffects, byAct } from "../../family/absences/absence-check-page.tsx";
import type { absenceForm } from "../../family/absences/absence-form.ts";
import type { ForeseenAbsence } from "../../family/absences/foresee-absence.ts";
import { texts as words } from "../../family/absences/texts.fr.ts";
import { texts } from "./texts.fr.ts";

/** What an absence that an agent notes would do, and what it costs the family: nothing is done yet. */
export function absenceCheckPage(of: {
  household: Id<"household">;
  label: string;
  foreseen: ForeseenAbsence;
  sent: z.output<typeof absenceForm>;
}): Page {
  const { household, label, foreseen, sent } = of;
  const { cle, place, raison } = sent;
  const { kept, cancelled } = byAct(foreseen.asked);
  const file = `/agent/familles/${household}`;
  return confirmationPage({
    title: texts.check.title(label),
    section: "families",
    back: { href: `${file}/absences`, label: words.back },
    does: (
      <>
        <p class="lead">{words.check.lead}</p>
        <AbsenceEffects {...foreseen} cause={raison} bring={texts.check.bring} />
      </>
    ),
    action: `${file}/absences`,
    fields: {
      cle,
      raison,
      confirme: "1",
      place: place.map(({ participantId, slotId }) => `${participantId} ${slotId}`),
    },
    button: { label: kept.length > 0 ? texts.send : words.check.confirm(0, cancelled.length) },
    leave: { href: file, label: texts.check.leave },
  });
}

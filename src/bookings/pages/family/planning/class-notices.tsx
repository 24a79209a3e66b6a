import { capitalise, formatDateRange, formatDay } from "#kernel";
import { Notice } from "#platform";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import { texts } from "./texts.fr.ts";

/** What an agent said of a child's class for these days: « Jeudi 12 novembre, Lina (CE1) : sortie au parc ». */
export function ClassNotices({ planning }: { planning: Pick<FamilyPlanning, "classDays" | "lines"> }) {
  return (
    <>
      {planning.classDays.map(({ participantId, className, firstDay, lastDay, kind, message }) => {
        const child = planning.lines.find((line) => line.participantId === participantId);
        const days = firstDay.equals(lastDay) ? formatDay(firstDay) : formatDateRange(firstDay, lastDay);
        return (
          <Notice title={texts.classDay(capitalise(days), child?.firstName ?? "", className, message)}>
            <p>{texts.classDayMeans[kind]}</p>
          </Notice>
        );
      })}
    </>
  );
}

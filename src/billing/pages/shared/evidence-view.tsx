import { historyActWords, whoDidIt } from "#bookings";
import { formatCents, formatDay } from "#kernel";
import { SummaryList } from "#platform";

import type { InvoiceLine } from "../../account/read-invoice.ts";
import type { Evidence } from "../../disputes/evidence.ts";
import { careDayWords } from "./care-days.ts";
import { whatWords, whyWords } from "./line-words.ts";
import { texts } from "./texts.fr.ts";

/** What is known of a line: the price and why, the attendance, the history of the booking. */
export function EvidenceView({
  line,
  issuedOn,
  evidence,
}: {
  line: InvoiceLine;
  issuedOn: Temporal.PlainDate;
  evidence: readonly Evidence[];
}) {
  const days = careDayWords(line);
  return (
    <>
      <SummaryList
        facts={[
          { term: texts.columns.day, value: formatDay(line.day) },
          { term: texts.columns.what, value: `${texts.lines(line.participant)}, ${whatWords(line)}` },
          { term: texts.columns.amount, value: formatCents(line.cents) },
        ]}
      />
      <h2>{texts.evidence}</h2>
      <ul>
        {whyWords(line, issuedOn).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {days.length > 0 ? (
        <>
          <h2>{texts.careDays}</h2>
          <ul>
            {days.map((day) => (
              <li>{day}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h2>{texts.history}</h2>
          {evidence.length === 0 ? <p>{texts.noHistory}</p> : <EvidenceList evidence={evidence} />}
        </>
      )}
    </>
  );
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul>
      {evidence.map((one) => (
        <li>
          {texts.moment(one.at)} : {historyActWords(one.act).word} ({whoDidIt(one)})
        </li>
      ))}
    </ul>
  );
}

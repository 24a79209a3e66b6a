import { Card } from "#platform";

import { acknowledgementOf, type Received } from "./acknowledgement.ts";
import { texts } from "./texts.fr.ts";

/**
 * The acknowledgement on a page, and where its PDF is.
 * @param decided once it is, what silence would mean is no news
 */
export function AcknowledgementCard(props: {
  received: Received;
  decided: boolean;
  file: { readonly href: string; readonly label: string };
}) {
  const { received, department, silence, expected, appeal } = acknowledgementOf(props.received);
  return (
    <Card title={texts.name}>
      <p>{received}</p>
      <h3>{texts.department}</h3>
      <p>{department.map((line, index) => [index > 0 && <br />, line])}</p>
      {!props.decided && (
        <>
          <h3>{texts.silence}</h3>
          <p>{silence}</p>
          {appeal !== "" && (
            <p>
              {texts.appeal} : {appeal}
            </p>
          )}
          <p>{expected}</p>
        </>
      )}
      <p>
        <a href={props.file.href} download>
          {props.file.label}
        </a>
      </p>
    </Card>
  );
}

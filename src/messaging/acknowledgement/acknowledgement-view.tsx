import { Card } from "#platform";

import { acknowledgementOf, type Received } from "./acknowledgement.ts";
import { texts } from "./texts.fr.ts";

/**
 * The acknowledgement on a page, and where its PDF is.
 * @param delay what silence would mean is no news once it is decided, and has no date while a complement is waited for
 */
export function AcknowledgementCard(props: {
  received: Received;
  delay: "running" | "stopped" | "over";
  files: readonly { readonly href: string; readonly label: string }[];
}) {
  const { received, completed, department, silence, expected, appeal } = acknowledgementOf(props.received);
  return (
    <Card title={texts.name}>
      <p>{received}</p>
      {completed !== "" && <p>{completed}</p>}
      <h3>{texts.department}</h3>
      <p>{department.map((line, index) => [index > 0 && <br />, line])}</p>
      {props.delay === "stopped" && (
        <>
          <h3>{texts.silence}</h3>
          <p>{texts.stopped}</p>
        </>
      )}
      {props.delay === "running" && (
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
      {props.files.map(({ href, label }) => (
        <p>
          <a href={href} download>
            {label}
          </a>
        </p>
      ))}
    </Card>
  );
}

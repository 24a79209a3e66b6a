import type { Page } from "../http/answer.ts";
import { texts } from "./texts.fr.ts";
import type { AtTheDoor } from "./waiting-room.ts";

/** What whoever waits looks at: how many come before, about how long, and nothing to do. */
export function waitingPage(place: Extract<AtTheDoor, { kind: "waiting" }>): Page {
  const { ahead, waitSeconds, askAgainSeconds } = place;
  return {
    title: texts.title,
    refreshSeconds: askAgainSeconds,
    islands: ["waiting.js"],
    main: (
      <div class="refusal">
        <h1>{texts.title}</h1>
        <p>{texts.why}</p>
        <p role="status" data-waiting={askAgainSeconds}>
          <strong>{ahead === 0 ? texts.next : texts.ahead(ahead)}</strong>{" "}
          {ahead === 0 || waitSeconds === null ? null : texts.wait(waitSeconds)}
        </p>
        <p>{texts.stay}</p>
        <p>{texts.kept}</p>
      </div>
    ),
  };
}

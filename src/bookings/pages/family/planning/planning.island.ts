// With the count of changes in sight, the form is saved at once: the page that confirms is for whoever has no script,
// and for days that take hours, which may be changed there day by day. What is ticked is kept in the browser until it
// is saved: off line the form does not leave, and where the network fails on the way the ticks are found again.
import { keptChoices } from "./kept-choices.ts";

const form = document.querySelector<HTMLFormElement>('form[action="/planning/verifier"][data-keeper]');
if (form) watch(form);

function watch(form: HTMLFormElement): void {
  const kept = keptChoices(form);
  form.addEventListener("submit", (event) => {
    const isKept = kept.keep();
    if (isKept && !navigator.onLine) {
      event.preventDefault();
      tell("off");
      return;
    }
    const hours = form.querySelector("td:not([data-was]):has(.check:checked) [data-told]") !== null;
    form.action = hours ? "/planning/verifier" : "/planning/enregistrer";
  });
  form.querySelector("[data-forget]")?.addEventListener("click", () => {
    kept.forget();
    tell(null);
  });
  const show = () => {
    const found = kept.restore();
    if (found) tell(found.lost ? "lost" : "back");
    const [other] = kept.elsewhere();
    const link = document.querySelector<HTMLAnchorElement>("[data-kept-elsewhere] a");
    if (link && other) link.href = other;
    reveal("[data-kept-elsewhere]", other !== undefined);
  };
  // A page taken back from the browser's history is not loaded again.
  addEventListener("pageshow", show);
}

/** Says that choices are not saved yet: kept off line, ticked again, or ticked again but for those that are too late. */
function tell(what: "off" | "back" | "lost" | null): void {
  reveal("[data-kept]", what !== null);
  for (const one of ["off", "back", "lost"]) reveal(`[data-kept-${one}]`, what === one);
  if (what === "off") document.querySelector<HTMLElement>("[data-kept]")?.focus();
}

function reveal(selector: string, shown: boolean): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) element.hidden = !shown;
}

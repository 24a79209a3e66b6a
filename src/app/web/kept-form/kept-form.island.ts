// On agents' pages: a form that cannot leave is not lost. Off line it stays, and says so; where the network fails on the
// way, what was ticked and typed is found again when the page comes back, in this tab and until it is saved.

/** The page that follows a sign-out erases what begins so. */
const KEPT = "personne:agent:";
/** These differ each time that the page is shown. */
const NEW_EACH_TIME = new Set(["formulaire", "cle"]);
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const notice = document.querySelector<HTMLElement>("[data-kept-form]");
const forms = [...document.querySelectorAll<HTMLFormElement>("main form[method=post]")];
for (const form of forms) form.addEventListener("submit", (event) => leave(form, event));
// A page taken back from the browser's history is not loaded again.
addEventListener("pageshow", comeBack);

function leave(form: HTMLFormElement, event: Event): void {
  keep(form);
  if (navigator.onLine) return;
  event.preventDefault();
  tell("off");
}

/** What was kept is ticked and typed again; on a page without its form it was answered, and nothing of it stays. */
function comeBack(): void {
  const kept = new Map(
    keys().map((key) => [key, new URLSearchParams(sessionStorage.getItem(key) ?? "")] as const),
  );
  for (const key of kept.keys()) sessionStorage.removeItem(key);
  const changed = forms.map((form) => restore(form, kept.get(keyOf(form))));
  tell(changed.includes(true) ? "back" : null);
}

function keep(form: HTMLFormElement): void {
  const kept = new URLSearchParams();
  for (const control of controlsOf(form))
    if (!isBox(control) || control.checked) kept.append(control.name, control.value);
  try {
    sessionStorage.setItem(keyOf(form), kept.toString());
  } catch {
    // This browser keeps nothing: off line the form stays all the same.
  }
}

/** Whether something was not as it was kept, and is again. */
function restore(form: HTMLFormElement, kept: URLSearchParams | undefined): boolean {
  if (kept === undefined) return false;
  let changed = false;
  for (const control of controlsOf(form)) {
    const values = kept.getAll(control.name);
    if (isBox(control)) {
      const checked = values.includes(control.value);
      changed ||= control.checked !== checked;
      control.checked = checked;
    } else if (values[0] !== undefined && control.value !== values[0]) {
      control.value = values[0];
      changed = true;
    }
  }
  return changed;
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [
    ...form.querySelectorAll<Control>(
      "input[name]:not([type=hidden],[type=password],[type=file],[type=submit]),select[name],textarea[name]",
    ),
  ];
}

const isBox = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";

/** Where it is sent and what it is about: the choice for one day is not that of another. */
function keyOf(form: HTMLFormElement): string {
  const about = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")]
    .filter(({ name }) => !NEW_EACH_TIME.has(name))
    .map(({ name, value }): [string, string] => [name, value]);
  return `${KEPT}${notice?.dataset["keeper"] ?? ""}:${form.getAttribute("action") ?? ""}?${new URLSearchParams(about).toString()}`;
}

function keys(): readonly string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(KEPT));
  } catch {
    return [];
  }
}

function tell(what: "off" | "back" | null): void {
  if (notice === null) return;
  notice.hidden = what === null;
  for (const one of notice.querySelectorAll<HTMLElement>("[data-kept-when]"))
    one.hidden = one.dataset["keptWhen"] !== what;
  if (what === "off") notice.focus();
}

export {};

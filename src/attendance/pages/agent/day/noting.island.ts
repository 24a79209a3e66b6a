// Progressive: « Maintenant » writes the hour, and p, a or n on a child's answers note it and go on to the next child.
// The page notes everything without it.

const form = document.querySelector<HTMLFormElement>("form[data-noting]");
const KEYS: Readonly<Record<string, string>> = { p: "present", a: "absent", n: "none" };

for (const button of form?.querySelectorAll<HTMLButtonElement>("[data-now]") ?? []) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.querySelector<HTMLInputElement>(`#${button.dataset["now"] ?? ""}`);
    if (!field) return;
    field.value = new Intl.DateTimeFormat("fr-FR", {
      timeZone: "Europe/Paris",
      hour: "2-digit",
      minute: "2-digit",
    }).format(new Date());
    choose(button.closest("fieldset"), "present");
    field.focus();
  });
}

form?.addEventListener("keydown", (event) => {
  const state = KEYS[event.key];
  const { target } = event;
  if (!state || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
  event.preventDefault();
  const line = target.closest("fieldset");
  choose(line, state);
  const lines = [...form.querySelectorAll("fieldset.noting:has([name='vu'])")];
  const next = line ? lines[lines.indexOf(line) + 1] : undefined;
  next?.querySelector<HTMLInputElement>("input[type=radio]:checked")?.focus();
});

function choose(line: Element | null, state: string): void {
  const radio = line?.querySelector<HTMLInputElement>(`input[type=radio][value=${state}]`);
  if (radio) radio.checked = true;
}

export {};

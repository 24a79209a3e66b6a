// A form with a file: says at once that a file is too heavy, and how far its sending is. Without a script, the browser
// sends the form by itself.

/** Sends the form; the page that answers takes the place of this one. */
function send(form: HTMLFormElement, address: string, bar: HTMLProgressElement, unlock: () => void): void {
  const http = new XMLHttpRequest();
  http.open("POST", address);
  http.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.max = total;
    bar.value = loaded;
  });
  http.addEventListener("load", () => {
    if (http.status === 200) {
      location.assign(http.responseURL);
      return;
    }
    const answer = new DOMParser().parseFromString(http.responseText, "text/html");
    const [next, shown] = [answer.body, document.body];
    document.title = answer.title;
    shown.replaceWith(next);
    begin();
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("[role=alert], h1")?.focus();
  });
  // The network went away: the form is still there, with its file.
  http.addEventListener("error", unlock);
  http.send(new FormData(form));
}

function enhance(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>("input[type=file]");
  const button = form.querySelector<HTMLButtonElement>("button");
  if (field === null || button === null) return;
  const radios = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const fresh = radios.find(({ value }) => value === form.dataset["fresh"]);
  field.addEventListener("change", () => {
    const most = Number(field.dataset["most"]);
    const tooHeavy = (field.files?.[0]?.size ?? 0) > most;
    field.setCustomValidity(tooHeavy ? (field.dataset["tooHeavy"] ?? "") : "");
    if (tooHeavy) field.reportValidity();
    if (field.value !== "" && fresh !== undefined) fresh.checked = true;
  });
  // One or the other: what is ticked and what is sent never differ.
  for (const radio of radios)
    radio.addEventListener("change", () => {
      if (radio === fresh || fresh === undefined) return;
      field.value = "";
      field.setCustomValidity("");
    });
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  button.after(said);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    const bar = document.createElement("progress");
    const words = form.dataset["upload"] ?? "";
    bar.setAttribute("aria-label", words);
    said.replaceChildren(`${words} `, bar);
    send(form, event.submitter?.getAttribute("formaction") ?? form.action, bar, () => {
      said.textContent = form.dataset["cut"] ?? "";
      button.disabled = false;
    });
  });
}

function begin(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) enhance(form);
}

begin();

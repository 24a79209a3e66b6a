// A canned answer comes where the cursor is, and nothing leaves the page. Without this file the form brings it back.

for (const line of document.querySelectorAll<HTMLElement>("[data-insert]")) {
  const choice = line.querySelector("select");
  const button = line.querySelector("button");
  const field = line
    .closest("form")
    ?.querySelector<HTMLTextAreaElement>(`[name="${line.dataset["insert"]}"]`);
  if (!choice || !button || !field) continue;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const text = choice.selectedOptions[0]?.dataset["text"];
    if (text === undefined) return choice.focus();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export {};

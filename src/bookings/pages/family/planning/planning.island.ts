// With the count of changes in sight, the form is saved at once: the page that confirms is for whoever has no script,
// and for days that take hours, which may be changed there day by day.
const form = document.querySelector<HTMLFormElement>('form[action="/planning/verifier"]');
form?.addEventListener("submit", () => {
  const hours = form.querySelector("td:not([data-was]):has(.check:checked) [data-told]") !== null;
  form.action = hours ? "/planning/verifier" : "/planning/enregistrer";
});

export {};

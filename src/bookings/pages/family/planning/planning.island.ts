// With the count of changes in sight, the form is saved at once: the page that confirms is for whoever has no script.
const form = document.querySelector<HTMLFormElement>('form[action="/planning/verifier"]');
if (form) form.action = "/planning/enregistrer";

export {};

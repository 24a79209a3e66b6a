// On agents' pages: a form that cannot leave stays as it was filled, and says so. What the network loses on the way is
// found again by the browser's own « back »; nothing about a family is kept in it.

const notice = document.querySelector<HTMLElement>("[data-form-stays]");

document.addEventListener("submit", (event) => {
  if (notice === null || navigator.onLine) return;
  event.preventDefault();
  notice.hidden = false;
  notice.focus();
});
addEventListener("online", () => {
  if (notice !== null) notice.hidden = true;
});

export {};

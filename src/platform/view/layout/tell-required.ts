import { texts } from "../texts.fr.ts";

const FORM = /<form\b[^]*?<\/form>/g;

/** What a person fills in or chooses; radios of one name and boxes too. */
const FIELD = /<(?:input(?![^>]* type="(?:hidden|submit)")|select|textarea)\b/g;

const REQUIRED = /<(?:input|select|textarea)\b[^>]* required/;

/**
 * Says above a form that each of its answers is required, where none is said to be optional: a label says
 * « (facultatif) », and nothing at all where everything is asked (RGAA 11.10, « l’ensemble des champs »). A form of one
 * field says nothing. Here and not in each form: nobody has to think of it when a field is added.
 */
export function tellRequired(html: string): string {
  return html.replace(FORM, (form) => {
    if (form.includes(texts.optional) || !REQUIRED.test(form)) return form;
    if ((form.match(FIELD) ?? []).length < 2) return form;
    const opened = form.indexOf(">") + 1;
    return `${form.slice(0, opened)}<p class="hint all-required">${texts.allRequired}</p>${form.slice(opened)}`;
  });
}

import type { JSXElement, JSXOpeningElement } from "oxc-parser";

import { isTest, type SourceFile, type Violation } from "./source-file.ts";

/** Where HTML that Preact does not escape is written on purpose. */
const RAW_HTML = [
  // The styles of mails: a constant of ours.
  "src/messaging/render-html.tsx",
];

/** Pages on which nobody is signed in and that our web server does not serve: a token would protect nothing. */
const OTHER_SITES = [
  // It stands in for the Treasury's payment page, in a process of its own.
  "src/payments/simulator/",
];

/**
 * What the content security policy and the protection of forms expect of every page: no style attribute, no
 * script attribute, no raw HTML, and a token in every form that posts.
 */
export function checkPages(files: readonly SourceFile[], rawHtml: readonly string[] = RAW_HTML): Violation[] {
  return files
    .filter((file) => file.path.endsWith(".tsx") && !isTest(file))
    .flatMap((file) => {
      const found: Violation[] = [];
      const elsewhere = OTHER_SITES.some((folder) => file.path.startsWith(folder));
      const add = (start: number, why: string) =>
        found.push({ path: file.path, line: file.lineAt(start), why });
      file.visit({
        JSXAttribute: ({ name, start }) => {
          if (name.type !== "JSXIdentifier") return;
          if (name.name === "style") add(start, "no style attribute: the content security policy refuses it");
          if (/^on[A-Za-z]/.test(name.name)) add(start, `no ${name.name}: pages carry no script`);
          if (name.name === "dangerouslySetInnerHTML" && !rawHtml.includes(file.path)) {
            add(start, "raw HTML is not escaped");
          }
        },
        JSXElement: (element) => {
          if (!elsewhere && postsForm(element.openingElement) && !containsToken(file, element)) {
            add(element.start, "a form that posts contains <FormToken />");
          }
        },
      });
      return found;
    });
}

function postsForm({ name, attributes }: JSXOpeningElement): boolean {
  return (
    name.type === "JSXIdentifier" &&
    name.name === "form" &&
    attributes.some(
      (attribute) =>
        attribute.type === "JSXAttribute" &&
        attribute.name.name === "method" &&
        attribute.value?.type === "Literal" &&
        attribute.value.value.toLowerCase() === "post",
    )
  );
}

function containsToken(file: SourceFile, form: JSXElement): boolean {
  return /<FormToken\b/.test(file.text.slice(form.start, form.end));
}

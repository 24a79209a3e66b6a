import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What axe finds wrong with the page as it is shown, under every rule that is on by default. What passes is not written
 * out (a planning has thousands of such nodes), and no blank tab is opened to gather frames of other hosts: our pages
 * have none.
 */
export async function violationsOf(page: Page) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations;
}

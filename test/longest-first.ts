import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Each takes minutes: whichever came last would keep one core at work while the other waits. */
export const LONGEST = ["test/bad-input/bad-input.db.test.ts", "test/journeys/every-page.browser.test.ts"];

/** The order of the files: the longest of the suite first, the others as Vitest sorts them (project by project). */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.endsWith(path));
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

/** The class of somebody in the school year of a day; each is empty when the school register has not told it. */
export interface SchoolClass {
  className: string;
  schoolName: string;
}

/** Whether children of several schools are expected: two schools have a « PS - Mme Leclère » each. */
export function ofSeveralSchools(expected: readonly SchoolClass[]): boolean {
  return new Set(expected.flatMap(({ schoolName }) => (schoolName === "" ? [] : [schoolName]))).size > 1;
}

/** The class of a child as a list groups by it, with its school where there are several: « Rue – CE1 ». */
export function classGroup({ schoolName, className }: SchoolClass, withSchool: boolean): string {
  return withSchool && schoolName !== "" && className !== "" ? `${schoolName} – ${className}` : className;
}

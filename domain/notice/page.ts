/** The mini program page that shows a problem; the H5 build has the same path behind its hash. */
export function problemPage(problem: string): string {
  return `pages/problem/index?id=${problem}`;
}

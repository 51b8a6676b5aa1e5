/** Renames the `test` function of a generated test to the name in the file. */
export function withCallee(test: string, callee: string): string {
  return test.replace(/^test(?=\.todo\(|\()/m, callee);
}

/** A generated test in a file that calls `test` something else. */
export function withCallee(test: string, callee: string): string {
  return test.replace(/^test(?=\.todo\(|\()/m, callee);
}

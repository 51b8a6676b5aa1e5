/** Whether tests in a file take their subject as a parameter, so that they prove any implementation. */
export function isSuiteFile(path: string): boolean {
  return path.endsWith('.suite.ts');
}

/** The fixture by which tests in such a file have it. */
export const suiteSubject = 'subject';

/** True if the tests in a file take their subject as a parameter, so that they prove any implementation. */
export function isSuiteFile(path: string): boolean {
  return path.endsWith('.suite.ts');
}

/** The fixture that holds the subject in a suite file. */
export const suiteSubject = 'subject';

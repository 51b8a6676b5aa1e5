import { findProgram } from '../servers/process/find-program.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the browser for tests: the one in `BROWSER_PATH`, or one on the PATH that supports Chromium's protocol. */
export function findBrowser({ BROWSER_PATH, PATH = '' }: Environment): string | undefined {
  return BROWSER_PATH || findProgram(PATH, 'chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge');
}

import { findProgram } from '../servers/process/find-program.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The browser that tests drive: the one at `BROWSER_PATH`, or one on the PATH that Chromium's protocol can drive. */
export function findBrowser({ BROWSER_PATH, PATH = '' }: Environment): string | undefined {
  return BROWSER_PATH || findProgram(PATH, 'chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge');
}

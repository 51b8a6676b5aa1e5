import { missingLines } from './missing-lines.ts';
import { readOptions, usage } from './read-options.ts';
import { report } from './report.ts';
import { runLevels } from './run-levels.ts';

/** Runs `npm run coverage`. Returns the exit code: 0 if all tests passed and the gates hold. */
export async function coverageCommand(root: string, args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) console.log(usage);
    else if (options.missing !== undefined) console.log(missingLines(options.missing, root));
    else return await runAndReport(root, options.report);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

async function runAndReport(root: string, onlyReport: boolean): Promise<number> {
  const passed = onlyReport || runLevels(root);
  const enough = await report(root);
  if (!passed) console.error('\n✗ Some tests failed.');
  return passed && enough ? 0 : 1;
}

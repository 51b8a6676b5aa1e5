import { missingLines } from './missing-lines.ts';
import { readOptions, usage } from './read-options.ts';
import { report } from './report.ts';
import { runLevels } from './run-levels.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else if (options.missing !== undefined) console.log(missingLines(options.missing));
  else {
    const passed = options.report || runLevels();
    const enough = await report();
    if (!passed) console.error('\n✗ Not all tests passed.');
    process.exitCode = passed && enough ? 0 : 1;
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

import { proveComponent } from '../../mutation/index.ts';
import { ProgressLine } from './progress-line.ts';
import { readOptions, usage } from './read-options.ts';
import { renderReport } from './render-report.ts';

/** Runs `vouch prove`. Returns the exit code: 0 if the run came to its end, whatever the tests notice. */
export async function proveCommand(root: string, args: readonly string[]): Promise<number> {
  try {
    const { component, incremental, help } = readOptions(args);
    if (help || component === undefined) console.log(usage);
    else await proveAndPrint(root, component, incremental);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

async function proveAndPrint(root: string, component: string, isIncremental: boolean): Promise<void> {
  const startedAt = performance.now();
  const line = new ProgressLine((text) => console.log(text));
  const report = await proveComponent(root, component, {
    isIncremental,
    onProgress: (progress) => line.show(progress),
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  console.log(`${renderReport(report).join('\n')}\n\n ${seconds.toFixed(1)} s`);
}

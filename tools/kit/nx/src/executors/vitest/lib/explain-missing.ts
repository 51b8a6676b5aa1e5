import { styleText } from 'node:util';
import { capabilities } from '../../../capabilities/index.ts';

/** Explains each missing capability in one line: how many tests did not run, the reason, and the fix. */
export function explainMissing(
  missing: Readonly<Record<string, number>>,
  required: readonly string[],
): string[] {
  return Object.entries(missing).map(([name, tests]) => {
    const fix = capabilities.find((capability) => capability.name === name)?.fix ?? '';
    const line = `${tests} ${tests === 1 ? 'test' : 'tests'} did not run: this machine has no ${name} (${fix})`;
    return required.includes(name)
      ? styleText('red', `${line}; with CI set, ${name} is required (requiredInCi in nx.json)`)
      : styleText('yellow', line);
  });
}

import { isCi } from '../../../capabilities/index.ts';
import type { CapabilityName } from '../../../levels/index.ts';
import type { PluginOptions } from '../../../plugin-options.ts';

const byDefault: readonly CapabilityName[] = ['postgres', 'redis', 'docker', 'browser'];

/** With `CI` set, a test that needs one of these fails the run where it cannot run. */
export function requiredCapabilities(
  { requiredInCi = byDefault }: PluginOptions,
  ci = isCi(),
): readonly CapabilityName[] {
  return ci ? requiredInCi : [];
}

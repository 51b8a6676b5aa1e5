import { isCi } from '../../../capabilities/index.ts';
import type { CapabilityName } from '../../../levels/index.ts';
import type { PluginOptions } from '../../../plugin-options.ts';

const byDefault: readonly CapabilityName[] = ['postgres', 'redis', 'docker', 'browser'];

/** The capabilities that a CI run must have. A test that lacks one of them fails the run. */
export function requiredCapabilities(
  { requiredInCi = byDefault }: PluginOptions,
  ci = isCi(),
): readonly CapabilityName[] {
  return ci ? requiredInCi : [];
}

import type { TargetConfiguration } from '@nx/devkit';

/** Returns the target `board` of a component's test library, which shows the promises of the component. */
export function boardTarget(root: string): Record<string, TargetConfiguration> {
  const component = /^libs\/([^/]+)\/test$/.exec(root)?.[1];
  if (component === undefined) return {};
  return {
    board: {
      command: `vouch board ${component}`,
      metadata: { description: `the promises of ${component} and their tests` },
    },
  };
}

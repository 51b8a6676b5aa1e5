import { globSync } from 'node:fs';

export interface Constraint {
  readonly sourceTag?: string;
  readonly allSourceTags?: string[];
  readonly onlyDependOnLibsWithTags: string[];
}

interface Exceptions {
  /** Dependencies of the kit and of tools/workspace: the kit, and in their tests also its proof. */
  readonly testsMayUse?: string[];
}

const byType = ({ testsMayUse = ['type:kit'] }: Exceptions): readonly Constraint[] => [
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:contract', 'type:app'] },
  {
    sourceTag: 'type:test',
    onlyDependOnLibsWithTags: ['type:contract', 'type:test', 'type:kit', 'type:app'],
  },
  { sourceTag: 'type:deployable', onlyDependOnLibsWithTags: ['type:app', 'type:contract'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:test', 'type:contract', 'type:kit'] },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: testsMayUse },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: testsMayUse },
  { sourceTag: 'type:proof', onlyDependOnLibsWithTags: ['*'] },
];

const platform = 'scope:platform';

/**
 * Returns the constraints for `@nx/enforce-module-boundaries`: by type; app libraries only within their scope and from
 * the platform; the platform depends on no other scope.
 */
export function boundaries(workspaceRoot: string, exceptions: Exceptions = {}): Constraint[] {
  return [
    ...byType(exceptions),
    ...scopes(workspaceRoot).flatMap(ownAppOnly),
    { sourceTag: platform, onlyDependOnLibsWithTags: [platform, 'type:kit'] },
  ];
}

function scopes(workspaceRoot: string): string[] {
  return globSync('libs/*', { cwd: workspaceRoot, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `scope:${entry.name}`);
}

function ownAppOnly(scope: string): Constraint[] {
  return [
    { allSourceTags: ['type:app', scope], onlyDependOnLibsWithTags: ['type:contract', scope, platform] },
    {
      allSourceTags: ['type:test', scope],
      onlyDependOnLibsWithTags: ['type:contract', 'type:test', 'type:kit', scope, platform],
    },
  ];
}

import { globSync } from 'node:fs';

interface Constraint {
  readonly sourceTag?: string;
  readonly allSourceTags?: string[];
  readonly onlyDependOnLibsWithTags: string[];
}

const byType: readonly Constraint[] = [
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:contract', 'type:app'] },
  {
    sourceTag: 'type:test',
    onlyDependOnLibsWithTags: ['type:contract', 'type:test', 'type:kit', 'type:app'],
  },
  { sourceTag: 'type:deployable', onlyDependOnLibsWithTags: ['type:app', 'type:contract'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:test', 'type:contract', 'type:kit'] },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:kit'] },
];

/** Who may import whom, for `@nx/enforce-module-boundaries`: by type, and app libraries only within their scope. */
export function boundaries(workspaceRoot: string): Constraint[] {
  return [...byType, ...scopes(workspaceRoot).flatMap(ownAppOnly)];
}

function scopes(workspaceRoot: string): string[] {
  return globSync('libs/*', { cwd: workspaceRoot, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `scope:${entry.name}`);
}

function ownAppOnly(scope: string): Constraint[] {
  return [
    { allSourceTags: ['type:app', scope], onlyDependOnLibsWithTags: ['type:contract', scope] },
    {
      allSourceTags: ['type:test', scope],
      onlyDependOnLibsWithTags: ['type:contract', 'type:test', 'type:kit', scope],
    },
  ];
}

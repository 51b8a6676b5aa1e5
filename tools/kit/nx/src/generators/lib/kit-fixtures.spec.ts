import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isKitFixture } from './check-name.ts';
import { fixtureNames } from './insert-fixture.ts';
import { nameForms } from './name-forms.ts';

const kit = join(import.meta.dirname, '../../../../testing/src/fixtures');

test.each(['test.ts', 'database-test.ts', 'component-test.ts'])(
  'knows all fixtures of %s by name',
  (file) => {
    const names = fixtureNames(readFileSync(join(kit, file), 'utf8'));
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !isKitFixture(nameForms(name).fileName))).toEqual([]);
  },
);

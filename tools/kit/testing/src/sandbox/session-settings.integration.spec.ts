import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, test } from 'vitest';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';

const sample = useSampleSandbox();

describe('settings', () => {
  const current = async (em = sample.em) =>
    (await em.execute<{ value: string }[]>(`select current_setting('app.organization', true) as value`))[0]
      ?.value ?? '';

  test('that are local to a transaction end with its COMMIT, and with its ROLLBACK', async () => {
    const set = (em: EntityManager) => em.execute(`select set_config('app.organization', 'x', true)`);
    await sample.em.transactional(async (em) => {
      await set(em);
      expect(await current(em)).toBe('x');
    });
    expect(await current()).toBe('');
    await sample.em
      .transactional(async (em) => {
        await set(em);
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await current()).toBe('');
    await sample.em.transactional((em) => em.execute(`set local app.organization = 'y'`));
    expect(await current()).toBe('');
  });

  test('that are local to a transaction have no effect outside one', async () => {
    await sample.em.execute(`select set_config('app.organization', 'x', true)`);
    expect(await current()).toBe('');
  });

  test('of the session stay during the test', async () => {
    await sample.em.transactional((em) => em.execute(`select set_config('app.organization', 'x', false)`));
    await sample.em.transactional((em) => em.execute(`set local app.organization = 'y'`));
    expect(await current()).toBe('x');
  });

  test.each([1, 2])('of the session do not reach the next test (%i)', async () => {
    expect(await current()).toBe('');
    await sample.em.execute(`set app.organization = 'x'`);
  });
});

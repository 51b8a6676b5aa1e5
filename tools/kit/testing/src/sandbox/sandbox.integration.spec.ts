import { randomUUID } from 'node:crypto';
import { IsolationLevel, RequestContext, type EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, test } from 'vitest';
import { Membership, Note, Organization, User } from '../../proof/sample/entities.ts';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';

const sample = useSampleSandbox();

const names = async () => (await sample.em.fork().findAll(Organization)).map(({ name }) => name).sort();
const add = (em: EntityManager, name: string) => em.insert(Organization, { id: randomUUID(), name });

describe('the test’s own transaction', () => {
  test.each([1, 2, 3])('is rolled back, however often a test writes (%i)', async () => {
    expect(await names()).toEqual([]);
    await add(sample.em, 'Acme');
    expect(await names()).toEqual(['Acme']);
  });

  test('is shared by forks, request contexts, Kysely, raw SQL and the native pool', async () => {
    const { em } = sample;
    await add(em.fork(), 'fork');
    await RequestContext.create(em, () => add(RequestContext.getEntityManager() as EntityManager, 'context'));
    await em
      .getKysely<{ organization: { id: string; name: string } }>()
      .insertInto('organization')
      .values({ id: randomUUID(), name: 'kysely' })
      .execute();
    await em.execute('insert into organization values (?, ?)', [randomUUID(), 'raw']);
    const pool = await em.getConnection().getNativeClient();
    await pool.query('insert into organization values ($1, $2)', [randomUUID(), 'pool']);
    expect(await names()).toEqual(['context', 'fork', 'kysely', 'pool', 'raw']);
  });

  test('runs as the application role, which is subject to row-level security', async () => {
    const id = randomUUID();
    await sample.em.insert(Organization, { id, name: 'Acme' });
    const [role] = await sample.em.execute(
      'select session_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ name: 'vouch_app', rolsuper: false, rolbypassrls: false });
    await expect(sample.em.insert(Note, { id: randomUUID(), organization: id, text: 'x' })).rejects.toThrow(
      /row-level security/,
    );
  });

  test('includes the administrator’s statements, and rolls them back', async () => {
    const { admin } = sample.database;
    const id = randomUUID();
    await admin.query('insert into organization values ($1, $2)', [id, 'Acme']);
    await admin.query('insert into note values ($1, $2, $3)', [randomUUID(), id, 'hidden']);
    await expect(admin.query('nonsense')).rejects.toThrow(/syntax error/);
    expect(await names()).toEqual(['Acme']);
    expect(await sample.em.execute('select * from note')).toEqual([]);
    expect(await admin.query('select text from note')).toEqual([{ text: 'hidden' }]);
  });
});

describe('a transaction of the code under test', () => {
  test('commits and rolls back as in production', async () => {
    await sample.em.transactional((em) => add(em, 'kept'));
    await expect(
      sample.em.transactional(async (em) => {
        await add(em, 'dropped');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const em = sample.em.fork();
    await em.begin();
    await add(em, 'by hand');
    await em.commit();
    await em.begin();
    await add(em, 'not');
    await em.rollback();
    expect(await names()).toEqual(['by hand', 'kept']);
  });

  test('can contain nested ones, of which one may fail alone', async () => {
    await sample.em.transactional(async (em) => {
      await add(em, 'outer');
      await em.transactional((inner) => add(inner, 'inner'));
      await em
        .transactional(async (inner) => {
          await add(inner, 'failed');
          throw new Error('no');
        })
        .catch(() => undefined);
    });
    expect(await names()).toEqual(['inner', 'outer']);
  });

  test('runs in parallel with others, each as a unit', async () => {
    const one = async (name: string, fails: boolean) =>
      sample.em.fork().transactional(async (em) => {
        await add(em, name);
        await new Promise((resolve) => setTimeout(resolve, 5));
        await add(em, `${name}, again`);
        if (fails) throw new Error('no');
      });
    await Promise.allSettled([one('a', false), one('b', true), one('c', false)]);
    expect(await names()).toEqual(['a', 'a, again', 'c', 'c, again']);
  });

  test('can be flushed from many forks at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const em = sample.em.fork();
        em.create(User, { id: randomUUID(), email: `${index}@example.test` });
        await em.flush();
      }),
    );
    expect(await sample.em.fork().count(User)).toBe(12);
  });

  test('accepts no statement after a failed one, and its COMMIT is a rollback', async () => {
    const pool = await sample.em.getConnection().getNativeClient();
    const client = await pool.connect();
    await client.query('begin');
    await client.query(`insert into plan values ('a')`);
    await expect(client.query('nonsense')).rejects.toMatchObject({ code: '42601' });
    await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' });
    expect(await client.query('commit')).toMatchObject({ command: 'ROLLBACK' });
    client.release();
    expect(await sample.em.execute('select * from plan')).toEqual([]);
  });

  test('cannot write when it is read-only, and later ones can', async () => {
    const readOnly = sample.em.transactional((em) => add(em, 'no'), { readOnly: true });
    await expect(readOnly).rejects.toMatchObject({ code: '25006' });
    await add(sample.em, 'yes');
    expect(await names()).toEqual(['yes']);
  });

  test.each(Object.values(IsolationLevel).filter((level) => level !== IsolationLevel.SNAPSHOT))(
    'can request isolation %s',
    async (isolationLevel) => {
      await add(sample.em, 'before');
      await sample.em.transactional((em) => add(em, 'inside'), { isolationLevel });
      expect(await names()).toEqual(['before', 'inside']);
    },
  );

  test('fails at COMMIT with a deferred constraint, and is rolled back', async () => {
    const { admin } = sample.database;
    const id = randomUUID();
    await add(sample.em, 'Acme');
    const dangling = sample.em.transactional(async (em) => {
      await em.insert(Organization, { id, name: 'new' });
      await em.execute(`select set_config('app.organization', ?, true)`, [id]);
      await em.execute('insert into note values (?, ?, ?, ?)', [randomUUID(), id, 'x', randomUUID()]);
    });
    await expect(dangling).rejects.toMatchObject({ code: '23503' });
    expect(await names()).toEqual(['Acme']);
    expect(await admin.query('select * from note')).toEqual([]);
  });

  test('has the next one start with deferred constraints deferred and immediate ones immediate', async () => {
    await sample.em.transactional((em) => add(em, 'first'));
    const wrong = sample.em.insert(Membership, {
      id: randomUUID(),
      organization: randomUUID(),
      user: randomUUID(),
      role: 'owner',
    });
    await expect(wrong).rejects.toMatchObject({ code: '23503' });
    const [parent, child, id] = [randomUUID(), randomUUID(), randomUUID()];
    await sample.em.transactional(async (em) => {
      await em.insert(Organization, { id, name: 'Acme' });
      await em.execute(`select set_config('app.organization', ?, true)`, [id]);
      await em.execute('insert into note values (?, ?, ?, ?)', [child, id, 'child', parent]);
      await em.execute('insert into note values (?, ?, ?)', [parent, id, 'parent']);
    });
    expect(await sample.database.admin.query('select text from note order by 1')).toEqual([
      { text: 'child' },
      { text: 'parent' },
    ]);
  });
});

describe('a statement outside a transaction', () => {
  test('can fail without affecting earlier and later statements', async () => {
    await add(sample.em, 'before');
    await expect(sample.em.execute('nonsense')).rejects.toThrow(/syntax error/);
    await add(sample.em, 'after');
    expect(await names()).toEqual(['after', 'before']);
  });

  test('can be a failing flush, after which a fork of the entity manager continues', async () => {
    const em = sample.em.fork();
    em.create(User, { id: randomUUID(), email: 'a@example.test' });
    em.create(User, { id: randomUUID(), email: 'a@example.test' });
    await expect(em.flush()).rejects.toMatchObject({ code: '23505' });
    expect(await sample.em.fork().count(User)).toBe(0);
  });

  test('of several parts succeeds or fails as a unit', async () => {
    const pool = await sample.em.getConnection().getNativeClient();
    await expect(
      pool.query(`insert into plan values ('a'); insert into plan values ('a')`),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await sample.em.execute('select * from plan')).toEqual([]);
  });

  test('answers as PostgreSQL does if it needs a transaction', async () => {
    await expect(sample.em.execute('savepoint a')).rejects.toMatchObject({ code: '25P01' });
    await expect(sample.em.execute('lock table plan')).rejects.toMatchObject({ code: '25P01' });
  });

  test('can be streamed, row by row, and stopped half-way', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => add(sample.em, name)));
    const seen: string[] = [];
    for await (const row of sample.em.fork().stream(Organization, { orderBy: { name: 1 } })) {
      seen.push(row.name);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(['a', 'b']);
    await add(sample.em, 'd');
    expect(await names()).toEqual(['a', 'b', 'c', 'd']);
  });
});

import { describe, expect } from 'vitest';
import { componentTest } from '../fixtures/component-test.ts';
import { proveFactories } from './prove-factories.ts';
import { proveMaker } from './prove-maker.ts';
import { CommentEntity, domainEntities, TaskEntity } from '../../proof/factory-domain/entities.ts';
import {
  domainFactories,
  domainFactoryClasses,
  TaskFactory,
  tenancy,
} from '../../proof/factory-domain/factories.ts';
import { domainMigrations } from '../../proof/factory-domain/migrations.ts';
import { traitsOf } from './traits-of.ts';

const test = componentTest({ entities: domainEntities, migrations: domainMigrations }).extend(
  'factories',
  ({ em, faker }) => domainFactories({ em, faker }),
);

type DomainFactories = ReturnType<typeof domainFactories>;
type Database = Omit<Parameters<typeof proveMaker>[1], 'tenancy'>;

proveFactories(test, domainFactoryClasses, domainFactories, tenancy);

describe('create', () => {
  test('saves an entity with the parents that it has by a relation or by an id', async ({
    factories,
    admin,
  }) => {
    const label = await factories.label.create();
    await expect(admin.query('select id from teams')).resolves.toEqual([{ id: label.teamId }]);
    const comment = await factories.comment.create();
    await expect(admin.query('select team_id from tasks')).resolves.toEqual([
      { team_id: comment.task.team.id },
    ]);
  });

  test('creates a list in one tenant, unless a tenant is given', async ({ factories, admin }) => {
    const tasks = await factories.task.createList(3);
    expect(new Set(tasks.map(({ team }) => team.id)).size).toBe(1);
    const team = await factories.team.create();
    await factories.task.for(team).createList(2);
    await expect(admin.query('select count(*)::int from teams')).resolves.toEqual([{ count: 2 }]);
    const apart = await factories.task.apart().createList(2);
    expect(new Set(apart.map(({ team: own }) => own.id)).size).toBe(2);
  });

  test('does not change the tenant of the outer transaction', async ({ factories, em }) => {
    await em.transactional(async (own) => {
      await own.execute("select set_config('app.team_id', 'mine', true)");
      await domainFactories({ em: own }).task.create();
      const [row] = await own.execute<{ setting: string }[]>(
        "select current_setting('app.team_id', true) as setting",
      );
      expect(row).toEqual({ setting: 'mine' });
    });
    await expect(factories.task.create()).resolves.toBeDefined();
  });

  test('leaves nothing of entities that could not be saved', async ({ factories, admin }) => {
    await factories.task.create({ slug: 'taken' });
    await expect(factories.task.create({ slug: 'taken' })).rejects.toThrow('duplicate key');
    await expect(admin.query('select count(*)::int from teams')).resolves.toEqual([{ count: 1 }]);
  });
});

describe('parents', () => {
  test('that are given decide the tenant, even if they have only its id', async ({ factories, admin }) => {
    const task = await factories.task.create();
    const comment = await factories.comment.associations({ task }).create();
    expect(comment.task).toBe(task);
    const own = await factories.task.associations({ team: task.team }).withLabels(2).create();
    expect(own.labels.getItems().map(({ teamId }) => teamId)).toEqual([task.team.id, task.team.id]);
    await expect(admin.query('select count(*)::int from teams')).resolves.toEqual([{ count: 1 }]);
  });

  test('are built as configured by with(), and nullable ones only then', async ({ factories }) => {
    const comment = await factories.comment.with('task', (tasks) => tasks.done().withReviewer()).create();
    expect(comment.task).toMatchObject({ done: true, reviewer: { email: expect.any(String) as string } });
    expect(factories.task.build().reviewer).toBeUndefined();
  });

  test('of two tenants are rejected, however indirect the tenant is', ({ factories }) => {
    const [one, other] = [factories.team.build({ name: 'One' }), factories.task.build()];
    const both = factories.comment.for(one).associations({ task: other });
    expect(() => both.build()).toThrow(
      /^CommentFactory got parents of 2 tenants: One, .*build the parents with for\(tenant\)/,
    );
  });

  test('without a matching property are reported with the existing properties', ({ factories }) => {
    const wrong = factories.label.associations({ owner: factories.person.build() } as never);
    expect(() => wrong.build()).toThrow(
      'LabelFactory has a parent "owner", but its entity has neither a relation "owner" nor a property "ownerId". Rename the parent to one of: id, teamId, text',
    );
  });
});

describe('lists of an entity', () => {
  test('are built in its tenant, and saved with it', async ({ factories, admin, em }) => {
    const task = await factories.task.withComments(3).withLabels(2).create();
    expect([task.comments.length, task.labels.length]).toEqual([3, 2]);
    await expect(em.fork().count(CommentEntity, { task: task.id })).resolves.toBe(3);
    await expect(admin.query('select count(*)::int from task_labels')).resolves.toEqual([{ count: 2 }]);
    await expect(admin.query('select count(*)::int from teams')).resolves.toEqual([{ count: 1 }]);
  });
});

describe('getOrCreate', () => {
  test('finds an existing entity of the given tenant, and creates a missing one', async ({
    factories,
    admin,
  }) => {
    const team = await factories.team.create();
    const tasks = factories.task.for(team);
    const first = await tasks.getOrCreate({ slug: 'one' });
    expect((await tasks.getOrCreate({ slug: 'one' })).id).toBe(first.id);
    expect((await tasks.getOrCreate({ slug: 'two' })).id).not.toBe(first.id);
    await expect(admin.query('select count(*)::int from tasks')).resolves.toEqual([{ count: 2 }]);
  });
});

test('traits can depend on the build context, and values on the parents', ({ factories }) => {
  const team = factories.team.build({ name: 'Blue' });
  expect(factories.task.for(team).build().title).toBe('Task of Blue');
  expect(factories.task.renamed().build({ slug: 'x' }).title).toBe('x again');
});

test('random data are repeated with the same faker', ({ factories, faker, em }) => {
  faker.seed(1);
  const { name } = factories.team.build();
  faker.seed(1);
  expect(domainFactories({ em, faker }).team.build().name).toBe(name);
});

test('built entities are unknown to the database', async ({ factories, em }) => {
  factories.task.withComments().build();
  await em.flush();
  await expect(em.count(TaskEntity)).resolves.toBe(0);
  await expect(em.count(CommentEntity)).resolves.toBe(0);
});

describe('the tests of factories', () => {
  const prove = (factories: DomainFactories, broken: Partial<TaskFactory>, database: Database) =>
    proveMaker(Object.assign(factories.task, broken), { ...database, tenancy });

  test('fail for a factory whose build sends SQL', async ({ factories, em, admin }) => {
    const build = () => {
      void em.execute('select 1');
      return em.create(TaskEntity, factories.label.build() as never, { persist: false });
    };
    await expect(prove(factories, { build }, { em, admin })).rejects.toThrow('statements that build sent');
  });

  test('fail for a factory that creates an additional tenant', async ({ factories, em, admin }) => {
    const createList = async () => [await factories.task.create(), await factories.task.create()];
    await expect(prove(factories, { createList }, { em, admin })).rejects.toThrow('tenants made');
  });

  test('fail for a factory that creates the same entity twice', async ({ factories, em, admin }) => {
    const task = await factories.task.create();
    const createList = async () => [task, task];
    await expect(prove(factories, { createList }, { em, admin })).rejects.toThrow('different ids');
  });

  test('fail for a factory whose entities the database rejects', async ({ factories, em, admin }) => {
    await expect(proveMaker(factories.task.cycle('slug', ['same']), { em, admin, tenancy })).rejects.toThrow(
      'duplicate key',
    );
  });
});

test('methods without parameters count as traits, unless they are asynchronous or inherited', () => {
  expect(traitsOf(TaskFactory)).toEqual(['done', 'renamed', 'withComments', 'withLabels', 'withReviewer']);
});

import { identityEntities } from '@acme/identity';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type IdentityFactories, identityFactories } from '../factories/generated/identity-factories.ts';

let factories: IdentityFactories;

beforeAll(() => {
  vi.stubEnv('MIKRO_ORM_COLORS', 'true');
});
afterAll(() => {
  vi.unstubAllEnvs();
});
beforeEach(() => {
  const orm = new MikroORM({ entities: [...identityEntities], dbName: 'none' });
  factories = identityFactories({ em: orm.em.fork() });
});

describe('build', () => {
  test('makes an entity with its parents and sends no SQL', () => {
    const membership = factories.membership.build();
    expect(membership).toMatchObject({
      role: 'member',
      organization: { slug: expect.any(String) as string },
    });
    expect(membership.user.email).toContain('@example.com');
  });

  test('takes attributes, and derives others from them', () => {
    const user = factories.user.build({ name: 'Grace Hopper' });
    expect(user.email).toMatch(/^grace\.hopper\.\d+@example\.com$/);
  });

  test('never gives two things the same unique value, traits and factories mixed', () => {
    const users = [...factories.user.buildList(3), ...factories.user.withPassword().buildList(3)];
    expect(new Set(users.map(({ email }) => email)).size).toBe(6);
  });
});

describe('for and associations', () => {
  test('keep a graph in one tenant: the parent given is the very same object, not a copy', () => {
    const organization = factories.organization.build();
    const membership = factories.membership.for(organization).owner().build();
    expect(membership.organization).toBe(organization);
    expect(membership.role).toBe('owner');
  });

  test('are refused when they name two organizations', () => {
    const [one, two] = factories.organization.buildList(2);
    const both = factories.membership.for(one!).associations({ organization: two! });
    expect(() => both.build()).toThrow(/parents of 2 tenants: .*for\(tenant\)/);
  });

  test('leave the factory that they were requested of as it was', () => {
    factories.membership.owner();
    expect(factories.membership.build().role).toBe('member');
  });
});

describe('cycle', () => {
  test('gives the values in turn, and begins again', () => {
    const memberships = factories.membership.cycle('role', ['owner', 'viewer']).buildList(3);
    expect(memberships.map(({ role }) => role)).toEqual(['owner', 'viewer', 'owner']);
  });

  test('yields to what the call itself asks', () => {
    expect(factories.membership.cycle('role', ['owner']).build({ role: 'admin' }).role).toBe('admin');
  });
});

describe('explain', () => {
  test('says where each value comes from', () => {
    const explanation = factories.membership.owner().explain({ id: 'an id' });
    expect(explanation).toContain('role = "owner" (trait owner)');
    expect(explanation).toContain('id = "an id" (requested)');
    expect(explanation).toMatch(/createdAt = .* \(default\)/);
  });
});

describe('attributes', () => {
  test('are plain values without parents', () => {
    expect(Object.keys(factories.membership.attributes())).toEqual(['id', 'role', 'createdAt']);
  });
});

import type { Role } from '@acme/platform-contract';

export interface DemoTenant {
  readonly name: string;
  readonly slug: string;
  readonly owner: DemoUser;
  readonly others: readonly (DemoUser & { readonly role: Role })[];
}

export interface DemoUser {
  readonly name: string;
  readonly email: string;
}

/** All demo users have the same password; the demo runs only on this machine. */
export const demoPassword = 'demo password 1';

export const demoTenants: readonly DemoTenant[] = [
  {
    name: 'Kestrel Labs',
    slug: 'kestrel-labs',
    owner: { name: 'Ada Kestrel', email: 'ada@kestrel.example' },
    others: [
      { name: 'Ben Kestrel', email: 'ben@kestrel.example', role: 'member' },
      { name: 'Sam Both', email: 'sam@both.example', role: 'viewer' },
    ],
  },
  {
    name: 'Heron Works',
    slug: 'heron-works',
    owner: { name: 'Cleo Heron', email: 'cleo@heron.example' },
    others: [{ name: 'Sam Both', email: 'sam@both.example', role: 'admin' }],
  },
];

import type { Provider } from './provider.ts';
import type { ServerOrder, Service } from './server-record.ts';

export async function providerFor({ service, own }: Pick<ServerOrder, 'service' | 'own'>): Promise<Provider> {
  const provider = await providerOf(service);
  return own ? leavingAlone(provider) : provider;
}

/** Nothing of ours is on such a server, and nobody else waits for it. */
function leavingAlone(provider: Provider): Provider {
  return {
    ...provider,
    prepare: async (url) => ({ version: await provider.versionOf(url) }),
    sweep: async () => true,
    patience: async () => 0,
  };
}

export async function providerOf(service: Service): Promise<Provider> {
  return service === 'postgres'
    ? (await import('../rungs/postgres-provider.ts')).postgresProvider
    : (await import('../../redis/redis-provider.ts')).redisProvider;
}

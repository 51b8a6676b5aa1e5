import type { Provider } from '../model/server-provider.ts';
import type { ServerOrder, Service } from '../model/server-record.ts';

export async function providerFor({ service, own }: Pick<ServerOrder, 'service' | 'own'>): Promise<Provider> {
  const provider = await providerOf(service);
  return own ? withoutPreparation(provider) : provider;
}

/** Leaves a server unprepared and ends it at once: it has no databases of the kit and no other users. */
function withoutPreparation(provider: Provider): Provider {
  return {
    ...provider,
    prepare: async (url) => ({ version: await provider.versionOf(url) }),
    sweep: async () => true,
    idleTime: async () => 0,
  };
}

export async function providerOf(service: Service): Promise<Provider> {
  return service === 'postgres'
    ? (await import('./postgres-provider.ts')).postgresProvider
    : (await import('./redis-provider.ts')).redisProvider;
}

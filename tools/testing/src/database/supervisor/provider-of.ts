import type { Provider } from './provider.ts';
import type { Service } from './server-record.ts';

export async function providerOf(service: Service): Promise<Provider> {
  return service === 'postgres'
    ? (await import('../rungs/postgres-provider.ts')).postgresProvider
    : (await import('../../redis/redis-provider.ts')).redisProvider;
}

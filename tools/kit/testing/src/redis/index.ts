export { acquireRedis, type TestRedis } from './acquire-redis.ts';

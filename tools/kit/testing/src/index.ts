export { FaultyProxy } from './faults/faulty-proxy.ts';
export { FakeEventBus, type EventMap, type PublishedEvent } from './doubles/fake-event-bus.ts';
export { type FakeSettings, fakeSettings } from './doubles/fake-settings.ts';
export { type FrozenClock, frozenClock, standstill } from './doubles/frozen-clock.ts';
export { type FakeHttp, fakeHttp } from './doubles/http/fake-http.ts';
export type { Answer, Routes } from './doubles/http/match-route.ts';
export { FakeReply, networkError, noAnswer, reply } from './doubles/http/reply.ts';
export type { SeenRequest } from './doubles/http/seen-request.ts';
export { type PredictableIds, predictableIds } from './doubles/predictable-ids.ts';
export {
  type LogLevel,
  type LogRecord,
  type RecordingLogger,
  recordingLogger,
} from './doubles/recording-logger.ts';
export { type MailLike, RecordingMailer } from './doubles/recording-mailer.ts';
export type { Spec } from './doubles/spec-mock/read-spec.ts';
export { type HappyPath, type SpecMock, specMock } from './doubles/spec-mock/spec-mock.ts';
export { type Delivery, WebhookSink } from './doubles/webhook-sink.ts';
export { allowNetworkTo } from './guards/network/is-loopback.ts';
export { outlive } from './guards/record.ts';
export { Client, type ClientResponse, type InProcessApp, type RequestOptions } from './fixtures/client.ts';
export type { AppParts } from './fixtures/app-parts.ts';
export {
  type ComponentFixtures,
  componentTest,
  type ComponentTestOptions,
} from './fixtures/component-test.ts';
export type { DatabaseFixtures } from './fixtures/database-test.ts';
export type { SandboxedDb } from './test-db/sandboxed-db.ts';
export { type KitFixtures, test } from './fixtures/test.ts';
export type { UniqueId } from './fixtures/unique-id.ts';
export type { RedisFixture } from './fixtures/worker-redis.ts';
export type { IsolatedDb } from './isolated/isolated-database.ts';
export type { OrmOptions } from './orm/create-orm.ts';
export type { TestDb } from './test-db/test-db.ts';
export type { Admin } from './test-db/admin.ts';
export { SandboxError } from './sandbox/sandbox-error.ts';
export { type BackgroundTask, backgroundTask } from './async/background-task.ts';
export { collect } from './async/collect.ts';
export { Deadline } from './deadline/deadline.ts';
export { eventually, type EventuallyOptions } from './async/eventually.ts';
export { type ConcurrentOutcome, runConcurrently } from './async/run-concurrently.ts';
export {
  type Latency,
  type Simulation,
  simulateRequests,
  type SimulationOptions,
} from './async/simulate-requests.ts';
export { type CloseEvent, WebSocketClient, type WebSocketClientOptions } from './async/web-socket-client.ts';
export { OperationTimeoutError, withTimeout } from './async/with-timeout.ts';
export { type FakeMulti } from './doubles/redis/fake-multi.ts';
export { type FakeRedis, fakeRedis } from './doubles/redis/fake-redis.ts';
export { matchers } from './matchers/register.ts';
export { type Hostility, hostileStrings, storableHostileStrings } from './strategies/hostile-strings.ts';
export { distinctIds, malformedIds, uuids } from './strategies/ids.ts';
export { displayNames, emails, type Lengths, slugs, tenantNames } from './strategies/names.ts';
export { moments, pages, periods } from './strategies/times.ts';
export type { PromiseMeta } from './test-meta.ts';

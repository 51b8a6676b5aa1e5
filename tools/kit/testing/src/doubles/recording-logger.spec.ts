import { expect, test } from 'vitest';
import { recordingLogger } from './recording-logger.ts';

test('it keeps messages and fields in the forms of Pino', () => {
  const logger = recordingLogger();
  const failure = new Error('broken');
  logger.info('started');
  logger.warn({ port: 1 }, 'taken');
  logger.error(failure);
  logger.fatal(failure, 'given up');
  expect(logger.records).toEqual([
    { level: 'info', message: 'started', fields: {} },
    { level: 'warn', message: 'taken', fields: { port: 1 } },
    { level: 'error', message: 'broken', fields: { err: failure } },
    { level: 'fatal', message: 'given up', fields: { err: failure } },
  ]);
  expect(logger.at('warn')).toHaveLength(1);
});

test('a child logs into the same log, with the fields of its parents', () => {
  const logger = recordingLogger();
  logger.child({ tenant: 't' }).child({ user: 'u' }).debug({ user: 'v' }, 'hello');
  expect(logger.records).toEqual([{ level: 'debug', message: 'hello', fields: { tenant: 't', user: 'v' } }]);
});

test('it finds a text in messages and fields', () => {
  const logger = recordingLogger();
  const loop: Record<string, unknown> = { deep: [{ token: 's3cret' }], n: 1n };
  loop['self'] = loop;
  logger.info(loop, 'fine');
  logger.error(new Error('outer', { cause: new Error('p4ssword') }));
  expect([logger.mentions('s3cret'), logger.mentions('p4ssword'), logger.mentions('absent')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('it can be silent', () => {
  const logger = recordingLogger();
  logger.silent();
  expect(logger.records).toEqual([]);
});

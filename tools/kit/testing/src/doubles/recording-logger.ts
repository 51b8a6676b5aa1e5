export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** One record of a log: its level, its text and all fields, including those of parent loggers. */
export interface LogRecord {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

type Log = (fieldsOrMessage: unknown, message?: string) => void;

/** A logger with the interface of Pino and Fastify that keeps its records. */
export interface RecordingLogger extends Record<LogLevel, Log> {
  level: string;
  readonly records: readonly LogRecord[];
  child(fields: Readonly<Record<string, unknown>>): RecordingLogger;
  silent(): void;
  /** Returns the records of a level. */
  at(level: LogLevel): LogRecord[];
  /** Returns whether a text is in any message or field, for example a secret that must not be logged. */
  mentions(text: string): boolean;
}

const levels: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/**
 * Creates a logger with the interface of Pino and Fastify that keeps its records.
 *
 * @example
 * const logger = recordingLogger();
 * logger.child({ request: 7 }).warn('slow');
 * expect(logger.at('warn')).toEqual([{ level: 'warn', message: 'slow', fields: { request: 7 } }]);
 * expect(logger.mentions('s3cret')).toBe(false);
 */
export function recordingLogger(): RecordingLogger {
  return loggerInto([], {});
}

function loggerInto(records: LogRecord[], bound: Readonly<Record<string, unknown>>): RecordingLogger {
  const logs = Object.fromEntries(
    levels.map((level): [LogLevel, Log] => [
      level,
      (first, second) => records.push({ level, ...read(first, second, bound) }),
    ]),
  ) as Record<LogLevel, Log>;
  return {
    ...logs,
    level: 'trace',
    records,
    child: (fields) => loggerInto(records, { ...bound, ...fields }),
    silent: () => undefined,
    at: (level) => records.filter((record) => record.level === level),
    mentions: (text) =>
      records.some(({ message, fields }) => message.includes(text) || textOf(fields).includes(text)),
  };
}

function read(
  first: unknown,
  second: string | undefined,
  bound: Readonly<Record<string, unknown>>,
): Omit<LogRecord, 'level'> {
  if (typeof first === 'string') return { message: first, fields: bound };
  if (first instanceof Error) return { message: second ?? first.message, fields: { ...bound, err: first } };
  return { message: second ?? '', fields: { ...bound, ...(first as object) } };
}

function textOf(fields: Readonly<Record<string, unknown>>): string {
  const seen = new Set<unknown>();
  return JSON.stringify(fields, (_key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value instanceof Error
      ? { ...value, message: value.message, stack: value.stack, cause: value.cause }
      : value;
  });
}

import type pg from 'pg';
import type { Admin } from '../../src/test-db/admin.ts';
import type { Step } from './step.ts';

/** One of the compared databases, as a test sees it. */
export interface Side {
  readonly pool: pg.Pool;
  readonly admin: Admin;
}

/** Runs a list of statements, and records each with its answer. */
export async function transcribe(
  { pool, admin }: Side,
  steps: readonly Step[],
  lines: string[] = [],
): Promise<string[]> {
  const note = (notice: { severity?: string; code?: string; message?: string }): void =>
    void lines.push(`    ${notice.severity} ${notice.code}: ${notice.message}`);
  const take = async (): Promise<pg.PoolClient> => (await pool.connect()).on('notice', note);
  const giveBack = (broken = false): void => {
    client.off('notice', note);
    client.release(broken);
  };
  let client = await take();
  for (const step of steps) {
    const says = describe(step);
    if (isRelease(step)) {
      giveBack(step.release === 'broken');
      client = await take();
      lines.push(says);
    } else if (isAdmin(step)) {
      giveBack();
      lines.push(`${says} → ${await answer(() => admin.query(step.admin, step.values))}`);
      client = await take();
    } else {
      lines.push(`${says} → ${await answer(() => run(client, step))}`);
    }
  }
  // Waits for the driver's status after an error: it is known at the latest with the answer to the next statement.
  await client.query('');
  lines.push(`status ${client.getTransactionStatus()}`);
  giveBack();
  return lines;
}

type Run = Exclude<Step, { admin: string } | { release: string }>;

function run(client: pg.PoolClient, step: Run): Promise<unknown> {
  if (typeof step === 'string') return client.query(step);
  if ('does' in step) return step.with(client);
  const [sql, ...values] = step;
  return client.query(sql, values);
}

async function answer(work: () => Promise<unknown>): Promise<string> {
  try {
    return [await work()].flat().map(describeResult).join(' | ');
  } catch (error) {
    return describeError(error);
  }
}

function describeResult(result: unknown): string {
  if (typeof result !== 'object' || result === null || !('command' in result)) return JSON.stringify(result);
  const { command, rowCount, rows, fields } = result as pg.QueryResult;
  const columns = fields.map(({ name, dataTypeID }) => `${name}:${dataTypeID}`).join(',');
  return `${command} ${rowCount} ${columns === '' ? '' : `(${columns}) ${JSON.stringify(rows)}`}`.trim();
}

function describeError(error: unknown): string {
  const { name, code, message, detail, constraint } = error as pg.DatabaseError;
  const parts = ['!', code ?? name, message, detail, constraint].filter((part) => part !== undefined);
  return parts.join(' · ').replaceAll(/vouch_[0-9a-f]{8}_\d+/g, '(the database)');
}

function describe(step: Step): string {
  if (typeof step === 'string') return step;
  if (isAdmin(step)) return `(admin) ${step.admin}`;
  if (isRelease(step)) return `(released as ${step.release})`;
  return 'does' in step ? `(${step.does})` : `${step[0]} ${shown(step.slice(1))}`;
}

function shown(values: readonly unknown[]): string {
  try {
    return JSON.stringify(values);
  } catch {
    return '[a value without JSON]';
  }
}

const isAdmin = (step: Step): step is Extract<Step, { admin: string }> =>
  typeof step === 'object' && 'admin' in step;
const isRelease = (step: Step): step is Extract<Step, { release: string }> =>
  typeof step === 'object' && 'release' in step;

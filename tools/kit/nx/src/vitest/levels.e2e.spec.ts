import { ScratchWorkspace } from '@vouch/scratch';
import { describe, expect, test } from 'vitest';

const head = `import { expect, test } from 'vitest';`;
/** Uses 1.2 s of CPU time, which a busy machine does not excuse. */
const work = `() => { const { user } = process.threadCpuUsage(); while (process.threadCpuUsage().user - user < 1_200_000); }`;

describe('properties of a level', () => {
  test('unit tests share packages between files, unless a library opts out', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [
        `src/${name}.spec.ts`,
        `${head} import { next } from 'counter'; import { own } from './own.ts'; test('counts', () => { own.count += 1; console.log('count ' + next() + ', own ' + own.count); });`,
      ]),
    );
    const own = { 'src/own.ts': 'export const own = { count: 0 };' };
    using workspace = new ScratchWorkspace()
      .write('node_modules/counter/index.js', 'let count = 0; exports.next = () => (count += 1);')
      .library('sharing', { ...files, ...own })
      .library('isolated', { ...files, ...own })
      .editJson('libs/isolated/package.json', (manifest) => ({ ...manifest, vouch: { isolate: true } }));
    const counts = async (project: string) => {
      const { output } = await workspace.nx(['unit', project, '--', '--maxWorkers=1']);
      return output.match(/count \d, own \d/g)?.toSorted();
    };
    expect(await counts('@demo/sharing')).toEqual(['count 1, own 1', 'count 2, own 1', 'count 3, own 1']);
    expect(await counts('@demo/isolated')).toEqual(Array(3).fill('count 1, own 1'));
  });

  test('a test beyond its level’s limit fails; the tag slow and --testTimeout=0 raise the limit', async () => {
    using workspace = new ScratchWorkspace().library('working', {
      'src/long.spec.ts': `${head} test('is too long', ${work});`,
      'src/slow.spec.ts': `${head} test('may be slow', { tags: ['slow', 'real-time'] }, ${work});`,
    });
    const limited = await workspace.nx(['unit', '@demo/working']);
    expect(limited.code).toBe(1);
    expect(limited.output).toMatch(/Test timed out(?:: 1 s limit, stretched| in 1000ms)/);
    expect(limited.output).toContain('1 passed, 1 failed');
    expect(limited.output).toContain('! lifted real-time guards: may be slow');
    const unlimited = await workspace.nx(['unit', '@demo/working', '--', '--testTimeout=0']);
    expect(unlimited.output).toContain('2 passed');
  });

  test('files with the tag serial run while no other file runs', async () => {
    const file = (tags: string) =>
      `${head} test('takes time', ${tags} async () => { console.log('from ' + Date.now()); await new Promise((resolve) => setTimeout(resolve, 60)); console.log('to ' + Date.now()); });`;
    using workspace = new ScratchWorkspace().library('mixed', {
      'src/red.spec.ts': file(''),
      'src/blue.spec.ts': file(''),
      'src/alone.spec.ts': file(`{ tags: ${JSON.stringify('serial')} },`),
      'src/lonely.spec.ts': file(`{ tags: ${JSON.stringify(['serial'])} },`),
    });
    const { output } = await workspace.nx(['unit', '@demo/mixed', '--', '--maxWorkers=2']);
    expect(output).toContain('4 passed');
    const [alone, lonely, ...others] = ['alone', 'lonely', 'red', 'blue'].map((name) => span(output, name));
    for (const other of others) expect(overlap(alone, other) || overlap(lonely, other)).toBe(false);
    expect(overlap(alone, lonely)).toBe(false);
  });

  test('a run that needs Redis connects once and names the server', { tags: 'redis' }, async () => {
    const usesRedis = `${head} test('gets the server', { tags: ${JSON.stringify('redis')} }, () => { expect(process.env.VOUCH_TEST_REDIS).toBeDefined(); });`;
    using workspace = new ScratchWorkspace()
      .library('cached', { 'src/a.integration.spec.ts': usesRedis, 'src/b.contract.spec.ts': usesRedis })
      .library('plain', { 'src/plain.spec.ts': `${head} test('needs nothing', () => {});` });
    const without = await workspace.nx(['unit', '@demo/plain']);
    expect(without.output).not.toMatch(/^ Redis/m);
    const { code, output } = await workspace.nx(['run-many', '-t', 'test']);
    expect(code).toBe(0);
    expect(output.match(/^ Redis \d+\.\S+ · (url|local|container|program)/gm)).toHaveLength(1);
  });

  test('hooks are skipped if none of their tests can run', async () => {
    const suite = (tags: string) =>
      `describe('of ${tags}', { tags: '${tags}' }, () => { beforeAll(() => { console.log('ready for ${tags}'); }); test('runs', () => {}); });`;
    using workspace = new ScratchWorkspace().library('needy', {
      'src/needy.spec.ts': `import { beforeAll, describe, test } from 'vitest'; ${suite('network')} ${suite('slow')}`,
    });
    const { code, output } = await workspace.nx(['unit', '@demo/needy']);
    expect(code).toBe(0);
    expect(output).toContain('1 passed, 1 not run: no network');
    expect(output).toContain('ready for slow');
    expect(output).not.toContain('ready for network');
  });

  test('a missing capability is reported in one line and fails a CI run that requires it', async () => {
    using workspace = new ScratchWorkspace().library('needy', {
      'src/needy.spec.ts': `${head} test('needs the network', { tags: 'network' }, () => { expect.unreachable(); }); test('needs nothing', () => {});`,
    });
    const without = await workspace.nx(['unit', '@demo/needy']);
    expect(without.code).toBe(0);
    expect(without.output).toContain('1 test did not run: this machine has no network (set TEST_NETWORK=1');
    expect(without.output).toContain('1 passed, 1 not run: no network');
    workspace.editJson('nx.json', (nxJson) => ({
      ...nxJson,
      plugins: [{ plugin: '@vouch/nx', options: { requiredInCi: ['network'] } }],
    }));
    const inCi = await workspace.nx(['unit', '@demo/needy'], { CI: 'true' });
    expect(inCi.code).toBe(1);
    expect(inCi.output).toContain('with CI set, network is required');
  });
});

type Span = readonly [from: number, to: number];

function span(output: string, file: string): Span {
  const part = output.split(/^ [✓❯↓] /m).find((section) => section.includes(`${file}.spec.ts`)) ?? '';
  const at = (word: string) => Number(new RegExp(`${word} (\\d+)`).exec(part)?.[1]);
  return [at('from'), at('to')];
}

function overlap(one: Span | undefined, other: Span | undefined): boolean {
  if (one === undefined || other === undefined || Number.isNaN(one[0] + other[0]))
    throw new Error('nothing to compare');
  return one[0] < other[1] && other[0] < one[1];
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test as base } from 'vitest';
import { loadReader } from './machine-load.ts';

/** The kernel's files, which the test writes. */
const test = base.extend('kernel', async ({}, { onCleanup }) => {
  const root = mkdtempSync(join(tmpdir(), 'vouch-kernel-'));
  onCleanup(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  return { root, write };
});

const pressure = (total: number) =>
  `some avg10=1.80 avg60=9.34 avg300=3.93 total=${total}\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n`;

test('reads how long the thread ran and waited, and the pressure on the machine', ({ kernel }) => {
  kernel.write('proc/thread-self/schedstat', '1500000000 250000000 91\n');
  kernel.write('proc/pressure/cpu', pressure(42_000));
  expect(loadReader(kernel.root)()).toMatchObject({ ran: 1_500, queued: 250, pressure: [42] });
});

test('reads the pressure on the control group, and how long it was throttled', ({ kernel }) => {
  kernel.write('proc/self/cgroup', '4:memory:/other\n0::/ci/job-7\n');
  kernel.write('proc/pressure/cpu', pressure(1_000));
  kernel.write('sys/fs/cgroup/ci/job-7/cpu.pressure', pressure(7_000));
  kernel.write('sys/fs/cgroup/ci/job-7/cpu.stat', 'usage_usec 5\nnr_throttled 2\nthrottled_usec 9000\n');
  expect(loadReader(kernel.root)().pressure).toEqual([1, 7, 9]);
});

test('a system without these files is never busy', ({ kernel }) => {
  expect(loadReader(kernel.root)()).toMatchObject({ ran: 0, queued: 0, pressure: [] });
});

test.runIf(process.platform === 'linux')(
  'measures the run time of this test',
  { meta: { skipReason: 'only Linux has the files' } },
  () => {
    const read = loadReader();
    const before = read();
    for (let now = before; now.at - before.at < 30; now = read());
    expect(read().ran).toBeGreaterThan(before.ran);
  },
);

import { expect, test } from 'vitest';
import { type StartTime, startTimes } from './start-times.ts';

test(
  'the time to the first query is measured for a first, a warm and a joined start',
  { tags: ['slow'] },
  async () => {
    const times: StartTime[] = [];
    for await (const time of startTimes({ rounds: 1, sources: ['embedded'] })) times.push(time);
    expect(times.map(({ kind }) => kind)).toEqual(['first', 'joined', 'warm', 'joined']);
    expect(times.every(({ ms }) => ms > 0)).toBe(true);
  },
);

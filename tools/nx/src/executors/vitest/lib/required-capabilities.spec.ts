import { expect, test } from 'vitest';
import { requiredCapabilities } from './required-capabilities.ts';

test.each([undefined, '', 'false'])('without CI (%j) nothing is required', (ci) => {
  expect(requiredCapabilities({}, ci)).toEqual([]);
});

test('in CI the usual ones are, unless nx.json says otherwise', () => {
  expect(requiredCapabilities({}, 'true')).toEqual(['postgres', 'redis', 'docker', 'browser']);
  expect(requiredCapabilities({ requiredInCi: ['gpu'] }, 'true')).toEqual(['gpu']);
});

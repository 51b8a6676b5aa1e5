import { expect, test } from 'vitest';

const noon = '2030-01-01T12:00:00.000Z';

test('it passes within the tolerance, for dates, texts and numbers', () => {
  expect(new Date(noon)).toBeCloseInTime('2030-01-01T12:00:01.000Z');
  expect('2030-01-01T11:59:59Z').toBeCloseInTime(new Date(noon));
  expect(Date.parse(noon) + 50).toBeCloseInTime(noon, 50);
  expect(noon).not.toBeCloseInTime('2030-01-01T12:00:01.001Z');
});

test('it reports the difference', () => {
  expect(() => expect('2030-01-01T12:00:05Z').toBeCloseInTime(noon)).toThrow(
    'expected 2030-01-01T12:00:05.000Z to be within 1000 ms of 2030-01-01T12:00:00.000Z; it is 5000 ms later',
  );
  expect(() => expect(noon).not.toBeCloseInTime(noon, 10)).toThrow(
    'expected 2030-01-01T12:00:00.000Z to be more than 10 ms from 2030-01-01T12:00:00.000Z; it is 0 ms',
  );
});

test('a value that is no point in time is never close', () => {
  expect(() => expect('soon').toBeCloseInTime(noon)).toThrow(
    'expected "soon" (no point in time) to be within 1000 ms',
  );
  expect(undefined).not.toBeCloseInTime(noon);
});

import fc, { type Arbitrary } from 'fast-check';

/** Moments of this century, with those at which code tends to break more often than chance has it: leap days, turns of year, changes to summer time. */
export function moments(): Arbitrary<Date> {
  const any = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  const edges = fc.constantFrom(
    ...['2024-02-29T00:00:00Z', '2024-12-31T23:59:59.999Z', '2025-01-01T00:00:00Z', '2025-03-30T01:00:00Z'],
    ...['2025-10-26T01:00:00Z', '2038-01-19T03:14:08Z', '2000-02-29T12:00:00Z'],
  );
  return fc.oneof(
    { weight: 3, arbitrary: any },
    edges.map((text) => new Date(text)),
  );
}

/** Two moments, the first not after the second. */
export function periods(): Arbitrary<{ readonly from: Date; readonly until: Date }> {
  return fc
    .tuple(moments(), moments())
    .map(([a, b]) => (a <= b ? { from: a, until: b } : { from: b, until: a }));
}

/** Page sizes and offsets, with the bounds. */
export function pages({ maxLimit = 100 }: { readonly maxLimit?: number } = {}): Arbitrary<{
  limit: number;
  offset: number;
}> {
  return fc.record({
    limit: fc.integer({ min: 1, max: maxLimit }),
    offset: fc.oneof(fc.constant(0), fc.nat({ max: 10_000 })),
  });
}

import fc, { type Arbitrary } from 'fast-check';

/**
 * Generates moments of this century, with many at which code tends to fail: leap days, turns of the year, changes to
 * summer time.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(moments(), (moment) => moment.getUTCFullYear() >= 2000));
 */
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

/**
 * Generates pairs of moments in order.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(periods(), ({ from, until }) => from <= until));
 */
export function periods(): Arbitrary<{ readonly from: Date; readonly until: Date }> {
  return fc
    .tuple(moments(), moments())
    .map(([a, b]) => (a <= b ? { from: a, until: b } : { from: b, until: a }));
}

/**
 * Generates page sizes and offsets, including the bounds.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(pages({ maxLimit: 50 }), ({ limit }) => limit <= 50));
 */
export function pages({ maxLimit = 100 }: { readonly maxLimit?: number } = {}): Arbitrary<{
  limit: number;
  offset: number;
}> {
  return fc.record({
    limit: fc.integer({ min: 1, max: maxLimit }),
    offset: fc.oneof(fc.constant(0), fc.nat({ max: 10_000 })),
  });
}

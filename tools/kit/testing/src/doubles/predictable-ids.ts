/** Creates ids that are the same in every run. */
export interface PredictableIds {
  /** A UUID of version 4: `00000000-0000-4000-8000-000000000001`, then `…002`. */
  uuid(): string;
  /** A readable id: `user-1`, `user-2`. Every prefix has its own counter. */
  next(prefix?: string): string;
  /** Returns the UUID at a position, whether or not it was created. */
  uuidAt(position: number): string;
}

/**
 * Creates ids that are the same in every run, by counting.
 *
 * @example
 * const ids = predictableIds();
 * expect(ids.uuid()).toBe('00000000-0000-4000-8000-000000000001');
 * expect([ids.next('user'), ids.next('user')]).toEqual(['user-1', 'user-2']);
 */
export function predictableIds(): PredictableIds {
  const counts = new Map<string, number>();
  const count = (prefix: string) => {
    const position = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, position);
    return position;
  };
  return {
    uuid: () => uuidAt(count('')),
    next: (prefix = 'id') => `${prefix}-${count(`${prefix}-`)}`,
    uuidAt,
  };
}

function uuidAt(position: number): string {
  return `00000000-0000-4000-8000-${position.toString(16).padStart(12, '0')}`;
}

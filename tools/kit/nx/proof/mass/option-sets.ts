/** One set of generator options for a component. */
export interface OptionSet {
  readonly level: 'unit' | 'integration' | 'contract';
  readonly maxLines: number;
  readonly choice: 'all' | 'only' | 'exclude';
  /** The origin of the tests' fixture of the odd contract. */
  readonly fixture: 'none' | 'by hand' | 'made before' | 'made after';
  readonly extraContract: boolean;
}

/** All combinations. */
export const optionSets: readonly OptionSet[] = (['unit', 'integration', 'contract'] as const).flatMap(
  (level) =>
    [40, 400].flatMap((maxLines) =>
      (['all', 'only', 'exclude'] as const).flatMap((choice) =>
        (['none', 'by hand', 'made before', 'made after'] as const).flatMap((fixture) =>
          [false, true].map((extraContract) => ({ level, maxLines, choice, fixture, extraContract })),
        ),
      ),
    ),
);

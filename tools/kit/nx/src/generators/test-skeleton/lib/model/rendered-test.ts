import type { ImportOf } from '../../../lib/insert-import.ts';
import type { PlannedTest } from './planned-test.ts';

/** A test as formatted text, with the imports that its file needs. */
export interface RenderedTest {
  readonly planned: PlannedTest;
  readonly text: string;
  readonly imports: readonly ImportOf[];
}

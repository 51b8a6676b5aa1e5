export { boundaries, type Constraint } from './boundaries.ts';
export { recommended } from './recommended.ts';

export { boundaries, type Constraint } from './boundaries.ts';
export { avoidedWords } from './plain-english/avoided-words.ts';
export { type AvoidedWord, findAvoidedWords } from './plain-english/find-avoided-words.ts';
export { plugin } from './plugin.ts';
export { recommended } from './recommended.ts';

import { SessionBase } from './generated/session-base.ts';

/** Add values and traits of your own here. The base class follows from the entity. */
export class SessionFactory extends SessionBase {}

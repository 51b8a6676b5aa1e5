import { MailedCodeBase } from './generated/mailed-code-base.ts';

/** Add values and traits of your own here. The base class follows from the entity. */
export class MailedCodeFactory extends MailedCodeBase {}

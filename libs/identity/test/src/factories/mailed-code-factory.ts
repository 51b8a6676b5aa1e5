import { MailedCodeBase } from './generated/mailed-code-base.ts';

/** What follows from the entity is in the base; values and traits of your own go here. */
export class MailedCodeFactory extends MailedCodeBase {}

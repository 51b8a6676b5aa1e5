import { AlertBase } from './generated/alert-base.ts';

export class AlertFactory extends AlertBase {
  /** Raised by a critical rule. */
  critical(): this {
    return this.with('rule', (rules) => rules.critical());
  }
}

import type { CallerError, ErrorKind } from '@acme/identity-contract';

/** An error that a caller may see. */
export abstract class AlertsError extends Error implements CallerError {
  abstract readonly kind: ErrorKind;
  abstract readonly code: string;
  abstract readonly advice: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

export class RuleNotFoundError extends AlertsError {
  readonly kind = 'not-found';
  readonly code = 'rule-not-found';
  readonly advice = 'GET /organizations/{organizationId}/alert-rules lists the rules.';

  constructor() {
    super('The organization has no such rule.');
  }
}

export class AlertNotFoundError extends AlertsError {
  readonly kind = 'not-found';
  readonly code = 'alert-not-found';
  readonly advice = 'GET /organizations/{organizationId}/alerts lists the alerts.';

  constructor() {
    super('The organization has no such alert.');
  }
}

export class AlertClosedError extends AlertsError {
  readonly kind = 'conflict';
  readonly code = 'alert-closed';
  readonly advice = 'Nothing more can be done with it; a new event raises a new alert.';

  constructor() {
    super('The alert was dismissed.');
  }
}

export class WebhookNotFoundError extends AlertsError {
  readonly kind = 'not-found';
  readonly code = 'webhook-not-found';
  readonly advice = 'GET /organizations/{organizationId}/webhooks lists the webhooks.';

  constructor() {
    super('The organization has no such webhook.');
  }
}

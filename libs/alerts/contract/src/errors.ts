import { PublicError } from '@acme/platform-contract';

export class RuleNotFoundError extends PublicError {
  readonly kind = 'not-found';
  readonly code = 'rule-not-found';
  readonly fix = 'GET /organizations/{organizationId}/alert-rules lists the rules.';

  constructor() {
    super('The organization has no such rule.');
  }
}

export class AlertNotFoundError extends PublicError {
  readonly kind = 'not-found';
  readonly code = 'alert-not-found';
  readonly fix = 'GET /organizations/{organizationId}/alerts lists the alerts.';

  constructor() {
    super('The organization has no such alert.');
  }
}

export class AlertClosedError extends PublicError {
  readonly kind = 'conflict';
  readonly code = 'alert-closed';
  readonly fix = 'A dismissed alert is final; a new event raises a new alert.';

  constructor() {
    super('The alert was dismissed.');
  }
}

export class WebhookNotFoundError extends PublicError {
  readonly kind = 'not-found';
  readonly code = 'webhook-not-found';
  readonly fix = 'GET /organizations/{organizationId}/webhooks lists the webhooks.';

  constructor() {
    super('The organization has no such webhook.');
  }
}

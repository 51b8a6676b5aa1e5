export { AlertFactory } from './factories/alert-factory.ts';
export { AlertRuleFactory } from './factories/alert-rule-factory.ts';
export { DeliveryFactory } from './factories/delivery-factory.ts';
export {
  alertsFactories,
  alertsFactoryClasses,
  type AlertsFactories,
} from './factories/generated/alerts-factories.ts';
export { WebhookFactory } from './factories/webhook-factory.ts';
export { RecordingPost } from './fakes/recording-post.ts';
export { QueuedDeliveryFactory } from './factories/queued-delivery-factory.ts';

export { type AlertsFactories, alertsFactories } from './factories/alerts-factories.ts';
export { RecordingPost } from './fakes/recording-post.ts';

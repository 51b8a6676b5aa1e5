export { FakeNotifications } from './fakes/fake-notifications.ts';
export { TestClock } from './fakes/test-clock.ts';
export { platformContent } from './platform-content.ts';
export { refuseOn } from './refuse-on.ts';

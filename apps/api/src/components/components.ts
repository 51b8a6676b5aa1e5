import { alerts } from './alerts/alerts.ts';
import type { ApiComponent } from './api-component.ts';

/** The components of the API besides identity. Their tables are created in this order. */
export const components: readonly ApiComponent[] = [alerts];

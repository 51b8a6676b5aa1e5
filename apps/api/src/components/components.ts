import { alerts } from './alerts/alerts.ts';
import type { ApiComponent } from './api-component.ts';

/** What the API is made of beside identity. Tables are made in this order. */
export const components: readonly ApiComponent[] = [alerts];

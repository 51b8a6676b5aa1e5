import { Id, Secret } from '@acme/identity-contract';
import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };
const Url = Type.String({
  format: 'uri',
  pattern: '^https?://',
  maxLength: 500,
  examples: ['http://localhost:9000/hook'],
});

export const NewWebhookSchema = Type.Object({ url: Url }, closed);
export type NewWebhook = Static<typeof NewWebhookSchema>;

export const WebhookSchema = Type.Object({ id: Id, url: Url }, { ...closed, title: 'Webhook' });
export type Webhook = Static<typeof WebhookSchema>;

/** With the secret that its deliveries are signed with, shown this once. */
export const RegisteredWebhookSchema = Type.Object(
  { id: Id, url: Url, secret: Secret },
  { ...closed, title: 'RegisteredWebhook' },
);
export type RegisteredWebhook = Static<typeof RegisteredWebhookSchema>;

import { createHmac } from 'node:crypto';

/**
 * The headers of a delivery, by the Standard Webhooks specification: who knows the secret can tell that it is ours, by
 * the time that it is no repetition, and by the id whether it was taken already.
 */
export function sign(id: string, body: string, secret: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

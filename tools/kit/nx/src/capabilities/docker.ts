import { engineAddress, pingEngine } from '@vouch/testing/container-engine';

/** Whether a container engine answers where the test servers would look for it. */
export async function dockerAnswers(): Promise<boolean> {
  return (await pingEngine(engineAddress(process.env))) === 'ok';
}

import { engineAddress, pingEngine } from '@vouch/testing/container-engine';

/** Checks that a container engine answers at the address that the test servers use. */
export async function dockerAnswers(): Promise<boolean> {
  return (await pingEngine(engineAddress(process.env))) === 'ok';
}

/** Sends what is to be delivered to webhooks. */
export interface Deliveries {
  /**
   * Tries what is due, as much at once as is allowed.
   *
   * @returns how many deliveries it tried
   * @remarks
   * - A delivery that the webhook has accepted is not tried again.
   * - Two that run at once, in one process or in several, try nothing twice.
   * - What fails is due again later, each time after a longer wait, and is given up after eight tries.
   * - A webhook that failed five times in a row is left alone for a minute.
   * - What was being tried when its process ended is due again.
   */
  run(): Promise<number>;
}

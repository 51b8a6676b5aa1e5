/** Delivery of alerts to webhooks. */
export interface Deliveries {
  /**
   * Tries the deliveries that are due, up to the limit of simultaneous deliveries.
   *
   * @returns the number of deliveries that it tried
   * @remarks
   * - A delivery that the webhook has accepted is not tried again.
   * - Simultaneous runs, in one process or in several, try no delivery twice.
   * - A failed delivery is due again later, each time after a longer wait, and is given up after eight tries.
   * - A webhook that failed five times in a row is paused for a minute.
   * - A delivery whose process ended during the try is due again.
   */
  run(): Promise<number>;
}

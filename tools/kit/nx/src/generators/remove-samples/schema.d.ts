export interface RemoveSamplesSchema {
  readonly keep?: string;
}

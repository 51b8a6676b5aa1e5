export interface InitSchema {
  readonly yes?: boolean;
}

/** Options of `@vouch/nx:vitest`, as `schema.json` describes them. */
export interface VitestExecutorOptions {
  readonly level?: string;
  readonly gathers?: readonly string[];
  readonly watch?: boolean;
  /** The arguments after `--` as typed. */
  readonly __overrides_unparsed__?: readonly string[];
}

/** A table in the clean-up. Names are quoted where SQL needs it. */
export interface Table {
  readonly name: string;
  /** The columns that can be inserted into: all but generated ones. */
  readonly columns: readonly string[];
  /** The tables that its foreign keys reference. */
  readonly references: readonly string[];
  /** True if the template has rows in it, which the clean-up restores. */
  readonly hasReferenceData: boolean;
}

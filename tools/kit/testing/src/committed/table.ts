/** A table as the clean-up sees it. Names are quoted where SQL needs it. */
export interface Table {
  readonly name: string;
  /** Columns that can be inserted into; generated ones cannot. */
  readonly columns: readonly string[];
  /** The tables that its foreign keys point to. */
  readonly references: readonly string[];
  /** Whether the template had rows in it, which are to be there after the clean-up as they were. */
  readonly hasReferenceData: boolean;
}

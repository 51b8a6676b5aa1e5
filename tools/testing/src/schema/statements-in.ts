/** The statements that MikroORM's schema generator writes: each ends with a semicolon at the end of a line, and has none within. */
export function statementsIn(sql: string): string[] {
  return sql
    .split(/;(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

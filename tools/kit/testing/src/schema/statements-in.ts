/** Splits the output of MikroORM's schema generator, which puts a semicolon and a line break after each statement and nowhere else. */
export function statementsIn(sql: string): string[] {
  return sql
    .split(/;(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

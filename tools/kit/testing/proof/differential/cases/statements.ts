/** Adds an item. */
export const add = (id: number): string => `insert into item values (${id}, 'item ${id}')`;

/** Lists the items. */
export const items = 'select id from item order by id';

/** Sets the tenant whose rows are visible. */
export const tenant = `select coalesce(current_setting('app.tenant', true), '') as tenant`;

export const setTenant = (name: string, local: boolean): string =>
  `select set_config('app.tenant', '${name}', ${local})`;

/** Adds a row of a tenant. */
export const note = (name: string): string => `insert into note values ('${name}', 'a note')`;

export const path = 'show search_path';

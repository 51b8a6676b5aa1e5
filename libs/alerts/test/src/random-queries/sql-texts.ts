/** Ways to reach past the ORM: $1 and $2 stand for tables, ? for ids. */
export const readingSql = [
  'select * from $1',
  'select id from $1 where id = any (?::uuid[])',
  'select count(*) from $1 a cross join $2 b',
  'select id from $1 union all select id from $2',
  'with found as (select * from $1) select count(*) from found where id = any (?::uuid[])',
  'select id from $1 a where exists (select from $2 b where b.id <> a.id)',
  'select id, (select count(*) from $2) as others from $1',
  'select a.id, b.id as other from $1 a left join $2 b on b.id = any (?::uuid[])',
];

export const writingSql = [
  'update $1 set id = id returning id',
  'delete from $1 where id = any (?::uuid[]) returning id',
  'delete from $1 where id in (select id from $2) returning id',
  'with gone as (delete from $1 where id = any (?::uuid[]) returning id) select count(*) from gone',
];

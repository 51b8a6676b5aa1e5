/** Each query returns the name and the definition of objects, such as `policy tenant on alerts`. */
export const catalogueSelects: readonly string[] = [
  `select 'schema ' || name as object, '' as definition from schemas`,
  `select 'table ' || name, concat_ws(' ', case relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'f' then 'foreign' when 'p' then 'partitioned by ' || pg_get_partkeydef(oid) end,
    case relpersistence when 'u' then 'unlogged' end, 'partition ' || pg_get_expr(relpartbound, oid), reloptions::text,
    case when relkind in ('v', 'm') then pg_get_viewdef(oid) end) from tables`,
  `select 'row-level security of ' || name, concat_ws(', ', case when relrowsecurity then 'enabled' else 'disabled' end,
    case when relforcerowsecurity then 'forced' end) from tables where relkind in ('r', 'p')`,
  `select 'sequence ' || r.name, concat_ws(' ', format_type(seqtypid, null), seqstart, seqincrement, seqmax, seqmin, seqcache,
    seqcycle) from relations r join pg_sequence s on s.seqrelid = r.oid`,
  `select 'column ' || t.name || '.' || quote_ident(a.attname), concat_ws(' ', format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then 'not null' end,
    case a.attgenerated when '' then 'default ' else 'generated ' || a.attgenerated::text || ' ' end || pg_get_expr(d.adbin, d.adrelid),
    'identity ' || nullif(a.attidentity::text, ''), 'collate ' || nullif(a.attcollation, y.typcollation)::regcollation)
    from tables t join pg_attribute a on a.attrelid = t.oid join pg_type y on y.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum where a.attnum > 0 and not a.attisdropped`,
  `select case contype when 'c' then 'check ' when 'f' then 'foreign key ' when 'p' then 'primary key ' when 'u' then 'unique key '
    else 'constraint ' end || quote_ident(conname) || ' on ' || t.name, pg_get_constraintdef(k.oid)
    from pg_constraint k join tables t on t.oid = k.conrelid where contype <> 'n'`,
  `select 'index ' || quote_ident(x.relname) || ' on ' || t.name, concat_ws(' ', pg_get_indexdef(i.indexrelid),
    case when not i.indisvalid then 'invalid' end) from pg_index i join pg_class x on x.oid = i.indexrelid
    join tables t on t.oid = i.indrelid where not exists (select from pg_constraint k where k.conindid = x.oid and k.contype <> 'f')`,
  `select 'policy ' || quote_ident(polname) || ' on ' || t.name, concat_ws(' ',
    case when not polpermissive then 'restrictive' end,
    'for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    'to ' || nullif(array(select case role when 0 then 'public' else role::regrole::text end from unnest(polroles) role order by 1),
      '{public}')::text, 'using ' || pg_get_expr(polqual, polrelid), 'with check ' || pg_get_expr(polwithcheck, polrelid))
    from pg_policy p join tables t on t.oid = p.polrelid`,
  `select 'trigger ' || quote_ident(tgname) || ' on ' || t.name, pg_get_triggerdef(g.oid) || ' ' || tgenabled::text
    from pg_trigger g join tables t on t.oid = g.tgrelid where not tgisinternal or tgenabled <> 'O'`,
  `select 'rule ' || quote_ident(rulename) || ' on ' || t.name, pg_get_ruledef(r.oid)
    from pg_rewrite r join tables t on t.oid = r.ev_class where rulename <> '_RETURN'`,
  `select 'function ' || name, case when prokind in ('f', 'p') then regexp_replace(pg_get_functiondef(oid), '\\s+', ' ', 'g')
    else prokind::text end from functions`,
  `select 'type ' || s.name || '.' || quote_ident(y.typname), concat_ws(' ', y.typtype,
    array(select enumlabel from pg_enum where enumtypid = y.oid order by enumsortorder)::text,
    format_type(nullif(y.typbasetype, 0), y.typtypmod), case when y.typnotnull then 'not null' end, y.typdefault,
    array(select pg_get_constraintdef(oid) from pg_constraint where contypid = y.oid order by 1)::text)
    from pg_type y join schemas s on s.oid = y.typnamespace where y.typtype in ('e', 'd', 'r') and not exists (
      select from of_extensions e where e.classid = 'pg_type'::regclass and e.objid = y.oid)`,
  `select 'comment on ' || t.name || coalesce('.' || a.attname, ''), d.description
    from pg_description d join tables t on t.oid = d.objoid and d.classoid = 'pg_class'::regclass
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = nullif(d.objsubid, 0)`,
  `select 'owner of ' || kind || name, owner::regrole::text from (
    select 'schema ' as kind, name, nspowner as owner from schemas
    union all select '', name, relowner from tables union all select 'function ', name, proowner from functions) owned`,
  `select 'grant on ' || kind || name || ' to ' || case grantee when 0 then 'public' else grantee::regrole::text end,
    string_agg(privilege_type || case when is_grantable then ' with grant option' else '' end, ', ' order by privilege_type)
    from (
      select 'schema ' as kind, name, nspacl as acl, 'n'::"char" as class, nspowner as owner from schemas
      union all select '', name, relacl, 'r', relowner from tables
      union all select 'column ' || t.name || '.', a.attname::text, a.attacl, 'c', t.relowner from tables t
        join pg_attribute a on a.attrelid = t.oid where a.attacl is not null
      union all select 'function ', name, proacl, 'f', proowner from functions
      union all select 'new ' || defaclobjtype::text || ' in ', coalesce(defaclnamespace::regnamespace::text, 'all schemas'), defaclacl,
        defaclobjtype, defaclrole from pg_default_acl
    ) granted, aclexplode(coalesce(acl, acldefault(class, owner))) group by kind, name, grantee`,
];

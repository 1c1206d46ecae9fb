-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Nothing that was held true is lost: history twins and the audit log.

begin;
select plan (20);

select is_empty (
  $$ select a.attrelid::regclass, a.attname
     from pg_class t join pg_class h on h.relname = t.relname || '_history' and h.relnamespace = t.relnamespace
     join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attribute b on b.attrelid = h.oid and b.attname = a.attname and b.atttypid = a.atttypid
     where t.relnamespace = 'jl'::regnamespace and b.attname is null $$,
  'a twin has every column of its table');
select is_empty ($$ select name from jl.register where to_regclass ('jl.' || name || '_history') is null $$, 'every register has a twin');

create temp table it as select id, name, code, metered_on from jl.building
  where heat_source = 1 and metered_on < '2014-01-01' and version = 1 order by id limit 1;
create temp table line as select coalesce (max (id), 0) as last from jl_audit.log;
update jl.building set name = '甲', version = version + 1 where id = (select id from it);
update jl.building set name = '乙', metered_on = null, version = version + 1 where id = (select id from it);
select results_eq (
  'select h.name, h.version from jl.building_history h join it using (id) order by upper (h.known)',
  $$ select name, 1 from it union all values ('甲', 2) $$, 'the twin keeps both former versions');
select ok (bool_and (lower (known) = entered_at), 'the first version is known from when it was entered')
from jl.building_history join it using (id) where version = 1;
select results_eq (
  'select lower (known) from jl.building_history join it using (id) where version = 2',
  'select upper (known) from jl.building_history join it using (id) where version = 1', 'where one version ends the next begins');
select is (ended_by, session_user, 'the twin says who ended it') from jl.building_history join it using (id) where version = 1;
select isnt_empty ('select from jl.building_season_history h join it on it.id = h.building_id where h.fitted',
                   'the correction of its seasons is kept too');

select results_eq (
  'select field, old_value, new_value from jl_api.building_history ((select id from it)) where year is null order by at, field',
  $$ select 'name', name, '甲' from it
     union all select 'metered_on', metered_on::text, null from it
     union all values ('name', '甲', '乙') $$, 'the list of changes tells field, old and new');
select is (count(*)::int, 2, 'a change of a season names the season') from (
  select distinct field from jl_api.building_history ((select id from it)) where year in (2013, 2014) and field in ('fitted')
  union all select 'x') x;

delete from jl.target_year where target_id = (select id from jl.target where task = 'existing' order by id limit 1);
delete from jl.target where id = (select id from jl.target where task = 'existing' order by id limit 1);
select is (count(*)::int, 1, 'a deleted target stays in its twin') from jl.target_history;
update jl.unit_return set filed_on = due_on where filed_on is null;
select isnt_empty ('select from jl.unit_return_history where filed_on is null', 'a return that came late was once not sent');
update jl.price_policy set issued_on = issued_on + 1;
select is ((select count(*) from jl.price_policy_history), (select count(*) from jl.price_policy),
  'a statement over all rows keeps all');

select results_eq (
  $$ select op, n, keys, actor, client from jl_audit.log, line where id > last and tbl = 'building' order by id $$,
  $$ select 'update', 1, array[id::text], session_user, 'local' from it, generate_series (1, 2) $$,
  'each statement has its line with the key');
select isnt ((select digest from jl_audit.log, line where id > last and tbl = 'building' order by id limit 1),
             (select digest from jl_audit.log, line where id > last and tbl = 'building' order by id desc limit 1),
             'different rows have different digests');
select is (l.digest, sha256 (convert_to (b::text, 'UTF8')), 'the digest is that of the row')
from jl_audit.log l, jl.building b, it where b.id = it.id and l.tbl = 'building' and l.id = (select max (id)
  from jl_audit.log where tbl = 'building');
update jl.building set version = version + 1 where id in (select id from jl.building order by id limit 201);
select results_eq ($$ select n, keys from jl_audit.log where tbl = 'building' order by id desc limit 1 $$,
  'values (201, null::text[])',
                   'many rows have a digest only');
update jl.building set version = version where false;
select is ((select count(*)::int from jl_audit.log where tbl = 'building' and n = 0), 0,
  'a statement that met no row leaves no line');
select throws_ok ('update jl_audit.log set n = 0', '42501', null, 'the log is not changed');
select throws_ok ('delete from jl_audit.log', '42501', null, 'nor shortened');
select throws_ok ('truncate jl_audit.log', '42501', null, 'nor emptied');

select * from finish ();
rollback;

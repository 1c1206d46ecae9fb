-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The sums beside the facts: what counts is written once per sum table, and from that come the trigger function that keeps the
-- sums, the truth they are compared with, and the rebuild after a bare load.

-- Was the meter in place when the season began, and the building not found unfit by then? An unfit building is lawfully billed by
-- area (三(一)) and never counts as fitted but not billed.
create function jl.fitted (metered_on date, fit boolean, fit_decided_on date, starts_on date)
returns boolean language sql immutable parallel safe as
$$
  select coalesce (metered_on <= starts_on, false) and not coalesce (not fit and fit_decided_on <= starts_on, false)
$$;

-- The truth reads what is seen, so that it also tells what the sums were (05-viewpoint).
-- name: of the truth and of the triggers; sum_table: where the sums are kept, which several sources may share as long as their keys
-- differ. parts are triples (column, what one row adds, on which condition); from_clause holds %s where the rows come from, as c.
-- One ordered pass a statement: an update nets its old rows against its new ones, so that two writers take the rows of the sums in
-- the same order and never wait for one another in a circle, and an edit that changes no sum writes none.
create function jl.define_sum (name text, sum_table text, source text, keys text[][], from_clause text, parts text[][])
returns void language plpgsql as
$$
declare
  names text;
  key_names text;
  key_values text;
  totals text;
  changes text;
  additions text;
  apply text := '';
  op text[];
begin
  select string_agg (quote_ident (keys[i][1]), ', ' order by i), string_agg (keys[i][2], ', ' order by i)
  into key_names, key_values
  from generate_subscripts (keys, 1) i;
  select string_agg (quote_ident (a.attname), ', ' order by i),
    string_agg (format ('coalesce (sum (%s) filter (where %s), 0)::%s', parts[i][2], parts[i][3], t.name), ', ' order by i),
    string_agg (format ('coalesce (sum (c.sign * (%s)) filter (where %s), 0)::%s as %I', parts[i][2], parts[i][3], t.name, a.attname),
                ', ' order by i),
    string_agg (format ('%1$I = s.%1$I + excluded.%1$I', a.attname), ', ' order by i)
  into names, totals, changes, additions
  from generate_subscripts (parts, 1) i
  join pg_attribute a on a.attrelid = ('jl.' || sum_table)::regclass and a.attname = parts[i][1]
  cross join lateral format_type (a.atttypid, null) t (name);

  execute format ($f$
    create function jl.%1$I () returns setof jl.%2$I language sql stable as
    $body$ select %3$s, %4$s from %5$s group by %3$s order by %3$s $body$
    $f$, name || '_truth', sum_table, key_values, totals, format (from_clause, replace (source, 'jl.', 'jl.seen_') || ' c'));

  foreach op slice 1 in array array[
    ['INSERT', '(select 1 as sign, r.* from changed r) c'],
    ['DELETE', '(select -1 as sign, r.* from was r) c'],
    ['UPDATE', '(select 1 as sign, r.* from changed r union all select -1, r.* from was r) c']]
  loop
    apply := apply || format ($f$
      if tg_op = %1$L then
        insert into jl.%2$I as s (%3$s, %4$s)
        select * from (select %5$s, %6$s from %7$s group by %5$s) x (%3$s, %4$s)
        where (%4$s) <> (%8$s)
        order by %3$s
        on conflict (%3$s) do update set %9$s;
      end if;
      $f$, op[1], sum_table, key_names, names, key_values, changes, format (from_clause, op[2]),
      (select string_agg ('0', ', ') from generate_subscripts (parts, 1)), additions);
  end loop;
  execute format ($f$
    create function jl.%1$I () returns trigger language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
    $body$ begin %2$s return null; end $body$;
    create trigger %4$I after insert on %3$s referencing new table as changed
      for each statement execute function jl.%1$I ();
    create trigger %5$I after update on %3$s referencing old table as was new table as changed
      for each statement execute function jl.%1$I ();
    create trigger %6$I after delete on %3$s referencing old table as was
      for each statement execute function jl.%1$I ();
    $f$, name || '_apply', apply, source, name || '_insert', name || '_update', name || '_delete');
end
$$;

-- Only centrally heated buildings count (集中供热), and only records that are whole: a quotient never compares a figure with a gap,
-- nobody gains by the half of a record that he left out, and a verdict that says 未计入 is true. missing_n counts the others.
select jl.define_sum ('season_sum', 'season_sum', 'jl.building_season',
  array[['year', 'c.year'], ['unit_id', 'c.unit_id']],
  '%s where c.central',
  array[
    ['n', '1', 'true'],
    ['missing_n', '1', 'missing'],
    ['res_heated', 'res_heated_dm2', 'not missing'],
    ['res_heated_n', '1', 'not missing'],
    ['res_metered', 'res_metered_dm2', 'not missing'],
    ['res_metered_n', '1', 'not missing'],
    ['other_heated', 'other_heated_dm2', 'not missing'],
    ['other_heated_n', '1', 'not missing'],
    ['other_metered', 'other_metered_dm2', 'not missing'],
    ['other_metered_n', '1', 'not missing'],
    ['shared', 'res_heated_dm2', 'billing = 3 and not missing'],
    ['fitted_heated', 'res_heated_dm2::bigint + other_heated_dm2', 'fitted and not missing'],
    ['fitted_metered', 'res_metered_dm2::bigint + other_metered_dm2', 'fitted and not missing'],
    ['fitted_n', '1', 'fitted and not missing'],
    ['pub_fitted_heated', 'res_heated_dm2::bigint + other_heated_dm2', 'fitted and not missing and use in (2, 3, 4)'],
    ['pub_fitted_metered', 'res_metered_dm2::bigint + other_metered_dm2', 'fitted and not missing and use in (2, 3, 4)'],
    ['pub_fitted_n', '1', 'fitted and not missing and use in (2, 3, 4)'],
    ['heat', 'heat_100kj', 'true'],
    ['heat_n', '1', 'heat_100kj is not null'],
    ['fitted_missing_n', '1', 'fitted and missing'],
    ['pub_fitted_missing_n', '1', 'fitted and missing and use in (2, 3, 4)'],
    ['res_billed_n', '1', 'res_metered_dm2 > 0 and not missing']]);

-- One building may count in three years: completed, accepted after its metering retrofit, retrofitted for energy.
select jl.define_sum ('building_sum', 'building_sum', 'jl.building',
  array[['year', 'extract (year from d.day)::smallint'], ['unit_id', 'c.unit_id'], ['task_class', 'c.task_class']],
  $$ %s
     cross join lateral (values (1, c.completed_on), (2, c.accepted_on), (3, c.energy_retrofit_on)) d (what, day)
     where d.day is not null and c.heat_source in (1, 2) $$,
  array[
    ['completed_n', '1', 'what = 1'],
    ['completed_dm2', 'floor_dm2', 'what = 1'],
    ['sync_n', '1', 'what = 1 and metered_on <= completed_on'],
    ['sync_dm2', 'floor_dm2', 'what = 1 and metered_on <= completed_on'],
    ['accepted_n', '1', 'what = 2'],
    ['accepted_dm2', 'case when use in (1, 5) then residential_dm2 else floor_dm2 end', 'what = 2'],
    ['energy_n', '1', 'what = 3'],
    ['unsync_n', '1', 'what = 3 and (metered_on is null or metered_on > energy_retrofit_on)']]);

select jl.define_seen_sum ('season_sum');
select jl.define_seen_sum ('building_sum');
select jl.define_seen_sum ('register_sum');
drop function jl.define_seen_sum (text);

-- Every table of sums or cards with the query of its truth: whatever has a truth function is one.
create function jl.kept_tables ()
returns table (kept name, keys text, key_object text, key_names text[], truth text, what int)
language sql stable set search_path = pg_catalog, jl, pg_temp as
$$
  with truths as materialized (
    select t.typrelid, string_agg (format ('select * from jl.%I ()', p.proname), ' union all ' order by p.proname) as query
    from pg_proc p join pg_type t on t.oid = p.prorettype
    where p.pronamespace = 'jl'::regnamespace and p.proname like '%\_truth'
    group by t.typrelid)
  select c.relname, k.names, k.object, k.list, p.query, case when c.relname like '%\_card' then 1 else 2 end
  from truths p
  join pg_class c on c.oid = p.typrelid and c.relnamespace = 'jl'::regnamespace
  join pg_index i on i.indrelid = c.oid and i.indisprimary
  cross join lateral (
    select string_agg (quote_ident (a.attname), ', ' order by o.place) as names,
      string_agg (format ('%L, %I', a.attname, a.attname), ', ' order by o.place) as object, array_agg (a.attname::text) as list
    from unnest (i.indkey::int2[]) with ordinality o (attnum, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = o.attnum) k
$$;

-- After a load with triggers disabled, or when the nightly comparison finds a difference: the tables named, or all. Cards first: sums
-- rest on them.
create function jl.sums_rebuild (p_kept name[] default null) returns void language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
declare
  t record;
begin
  perform jl.require_present ();
  for t in
    select distinct g.tgrelid::regclass as source from pg_trigger g join pg_proc p on p.oid = g.tgfoid
    where p.pronamespace = 'jl'::regnamespace and p.proname ~ '_(apply|keep)$' and g.tgparentid = 0 order by 1
  loop
    execute format ('lock table %s in share mode', t.source);
  end loop;
  for t in select * from jl.kept_tables () where p_kept is null or kept = any (p_kept) order by what, kept loop
    execute format ('delete from jl.%I', t.kept);
    execute format ('insert into jl.%I %s', t.kept, t.truth);
  end loop;
end
$$;

-- Every key whose kept sums are not the truth; nothing when all is well. A row of zeros is the same as no row.
create function jl.sums_difference ()
returns table (sum_table text, key jsonb, kept jsonb, truth jsonb)
language plpgsql stable set search_path = pg_catalog, jl, pg_temp as
$$
declare
  t record;
begin
  for t in select * from jl.kept_tables () k order by k.what, k.kept loop
    return query execute format ($f$
      with kept as materialized (
        select * from jl.%1$I
      ), truth as materialized (
        %2$s
      ), b as (
        select jsonb_build_object (%3$s) as k, to_jsonb (s) - $1 as v from (table kept except table truth) s
      ), r as (
        select jsonb_build_object (%3$s) as k, to_jsonb (s) - $1 as v from (table truth except table kept) s
      )
      select %1$L, k, b.v, r.v
      from b full join r using (k)
      where not (r.v is null and not exists (select from jsonb_each_text (b.v) e where e.value <> '0'))
        and not (b.v is null and not exists (select from jsonb_each_text (r.v) e where e.value <> '0')) $f$,
      t.kept, t.truth, t.key_object)
    using t.key_names;
  end loop;
end
$$;

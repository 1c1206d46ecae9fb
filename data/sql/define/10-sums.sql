-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The sums beside the facts: what counts is written once per sum table, and from that come the trigger function that keeps the
-- sums, the truth they are compared with, and the rebuild after a bare load.
-- Each trigger sees its rows as "changed": an update is its old rows taken away and its new rows added, by two triggers.

-- Was the meter in place when the season began, and the building not found unfit by then? An unfit building is lawfully billed by
-- area (三(一)) and never counts as fitted but not billed.
create function jl.fitted (metered_on date, fit boolean, fit_decided_on date, starts_on date)
returns boolean language sql immutable parallel safe as
$$
  select coalesce (metered_on <= starts_on, false) and not coalesce (not fit and fit_decided_on <= starts_on, false)
$$;

-- from_clause holds %s where the rows come from; parts are pairs (column, aggregate over these rows).
create function jl.define_sum (sum_table text, source text, keys text[][], from_clause text, parts text[][])
returns void language plpgsql as
$$
declare
  names text;
  key_names text;
  key_values text;
  totals text;
  changes text;
  additions text;
begin
  select string_agg (quote_ident (k[1]), ', '), string_agg (k[2], ', ') into key_names, key_values
  from (select array[keys[i][1], keys[i][2]] k from generate_subscripts (keys, 1) i order by i) x;
  select string_agg (quote_ident (p[1]), ', '),
    string_agg (format ('coalesce (%s, 0)::%s', p[2], p[3]), ', '),
    string_agg (format ('(sign * coalesce (%s, 0))::%s', p[2], p[3]), ', '),
    string_agg (format ('%1$I = s.%1$I + excluded.%1$I', p[1]), ', ')
  into names, totals, changes, additions
  from (
    select array[parts[i][1], parts[i][2], format_type (a.atttypid, null)] p
    from generate_subscripts (parts, 1) i
    join pg_attribute a on a.attrelid = ('jl.' || sum_table)::regclass and a.attname = parts[i][1]
    order by i) x;

  execute format ($f$
    create function jl.%1$I_truth () returns setof jl.%1$I language sql stable as
    $body$ select %2$s, %3$s from %4$s group by %5$s order by %5$s $body$
    $f$, sum_table, key_values, totals, format (from_clause, source), key_values);

  -- Rows are taken in the order of the key by everybody, so that two writers never wait for one another in a circle.
  execute format ($f$
    create function jl.%1$I_apply () returns trigger language plpgsql
    security definer set search_path = pg_catalog, jl, pg_temp as
    $body$
    declare
      sign int := tg_argv[0];
    begin
      insert into jl.%1$I as s (%2$s, %3$s)
      select %4$s, %5$s from %6$s group by %4$s order by %4$s
      on conflict (%2$s) do update set %7$s;
      return null;
    end
    $body$
    $f$, sum_table, key_names, names, key_values, changes, format (from_clause, 'changed'), additions);

  execute format ($f$
    create trigger sum_insert after insert on %1$s referencing new table as changed
      for each statement execute function jl.%2$I ('1');
    create trigger sum_update_1 after update on %1$s referencing old table as changed
      for each statement execute function jl.%2$I ('-1');
    create trigger sum_update_2 after update on %1$s referencing new table as changed
      for each statement execute function jl.%2$I ('1');
    create trigger sum_delete after delete on %1$s referencing old table as changed
      for each statement execute function jl.%2$I ('-1');
    $f$, source, sum_table || '_apply');
end
$$;

-- Only centrally heated buildings count (集中供热). Fitted areas are summed where heated and metered area are both known, so that
-- their quotient never compares a figure with a gap.
select jl.define_sum ('season_sum', 'jl.building_season',
  array[['year', 'c.year'], ['unit_id', 'c.unit_id']],
  '%s c where c.central',
  array[
    ['n', 'count(*)'],
    ['missing_n', 'count(*) filter (where missing)'],
    ['res_heated', 'sum(res_heated_dm2)'],
    ['res_heated_n', 'count(res_heated_dm2)'],
    ['res_metered', 'sum(res_metered_dm2)'],
    ['res_metered_n', 'count(res_metered_dm2)'],
    ['other_heated', 'sum(other_heated_dm2)'],
    ['other_heated_n', 'count(other_heated_dm2)'],
    ['other_metered', 'sum(other_metered_dm2)'],
    ['other_metered_n', 'count(other_metered_dm2)'],
    ['shared', 'sum(res_heated_dm2) filter (where billing = 3)'],
    ['fitted_heated', 'sum(res_heated_dm2::bigint + other_heated_dm2) filter (where fitted and not missing)'],
    ['fitted_metered', 'sum(res_metered_dm2::bigint + other_metered_dm2) filter (where fitted and not missing)'],
    ['fitted_n', 'count(*) filter (where fitted and not missing)'],
    ['pub_fitted_heated', 'sum(res_heated_dm2::bigint + other_heated_dm2) filter (where fitted and not missing and use in (2, 3, 4))'],
    ['pub_fitted_metered', 'sum(res_metered_dm2::bigint + other_metered_dm2) filter (where fitted and not missing and use in (2, 3, 4))'],
    ['pub_fitted_n', 'count(*) filter (where fitted and not missing and use in (2, 3, 4))'],
    ['heat', 'sum(heat_100kj)'],
    ['heat_n', 'count(heat_100kj)']]);

-- One building may count in three years: completed, accepted after its metering retrofit, retrofitted for energy.
select jl.define_sum ('building_sum', 'jl.building',
  array[['year', 'extract (year from d.day)::smallint'], ['unit_id', 'c.unit_id'], ['task_class', 'c.task_class']],
  $$ %s c
     cross join lateral (values (1, c.completed_on), (2, c.accepted_on), (3, c.energy_retrofit_on)) d (what, day)
     where d.day is not null and c.heat_source in (1, 2) $$,
  array[
    ['completed_n', 'count(*) filter (where what = 1)'],
    ['completed_dm2', 'sum(floor_dm2) filter (where what = 1)'],
    ['sync_n', 'count(*) filter (where what = 1 and metered_on <= completed_on)'],
    ['sync_dm2', 'sum(floor_dm2) filter (where what = 1 and metered_on <= completed_on)'],
    ['accepted_n', 'count(*) filter (where what = 2)'],
    ['accepted_dm2', 'sum(case when use in (1, 5) then residential_dm2 else floor_dm2 end) filter (where what = 2)'],
    ['energy_n', 'count(*) filter (where what = 3)'],
    ['unsync_n', 'count(*) filter (where what = 3 and (metered_on is null or metered_on > energy_retrofit_on))']]);

drop function jl.define_sum (text, text, text[][], text, text[][]);

-- After a load with triggers disabled, or when the nightly comparison finds a difference.
create function jl.sums_rebuild () returns void language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
begin
  lock table jl.building, jl.building_season in share mode;
  delete from jl.season_sum;
  insert into jl.season_sum select * from jl.season_sum_truth ();
  delete from jl.building_sum;
  insert into jl.building_sum select * from jl.building_sum_truth ();
end
$$;

-- Every key whose kept sums are not the truth; nothing when all is well. A row of zeros is the same as no row.
create function jl.sums_difference ()
returns table (sum_table text, key jsonb, kept jsonb, truth jsonb)
language sql stable set search_path = pg_catalog, jl, pg_temp as
$$
  with both_sides as (
    select 'season_sum' as t, jsonb_build_object ('year', year, 'unit_id', unit_id) as k,
      (to_jsonb (s) - '{year,unit_id}'::text[]) as kept
    from jl.season_sum s
    union all
    select 'building_sum', jsonb_build_object ('year', year, 'unit_id', unit_id, 'task_class', task_class),
      to_jsonb (s) - '{year,unit_id,task_class}'::text[]
    from jl.building_sum s),
  truths as (
    select 'season_sum' as t, jsonb_build_object ('year', year, 'unit_id', unit_id) as k,
      (to_jsonb (s) - '{year,unit_id}'::text[]) as truth
    from jl.season_sum_truth () s
    union all
    select 'building_sum', jsonb_build_object ('year', year, 'unit_id', unit_id, 'task_class', task_class),
      to_jsonb (s) - '{year,unit_id,task_class}'::text[]
    from jl.building_sum_truth () s)
  select t, k, b.kept, r.truth
  from both_sides b full join truths r using (t, k)
  where b.kept is distinct from r.truth
    and not (r.truth is null and not exists (select from jsonb_each_text (b.kept) e where e.value <> '0'))
$$;

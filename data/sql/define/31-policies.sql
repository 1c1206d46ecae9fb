-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Row security on every table and partition. A table without a policy shows nothing: a new one must be named here.
-- Reading first, then writing; a policy asks for the duty of this database's official, the grants (90) for the role.

do $$
declare
  t regclass;
  n text;
begin
  for t in
    select c.oid from pg_class c
    where c.relnamespace::regnamespace::text in ('jl', 'jl_audit') and c.relkind in ('r', 'p')
  loop
    execute format ('alter table %s enable row level security', t);
  end loop;

  -- What every official of this database may read whole: places, rules, targets, sums, published figures, colleagues.
  foreach n in array array[
    'installation', 'migration', 'definition', 'unit', 'unit_version', 'unit_version_history', 'unit_operation', 'assessed_unit', 'assessed_unit_part', 'map_tile', 'season',
    'rule_kind', 'rule', 'rule_history', 'indicator', 'target', 'target_history', 'sum_known', 'sum_known_part',
    'unit_return', 'unit_return_history', 'season_sum', 'building_sum',
    'register_sum', 'clause_indicator',
    'scheme', 'scheme_item', 'scheme_grade', 'scheme_group', 'scheme_veto', 'award',
    'reading', 'reading_word', 'published_indicator', 'published_figure', 'published_figure_history', 'official', 'official_unit', 'finding_refresh']
  loop
    if to_regclass ('jl.' || n) is not null then
      execute format ('create policy read_all on jl.%I for select using ((select jl.my_duty ()) is not null)', n);
    end if;
  end loop;

  foreach n in array array['building_history', 'building_season_history', 'register_card'] loop
    execute format ('create policy read_scope on jl.%I for select using (unit_id = any ((select jl.scope_ids ())::int[]))', n);
  end loop;
  -- Ledger and seasons: provincial duties see every row of millions without asking each for its unit, a clerk comes to his by the index.
  foreach n in array array['building', 'building_season'] loop
    execute format ('create policy read_whole on jl.%I for select
                       to jl_housing, jl_price, jl_finance, jl_reform, jl_quality, jl_reader, jl_auditor using ((select jl.sees_all ()))', n);
    execute format ('create policy read_scope on jl.%I for select to jl_city using (unit_id = any ((select jl.scope_ids ())::int[]))', n);
  end loop;

  create policy read_scope on jl.search_entry for select
    using ((select jl.my_duty ()) is not null and (unit_id is null or unit_id = any ((select jl.scope_ids ())::int[])));

  foreach n in array array['assessment_input', 'assessment_item', 'assessment_unit', 'assessment_award'] loop
    execute format ('create policy read_visible on jl.%I for select
                       using (assessment_id = any ((select jl.visible_assessments ())::int[]))', n);
  end loop;
  create policy read_visible on jl.assessment for select using (id = any ((select jl.visible_assessments ())::int[]));

  create policy read_sent on jl.import_file for select
    using ((select jl.my_duty ()) in ('jl_housing', 'jl_auditor')
           or ((select jl.my_duty ()) is not null and sent_by = session_user));
  create policy read_log on jl_audit.log for select using ((select jl.my_duty ()) = 'jl_auditor');

  -- The ledger and the season facts: a clerk in his own places, the heating-reform office everywhere; nobody else.
  foreach n in array array['building', 'building_season'] loop
    execute format ($f$create policy add_scope on jl.%I for insert
                         with check (unit_id = any ((select jl.scope_ids ())::int[])
                                     and (select jl.my_duty ()) in ('jl_city', 'jl_housing'))$f$, n);
    execute format ($f$create policy change_scope on jl.%I for update
                         using (unit_id = any ((select jl.scope_ids ())::int[])
                                and (select jl.my_duty ()) in ('jl_city', 'jl_housing'))
                         with check (unit_id = any ((select jl.scope_ids ())::int[])
                                     and (select jl.my_duty ()) in ('jl_city', 'jl_housing'))$f$, n);
    execute format ($f$create policy remove_scope on jl.%I for delete
                         using ((select jl.my_duty ()) = 'jl_housing')$f$, n);
  end loop;

  -- The heating-reform office keeps targets, returns, seasons and imports; rules belong to the duty named in their kind.
  foreach n in array array['target', 'unit_return', 'published_figure'] loop
    execute format ($f$create policy keep_housing on jl.%I for all using ((select jl.my_duty ()) = 'jl_housing')$f$, n);
  end loop;
  create policy close_season on jl.season for update using ((select jl.my_duty ()) = 'jl_housing');
  -- A file of records is sent by whoever keeps their register.
  create policy add_import on jl.import_file for insert
    with check (sent_by = session_user
                and (kind = 'published' and (select jl.my_duty ()) = 'jl_housing'
                     or kind in (select g.name from jl.register g
                                 where (select jl.my_duty ()) = any (g.owners) or g.city_keeps and (select jl.my_duty ()) = 'jl_city')));
  create policy add_own on jl.rule for insert with check (kind = any ((select jl.own_rule_kinds ())::text[]));
  create policy change_own on jl.rule for update using (kind = any ((select jl.own_rule_kinds ())::text[]));

  -- Officials are written by the three functions of 32-officials only.
  create policy accounts on jl.official for all to jl_accounts using (true);
  create policy accounts on jl.official_unit for all to jl_accounts using (true);
end
$$;

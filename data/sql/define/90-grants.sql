-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Who may touch what at all; which rows is decided by the policies (31). Everything is taken away first, then given by the lists.
-- Partitions, and functions that act with the owner's rights, are given to nobody unless they are named.

do $$
declare
  duties constant text := array_to_string (jl.duties (), ', ');
  d record;
begin
  execute format ('revoke all on database %I from public', current_database ());
  execute format ('grant connect on database %I to %s, jl_accounts', current_database (), duties);
  revoke all on schema jl, jl_api, jl_audit from public;
  execute format ('grant usage on schema jl, jl_api to %s, jl_accounts', duties);
  grant usage on schema jl_audit to jl_auditor;

  execute format ('revoke all on all tables in schema jl, jl_api, jl_audit from public, %s', duties);
  execute format ('revoke all on all sequences in schema jl, jl_api, jl_audit from public, %s', duties);
  execute format ('revoke all on all functions in schema jl, jl_api, jl_audit from public, %s', duties);

  -- Reading: every table with a reading policy and every view of the interface, to every duty; the log to the auditor.
  for d in
    select distinct c.oid::regclass as name
    from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polcmd in ('r', '*')
    where c.relnamespace = 'jl'::regnamespace and p.oid is not null
       or c.relnamespace::regnamespace::text in ('jl', 'jl_api') and c.relkind = 'v'
  loop
    execute format ('grant select on %s to %s', d.name, duties);
  end loop;
  grant select on jl_audit.log to jl_auditor;

  -- The interface to every duty, save what is named below. Functions below it act with the caller's own rights and may be called
  -- by every duty; those with the owner's rights are named.
  for d in
    select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace = 'jl_api'::regnamespace
        and p.proname not in ('official_add', 'official_change', 'official_end', 'import_published',
                              'assess_compute', 'assess_propose', 'assess_withdraw', 'assess_confirm',
                              'unit_rename', 'unit_move', 'unit_merge', 'unit_split')
      or p.pronamespace = 'jl'::regnamespace and p.prorettype <> 'trigger'::regtype
        and (not p.prosecdef or p.proname in ('my_duty', 'sees_all', 'scope_ids', 'own_rule_kinds', 'visible_assessments',
                                              'require_duty', 'unit_of_code', 'keeps', 'entered_by', 'entry_sums', 'lapsed_areas', 'luban_sums', 'award_sums'))
  loop
    execute format ('grant execute on function %s to %s, jl_accounts', d.name, duties);
  end loop;
  for d in
    select p.oid::regprocedure as name,
      case when p.proname like 'official\_%' then 'jl_admin, jl_accounts' else 'jl_housing' end as duty
    from pg_proc p
    where p.pronamespace = 'jl_api'::regnamespace
      and p.proname in ('official_add', 'official_change', 'official_end', 'import_published',
                        'assess_compute', 'assess_propose', 'assess_withdraw', 'assess_confirm',
                              'unit_rename', 'unit_move', 'unit_merge', 'unit_split')
  loop
    execute format ('grant execute on function %s to %s', d.name, d.duty);
  end loop;
  grant execute on function jl.official_set_units (name, text, text[]) to jl_accounts;

  -- Registers: the owners and, where the register says so, clerks; nobody gives a record another id or says when it became known.
  for d in
    select g.name, array_to_string (g.owners || case when g.city_keeps then '{jl_city}'::text[] else '{}' end, ', ') as duties,
      string_agg (quote_ident (c.name), ', ') filter (where c.name <> 'entered_at') as given,
      string_agg (quote_ident (c.name), ', ') filter (where c.name not in ('id', 'entered_at')) as changed
    from jl.register g cross join lateral jl.columns_of (g.name) c
    where g.name <> 'building_season' and cardinality (g.owners) > 0
    group by g.name
  loop
    execute format ('grant insert (%s), update (%s) on jl.%I to %s', d.given, d.changed, d.name, d.duties);
    -- A building is never unmade by a clerk, a rule by nobody: it ends.
    if d.name not in ('building', 'rule') then
      execute format ('grant delete on jl.%I to %s', d.name, d.duties);
    end if;
  end loop;

  -- What repeats the building in a season row is the building's to say, so it may be entered but not changed.
  grant insert (id, building_id, unit_id, code, company_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2,
                other_metered_dm2, heat_100kj, fee_fen, version, import_id),
    update (res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2, heat_100kj, fee_fen, billing, version, import_id)
    on jl.building_season to jl_housing, jl_city;
  grant usage on sequence jl.building_season_id to jl_housing, jl_city;
  grant delete on jl.building, jl.building_season to jl_housing;
  grant update (reviewed_on, sent_back_on, version) on jl.unit_return to jl_city;
  grant insert, update on jl.published_figure to jl_housing;
  grant insert on jl.import_file to jl_housing, jl_price, jl_finance, jl_reform, jl_quality, jl_city;
  grant update (closed_at) on jl.season to jl_housing;
  grant select, insert, update, delete on jl.official, jl.official_unit to jl_accounts;
end
$$;

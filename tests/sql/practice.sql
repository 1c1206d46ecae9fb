-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: the shapes that real data have, the same on every machine, and never over something else.

begin;
select plan (58);

create temp view share as
select a.unit_id, v.code, s.year, sum (s.res_metered)::bigint as metered, sum (s.res_heated + s.other_heated)::bigint as heated, sum (s.n)::int as n,
  sum (s.missing_n)::int as missing_n
from jl.assessed_unit a
join jl.unit_version v on v.unit_id = a.unit_id and v.valid @> date '2012-12-31'
join jl.assessed_unit_part p on p.assessed_id = a.unit_id and p.valid @> date '2012-12-31'
join jl.season_sum s on s.unit_id = p.leaf_id
where a.valid @> date '2012-12-31'
group by 1, 2, 3;

select ok (metered * 100 < 25 * heated and metered * 100000 >= 24996 * heated, '长春 stands just under 25 %') from share
  where code = '220100' and year = 2012;
select ok (metered * 100 >= 25 * heated and (metered - 1) * 100 < 25 * heated, '松原 meets 25 % to the last dm²') from share
  where code = '220700' and year = 2012;
select is (metered, 0::bigint, '白山 has no price policy, so nothing is billed by heat') from share
  where code = '220600' and year = 2014;
select ok (heated = 0 and n > 0, '靖宇 has nothing heated centrally: 0 of 0') from share where code = '220622' and year = 2012;
select is (missing_n, n, '乾安 is without figures in 2012') from share where code = '220723' and year = 2012;
select ok (sum (missing_n) between 1 and sum (n) / 20, '长春 lacks some figures') from share where code = '220100';
select ok (max (case when year = 2013 then metered::numeric / heated end) > max (case when year = 2014 then metered::numeric / heated end), '辽源 grew, then fell')
from share where code = '220400';

select isnt_empty ('select from jl.building_season where fitted and billing = 4', 'some meters are read and not billed');
select isnt_empty ('select from jl.building_season where billing = 3', 'some meters are shared by area');
select isnt_empty ('select from jl.building where use = 5 and residential_dm2 between 1 and floor_dm2 - 1',
  'some buildings are mixed');
select isnt_empty ('select from jl.building where energy_retrofit_on is not null and metered_on is null',
  'some energy retrofits forgot the meters');
select is_empty ('select from jl.building where accepted_on < metered_on or metered_on > ''2014-12-31''', 'dates are in order');
select is_empty ('select from jl.building_season s join jl.building b on b.id = s.building_id join jl.season z using (year)
  where b.completed_on > z.starts_on',
                 'no building is heated before it stands');
select is_empty ('select from jl.building_season where billing = 2 and not fitted', 'nothing is billed by heat without a meter');
select results_eq (
  $$ select v.short_name, bool_or (r.reminded_on is not null) from jl.unit_return r
    join jl.unit_version v on v.unit_id = r.unit_id and v.valid @> date '2012-12-31'
     where r.year = 2012 and r.filed_on is null group by 1 order by min (r.unit_id) $$,
  $$ values ('长岭县', true), ('长白山管委会', false) $$, 'two units sent nothing, one after a reminder');
select is (count(*)::int, 149, 'every unit owed three returns, 延边州 no settled one') from jl.unit_return where year = 2012;
select is_empty ($$ select from jl.target t where stock_dm2 is null and task in ('office', 'public', 'existing',
  'nonsaving') $$, 'every retrofit task has its stock');
select is_empty ($$ select from jl.target where goal <> case task when 'share' then 25 else 100 end $$,
  'every task is asked of its whole stock: 50 % in 三(四) is the energy standard');
select is_empty ($$ select from jl.target t join jl.assessed_unit a on a.unit_id = t.unit_id and a.valid @> date '2012-12-31'
  where t.basis <> case when a.grp = 'prefecture' then 'document' when t.basis = 'reference' and a.grp = 'county' then 'reference' else 'letter' end $$,
  'a county follows its own letter, or the city''s date for reference');
select is_empty ($$ select from jl_api.figures (2012) f where f.indicator = 'price_policy' and f.due_on <> '2010-10-24' $$,
  'a price policy is due before the season of 2010');
select is_empty ($$ select from jl.target t join jl.target_year y on y.target_id = t.id
  where not exists (select from jl.assessed_unit a where a.unit_id = t.unit_id and a.valid @> make_date (y.year, 12, 31))
    and t.task <> 'share' $$, 'no year''s task for a unit that is assessed no more');

-- The same call gives the same rows: a digest that holds on every machine.
select is (encode (sha256 (string_agg (format ('%s %s %s %s %s', code, name, floor_dm2, metered_on, completed_on), E'\n' order by code collate "C")::bytea), 'hex'),
           'a09c8b40aea1903b54af0ab8e4b5106a586466d086876e0e2535e46ad7a8839c',
             'the buildings are those of every other machine') from jl.building;

-- The registers of companies, projects and organisation. A register is shown in several places, lacks something somewhere, and what
-- is wrong in it is wrong somewhere and not everywhere.
create function pg_temp.places (p_register text) returns bigint language plpgsql as
$$
declare
  n bigint;
begin
  execute format ('select count (distinct unit_id) from jl.%I', p_register) into n;
  return n;
end
$$;

select is_empty ($$ select r.name from jl.register r
  where r.unit_level is not null and r.name not in ('price_policy_unit', 'nil_report') and pg_temp.places (r.name) < 10 $$,
  'every register is kept in ten places at least: only few price papers hold elsewhere, only few units have nothing to enter');

create temp view gates as
select p.*, c.done_on as contract_on, c.state as contract, r.state as review, m.done_on as permit_on, s.done_on as presale_on,
  a.done_on as acceptance_on, a.company_present, f.done_on as filing_on, n.done_on as connection_on, t.done_on as title_on
from jl.new_project p
join jl.project_gate c on c.project_id = p.id and c.gate = 'contract'
join jl.project_gate r on r.project_id = p.id and r.gate = 'drawing_review'
join jl.project_gate m on m.project_id = p.id and m.gate = 'permit'
join jl.project_gate s on s.project_id = p.id and s.gate = 'presale'
join jl.project_gate a on a.project_id = p.id and a.gate = 'acceptance'
join jl.project_gate f on f.project_id = p.id and f.gate = 'filing'
join jl.project_gate n on n.project_id = p.id and n.gate = 'connection'
join jl.project_gate t on t.project_id = p.id and t.gate = 'title';

select is (count (*), (select count (*) from jl.new_project), 'every project has its eight gates') from gates;
select is_empty ($$ select name from (
    select unnest (array['no review', 'review not applicable', 'presale without permit', 'filing without acceptance', 'connection without acceptance',
                         'company absent', 'permit to one that does not comply', 'title to one that does not comply', 'no contract',
                         'late contract', 'connected before filing', 'begun before the permit', 'accepted without meters',
                         'nothing disclosed', 'disclosure not reported', 'buyer bears the devices', 'buyer bears the installation', 'buyer bears the verification', 'Luban']) as name,
      unnest (array[
        count (*) filter (where review = 'none' and permit_on >= '2010-07-23'),
        count (*) filter (where review = 'not_applicable' and permit_on >= '2010-07-23'),
        count (*) filter (where presale_on is not null and permit_on is null),
        count (*) filter (where filing_on is not null and acceptance_on is null),
        count (*) filter (where connection_on is not null and acceptance_on is null),
        count (*) filter (where not company_present),
        count (*) filter (where not complies and permit_on >= '2010-07-23'),
        count (*) filter (where not complies and title_on is not null),
        count (*) filter (where contract = 'none' and acceptance_on is not null),
        count (*) filter (where contract_on > acceptance_on),
        count (*) filter (where connection_on < filing_on),
        count (*) filter (where started_on < permit_on),
        count (*) filter (where acceptance_on is not null and fitted_on is null),
        count (*) filter (where not shown_to_buyer),
        count (*) filter (where for_sale and completed_on is not null and shown_to_buyer is null),
        count (*) filter (where bearer = 'buyer'),
        count (*) filter (where installation_bearer = 'buyer'),
        count (*) filter (where first_bearer = 'buyer'),
        count (*) filter (where luban)]) as n,
      count (*) / 5 as many
    from gates) x where n not between 1 and many $$, 'each breach of a gate is somewhere, in less than a fifth of the projects');
select isnt_empty ('select from gates where permit_on < ''2010-07-23''', 'some permits are older than the document');
select is_empty ($$ select from jl.building where (use in (2, 3, 4) and id % 31 > 0) <> (department is not null) $$, 'offices and public buildings have their department, no other');
select isnt_empty ('select from jl.retrofit_project where sources_done_on is not null', 'some projects say when sources and networks were done');
select is_empty ($$ select from gates g join jl.practice_profiles () f on f.profile in ('perfect', 'excellent')
    join jl.practice_leaves (1) l on l.assessed_id = f.assessed_id and l.leaf_id = g.unit_id
  where complies is false or 'buyer' in (bearer, installation_bearer, first_bearer) or contract = 'none' or permit_on is null or company_present is false $$,
  'nothing is wrong with the projects of a model unit');
select is_empty ($$ select from jl.new_project p join jl.project_gate g on g.project_id = p.id where g.unit_id <> p.unit_id
  or g.done_on > '2014-12-31' or p.started_on > '2014-12-31' $$, 'gates lie in their project''s place and in the past');

select is_empty ($$ select from jl.retrofit_building l join jl.building b on b.id = l.building_id join jl.retrofit_project p on p.id = l.project_id
  where b.unit_id <> p.unit_id or least (b.metered_on, b.energy_retrofit_on) is null
    or extract (year from least (b.metered_on, b.energy_retrofit_on)) <> p.year
    or greatest (b.metered_on, b.energy_retrofit_on) not between p.started_on and p.done_on
    or b.accepted_on > p.accepted_on or p.indoor <> (b.metered_on is not null)
    or p.stock_class <> case b.task_class when 5 then 'existing' when 6 then 'nonsaving' when 2 then 'office' else 'public' end $$,
  'a project agrees with its buildings in place, class and dates');
select is_empty ($$ select p.id from jl.retrofit_project p join jl.retrofit_building l on l.project_id = p.id join jl.building b on b.id = l.building_id
  group by p.id having p.area_dm2 <> sum (case when b.task_class in (2, 3, 4) then b.floor_dm2 else b.residential_dm2 end) $$,
  'and in area');
select is_empty ($$ select from jl.retrofit_building group by building_id having count (*) > 1 $$, 'no building is in two projects');
select isnt_empty ($$ select from jl.retrofit_project where indoor is false and accepted_on is not null $$, 'a retrofit without meters was accepted');
select isnt_empty ($$ select from jl.retrofit_project where indoor is null $$, 'of some nobody said whether meters came');
select isnt_empty ($$ select from jl.retrofit_project where done_on is null and planned_on < '2014-12-31' $$, 'some are late');

select is_empty ($$ select from jl.building where (company_id is null) <> (heat_source = 3 or id % 97 = 0) $$,
  'whoever is heated by a network has a company, as far as it is known');
select is_empty ($$ select from jl.building b join jl.company c on c.id = b.company_id
  where c.ended_on is not null or not exists (select from jl.assessed_unit_part p where p.assessed_id = c.unit_id and p.leaf_id = b.unit_id) $$,
  'a company of its own city');
select is_empty ($$ select from jl.building where metering_method is not null and metered_on is null $$, 'only what is metered has a way of metering');
select isnt_empty ($$ select from jl.building where metering_method is null and metered_on is not null $$, 'which is not always known');
select is_empty ($$ select from jl.supply_contract s join jl.new_project p on p.id = s.project_id
  where s.unit_id <> p.unit_id or s.company_id <> p.company_id or s.builder <> p.developer $$, 'a contract is that of its project');

create temp view billed as
select t.id, t.target_dm2, sum (s.res_metered_dm2)::bigint as done
from jl.company_target t join jl.building b on b.company_id = t.company_id
join jl.building_season s on s.building_id = b.id and s.year = t.year
group by t.id;
select ok (count (*) filter (where done >= target_dm2) > 20 and count (*) filter (where done < target_dm2) > 20,
           'some companies did what they were told, some did not') from billed;
select ok (count (*) filter (where closed_on is null and opened_on < '2013-06-30') between 1 and count (*) / 2, 'some cases have been open for long')
from jl.enforcement_case;
select ok (count (*) filter (where done_on is null and due_on < '2014-12-31') > 0 and count (*) filter (where done_on > due_on) > 0
           and count (*) filter (where done_on <= due_on) > 0, 'tasks are done in time, late, and not yet') from jl.assigned_task;
select ok (count (*) filter (where not l) between 1 and 10 and count (*) filter (where not r) between 1 and 20 and count (*) filter (where not p) between 1 and 20,
           'some units have no leading group, no rules, no plan')
from (
  select exists (select from jl.organisation o where o.unit_id = a.unit_id and o.kind = 'leading_group' and o.ended_on is null) as l,
    exists (select from jl.organisation o where o.unit_id = a.unit_id and o.kind = 'implementing_rules') as r,
    exists (select from jl.five_year_plan p where p.unit_id = a.unit_id) as p
  from jl.assessed_unit a where a.grp <> 'prefecture_sum' and a.valid @> date '2012-12-31') x;
select ok (count (*) between 1 and 40, 'some units lack a letter of the year')
from jl.assessed_unit a
where a.grp <> 'prefecture_sum' and a.valid @> date '2013-12-31'
  and not exists (select from jl.responsibility_letter l where l.unit_id = a.unit_id and l.year = 2013 and l.party = 'province');
select is_empty ($$ select from (
    select entered_at from jl.building union all select entered_at from jl.building_season union all select entered_at from jl.rule
    union all select entered_at from jl.company union all select entered_at from jl.project_gate union all select entered_at from jl.retrofit_project
    union all select entered_at from jl.organisation union all select entered_at from jl.target union all select entered_at from jl.unit_return) x
  where entered_at > '2015-06-01' $$, 'everything became known in its time');

-- Filled without triggers, the registers are searched all the same, and their records lie where the triggers would have let them.
select is_empty ($$ select g.name from jl.register g where g.search <> '{}' and g.search_by = 'words'
  and not exists (select from jl.search_entry e where e.register = g.name) $$, 'every register is found by its words');
create function pg_temp.misplaced () returns setof text language plpgsql as
$$
declare
  g jl.register;
begin
  for g in select * from jl.register where unit_level is not null and name <> 'building_season' order by place_order loop
    return query execute format ('select distinct %1$L || '' '' || unit_id from jl.%1$I where not jl.unit_fits (unit_id, %2$L)', g.name, g.unit_level);
  end loop;
end
$$;
select is_empty ('select pg_temp.misplaced ()', 'every record has a unit of the kind that its register keeps');
set session authorization jl_practice_reader1;
select set_eq ('select jl_api.register_search (''company'', ''长春 演练热力'')', $$ select id::bigint from jl_api.company_list where name like '长春演练热力%' $$,
  'companies are found by their names');
reset session authorization;

-- What was known of a record on a day.
select is_empty ($$ select from jl.building_history h join jl.building b using (id) where h.version <> 1 or b.version <> 2
  or lower (h.known) <> b.entered_at or h.metered_on is not null or upper (h.known) > '2015-06-01' $$, 'a building was entered before its meters');
select is_empty ($$ select from jl.retrofit_project_history h where h.done_on is not null and h.done_on > upper (h.known) or h.accepted_on is not null $$,
  'nothing was known before it was done');
set local jl.known_at = '2012-01-01 00:00:00+08';
select ok (count (*) > 0 and count (*) < (select count (*) from jl.retrofit_project) and count (*) = count (started_on)
           and count (*) filter (where done_on > '2012-01-01') = 0, 'the projects of a past day are those begun by then')
from jl_api.retrofit_project_known_list;

select is (encode (sha256 (string_agg (d, E'\n' order by d collate "C")::bytea), 'hex'), 'ccc9ab3c01a5c53d06f066d14eb06a174d4a1686558dac2a341739ca517e0576',
           'the projects, companies and cases are those of every other machine')
from (
  select format ('%s %s %s %s', code, name, developer, started_on) as d from jl.new_project
  union all select format ('%s %s %s %s', project_id, gate, state, done_on) from jl.project_gate
  union all select format ('%s %s %s %s', code, name, area_dm2, accepted_on) from jl.retrofit_project
  union all select format ('%s %s %s', code, name, licence_no) from jl.company
  union all select format ('%s %s %s', number, subject, closed_on) from jl.enforcement_case
  union all select format ('%s %s %s', name, document, decided_on) from jl.organisation) x;

select lives_ok ('select jl.practice_references ()', 'every reference leads to a record');
set local session_replication_role = replica;
delete from jl.company where code = '220100-R01';
set local session_replication_role = origin;
select throws_ok ('select jl.practice_references ()', '23503', null, 'one that leads to nothing is found');

select throws_ok ('select jl.practice_fill (600, 2010, 2014)', 'JL003', null, 'a full database is not filled again');
update jl.installation set kind = 'official';
select throws_ok ('select jl.practice_fill (600, 2010, 2014)', 'JL003', null, 'nor an official one');

select * from finish ();
rollback;

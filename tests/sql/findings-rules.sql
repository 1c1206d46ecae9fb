-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Every rule of findings: a made-up county does all it should, so that nothing is found; each case spoils one thing, and is undone.
-- A rule without its three kinds of case (fires, silent, edge) fails here.

begin;

\ir findings-rules-county.sql

create temp table cases (
  rule text, kind text check (kind in ('fires', 'silent', 'edge')), fires boolean not null, day date not null default '2012-12-31',
  says text not null, setup text not null);

\ir findings-rules-new.sql
\ir findings-rules-meters.sql
\ir findings-rules-prices.sql
\ir findings-rules-tasks.sql
\ir findings-rules-systems.sql
\ir findings-rules-duties.sql

-- Four of the cases, one a rule, one a case, what is told of ten.
select plan ((4 + (select count (*) from jl.finding_rule where place_order > 0) + (select count (*) from cases) + 10)::int);

-- What a rule finds of the county (of the province: in its records) after a setup, which is undone.
create function pg_temp.found (p_rule text, p_day date, p_setup text) returns int language plpgsql as
$$
declare
  n int;
begin
  begin
    execute p_setup;
    execute format ('select count (*) from jl.%I ($1) f where f.unit_id = 9001 or f.unit_id = jl.finding_province () and f.record_id > 9000',
                    'finding_' || p_rule) into n using p_day;
    raise exception using errcode = 'ZZ001';
  exception when sqlstate 'ZZ001' then
    return n;
  end;
end
$$;

select is_empty ($$ select r.code from jl.finding_rule r where r.place_order > 0 and to_regprocedure ('jl.finding_' || r.code || '(date)') is null $$,
  'every rule has its function');
select is_empty ($$
  select r.code, k.kind from jl.finding_rule r cross join (values ('fires'), ('silent'), ('edge')) k (kind)
  where r.place_order > 0 and not exists (select from cases c where c.rule = r.code and c.kind = k.kind) $$,
  'every rule has a case that fires, one that does not, one at the edge');
select is_empty ($$ select c.rule from cases c left join jl.finding_rule r on r.code = c.rule and r.place_order > 0 where r.code is null $$,
  'every case is of a rule');
select is_empty ($$ select c.rule from cases c where (c.kind = 'fires') <> c.fires and c.kind <> 'edge' $$, 'cases are of the kind they say');

select is (pg_temp.found (r.code, '2012-12-31', 'select'), 0, r.code || ': nothing of a county that does all it should')
from jl.finding_rule r where r.place_order > 0 order by r.place_order;

select is (pg_temp.found (c.rule, c.day, c.setup) > 0, c.fires, c.rule || ', ' || c.kind || ': ' || c.says) from cases c;

-- What is told of it; a share near its limit and a difference near the tolerance are printed so far that they bear the finding out.
create function pg_temp.told (p_rule text, p_day date, p_setup text) returns text language plpgsql as
$$
declare
  words text;
begin
  begin
    execute p_setup;
    execute format ('select jl.finding_sentence (r.sentence, jsonb_strip_nulls (f.evidence), $1) from jl.%I ($1) f join jl.finding_rule r on r.code = %L where f.unit_id = 9001',
                    'finding_' || p_rule, p_rule) into words using p_day;
    raise exception using errcode = 'ZZ001';
  exception when sqlstate 'ZZ001' then
    return words;
  end;
end
$$;
select is (pg_temp.told ('share_settled_below', '2013-07-15', 'update jl.unit_return set res_metered_dm2 = 849999 where id = 9003'),
  '结算占集中供热总面积的24.99997%，低于25%（8499.99㎡÷34000㎡），原按台账为70.59%（24000㎡÷34000㎡），应核实更正', 'below the line by one dm²');
select is (pg_temp.told ('share_settled_differs', '2013-07-15', 'update jl.unit_return set res_metered_dm2 = 2365999 where id = 9003'),
  '结算占集中供热总面积的69.59%（2.37万㎡÷3.40万㎡），按台账为70.59%（2.40万㎡÷3.40万㎡），相差1.00003个百分点，容许1个百分点', 'apart by one dm² more than allowed');
select is (pg_temp.told ('return_not_reviewed', '2013-03-01', 'update jl.unit_return set sent_back_on = ''2013-02-05'', reviewed_on = null where id = 9001'),
  '年度任务报表2013-01-31报送，应于2013-02-15前由长春市初审，2013-02-05退回修改，逾期14天未通过', 'sent back');
select is (pg_temp.told ('return_not_reviewed', '2013-02-16', 'update jl.unit_return set sent_back_on = ''2013-02-17'', reviewed_on = null where id = 9001'),
  '年度任务报表2013-01-31报送，应于2013-02-15前由长春市初审，逾期1天未通过', 'what comes later is not told');
select is (pg_temp.told ('org_late_rules', '2012-12-31', 'update jl.organisation set decided_on = ''2012-12-01'' where unit_id = 9001 and kind = ''implementing_rules'''),
  '应于2010-10-24前印发实施细则和办法，2012-12-01才印发，迟769天', 'issued late');
select is (pg_temp.told ('org_late_leading_group', '2012-12-31', 'update jl.organisation set decided_on = ''2012-12-01'' where unit_id = 9001 and kind = ''leading_group'''),
  '应于2010-10-24前建立领导小组，2012-12-01才建立，迟769天', 'set up late');
select is (pg_temp.told ('meter_overdue', '2012-12-31', 'update jl.verification set valid_until = ''2012-09-30'' where id = 9001'),
  '2012-06-15检定，有效期至2012-09-30，已超期92天', 'verified and lapsed');
select is (pg_temp.told ('meter_overdue', '2012-12-31',
    'update jl.meter_batch set installed_on = ''2009-07-01'', in_use_on = ''2009-10-20'' where id = 9001; delete from jl.verification where id = 9001'),
  '2009-10-20投用，没有检定合格记录，检定周期至2012-10-20，已超期72天', 'never verified');
select is (pg_temp.told ('energy_far_from_peers', '2012-12-31',
    'delete from jl.energy_use where id < 9000; update jl.energy_use set heat_100kj = 72000000, coal_kgce = 400000 where id = 9001'),
  '耗热量0.7200GJ/㎡，同组3家中位数0.3600GJ/㎡，为其2.00倍；能耗40.00kgce/㎡，同组3家中位数20.00kgce/㎡，为其2.00倍', 'heat and coal');
select is (pg_temp.told ('letter_differs', '2012-12-31',
    'insert into jl.target (id, unit_id, task, strength, starts_on, goal, basis, document) values (9007, 9001, ''share'', ''gradually'', ''2010-07-23'', 25, ''letter'', ''演练'');
     insert into jl.target_year (target_id, year, share) values (9007, 2012, 20);
     update jl.responsibility_letter set share = 15, nonsaving_dm2 = 500000 where unit_id = 9001 and party = ''province'''),
  '2012年非节能居住建筑改造：责任书0.5万㎡，年度任务0.6万㎡；住宅计量收费面积占比：责任书15%，年度任务20%；指标按年度任务分解计算', 'letter and yearly target');

select * from finish ();
rollback;

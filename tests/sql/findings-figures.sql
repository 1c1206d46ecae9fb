-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Where a figure of a clause and a rule of findings count the same, they agree, place by place, on practice data of 2014; and terms that no
-- paper names are set once, by the rule of the day they run from.

begin;
select plan (22);

-- Practice has no contract of that year.
update jl.supply_contract set signed_on = '2014-06-01', manages = id % 2 = 0
where id in (select id from jl.supply_contract where num_nulls (selects, buys, manages, bills, maintains) = 0 order by id limit 2);

-- What a rule finds on the cut-off day, summed for whoever answers; what: a number of each finding.
create temp table found (unit_id int, rule text, n bigint, evidence jsonb);
insert into found select f.unit_id, 'complaint_overdue', 1, f.evidence from jl.finding_complaint_overdue ('2014-12-31') f
union all select f.unit_id, 'dispute_overdue', 1, f.evidence from jl.finding_dispute_overdue ('2014-12-31') f
union all select f.unit_id, 'task_overdue', 1, f.evidence from jl.finding_task_overdue ('2014-12-31') f
union all select f.unit_id, 'boiler_overdue', 1, f.evidence from jl.finding_boiler_overdue ('2014-12-31') f
union all select f.unit_id, 'fee_on_residents', 1, f.evidence from jl.finding_fee_on_residents ('2014-12-31') f where f.evidence ->> 'verified_on' >= '2014'
union all select f.unit_id, 'firm_contract_duties', 1, '{}' from jl.finding_firm_contract_duties ('2014-12-31') f
  join jl.supply_contract c on c.id = f.record_id where c.signed_on >= '2014-01-01' and num_nulls (c.selects, c.buys, c.manages, c.bills, c.maintains) = 0
union all select f.unit_id, 'firm_target_unmet', 1, '{}' from jl.finding_firm_target_unmet ('2015-04-30') f where f.year = 2014
union all select f.unit_id, 'device_no_certificate', (f.evidence ->> 'n')::int, '{}' from jl.finding_device_no_certificate ('2014-12-31') f
  join jl.meter_batch b on b.id = f.record_id where b.in_use_on <= '2014-12-31'
union all select f.unit_id, 'outage_late', 1, '{}' from jl.finding_outage_late ('2014-12-31') f join jl.outage o on o.id = f.record_id where o.due_on >= '2014-05-01'
union all select f.unit_id, 'share_below_line', 1, '{}' from jl.finding_share_below_line ('2014-12-31') f;
create temp table told as
select a.unit_id, t.rule, coalesce (sum (f.n), 0)::bigint as n
from jl.assessed ('2014-12-31') a
cross join (values ('complaint_overdue'), ('dispute_overdue'), ('task_overdue'), ('boiler_overdue'), ('fee_on_residents'), ('device_no_certificate'),
                   ('firm_contract_duties'), ('firm_target_unmet'), ('outage_late')) t (rule)
left join lateral (select s.source_id from jl.answers ('2014-12-31') s where s.unit_id = a.unit_id) s on true
left join found f on f.unit_id = s.source_id and f.rule = t.rule
  and (f.rule not in ('complaint_overdue', 'dispute_overdue') or f.evidence ->> 'what' = '尚未办结')
group by a.unit_id, t.rule;
create temp table figures as select * from jl_api.clause_figures (2014, '2014-12-31');
create temp table season as select * from jl_api.clause_figures (2014);

-- Places whose figure is known, and differs from the findings. p_left: what a share lacks to the whole.
create function pg_temp.differ (p_rule text, p_indicator text, p_left boolean default false)
returns table (unit_id int, found bigint, told bigint)
language sql as
$$
  select f.unit_id, t.n, case when p_left then f.denominator - f.numerator else f.numerator end
  from (select * from figures union all select * from season where p_rule = 'firm_target_unmet') f
  join told t on t.unit_id = f.unit_id and t.rule = p_rule
  where f.indicator = p_indicator and f.state = 'value' and (p_rule <> 'firm_target_unmet' or f.indicator = 'firm_targets')
    and t.n <> case when p_left then f.denominator - f.numerator else f.numerator end
$$;
delete from figures where indicator = 'firm_targets';

select is_empty ($$ select rule from told group by rule having max (n) = 0 $$, 'each rule finds something somewhere, so that there is something to compare');
select isnt_empty ($$ select from found where rule = 'share_below_line' $$, 'so does the line');
select is_empty ($$ select * from pg_temp.differ ('complaint_overdue', 'voice_overdue') $$, 'as many overdue complaints as the figure says');
select is_empty ($$ select * from pg_temp.differ ('dispute_overdue', 'voice_dispute_overdue') $$, 'as many overdue disputes');
select is_empty ($$ select * from pg_temp.differ ('task_overdue', 'org_tasks_overdue') $$, 'as many overdue tasks');
select is_empty ($$ select * from pg_temp.differ ('boiler_overdue', 'boiler_merged', true) $$, 'as many boiler houses past their day as were not merged of those planned');
select is_empty ($$ select * from pg_temp.differ ('fee_on_residents', 'meter_fee') $$, 'as many fees charged to residents');
select is_empty ($$ select * from pg_temp.differ ('device_no_certificate', 'meter_certified', true) $$, 'as many devices without certificates');
select is_empty ($$ select * from pg_temp.differ ('firm_contract_duties', 'firm_duties', true) $$, 'as many contracts that leave out a duty');
select is_empty ($$ select * from pg_temp.differ ('firm_target_unmet', 'firm_targets', true) $$, 'as many companies that missed their target');
select is_empty ($$ select * from pg_temp.differ ('outage_late', 'outage_late') $$, 'as many outages repaired late or not at all');
select is_empty (
  $$ select f.unit_id, f.state from jl_api.figures (2014, '2014-12-31') f
     left join found x on x.unit_id = f.unit_id and x.rule = 'share_below_line'
     where f.indicator = 'metered_share' and f.state = 'value' and (f.numerator * 100 < f.threshold * f.denominator) <> (x.unit_id is not null)
       and exists (select from jl.policy (2014) q where q.unit_id = f.unit_id and q.bar_applies) $$, 'below the line where the share is');

-- Terms.
create temp table place as select min (p.leaf_id) as leaf, jl.unit_of_code ('220100') as city from jl.assessed_unit_part p where p.assessed_id = jl.unit_of_code ('220100');
select is_empty ($$ select 'complaint', id from jl.complaint where due_on is null union all select 'dispute', id from jl.dispute where due_on is null
                    union all select 'outage', id from jl.outage where due_on is null
                    union all select 'verification', id from jl.verification where valid_until is null $$, 'every record has its term');
insert into jl.complaint (id, unit_id, number, received_on, kind) select 9501, leaf, 'TERM-1', '2014-06-01', 'billing' from place;
insert into jl.complaint (id, unit_id, number, received_on, due_on, kind) select 9502, leaf, 'TERM-2', '2014-06-01', '2014-07-31', 'billing' from place;
insert into jl.outage (id, unit_id, began_on, cause) select 9501, leaf, '2014-11-01', 'network' from place;
select results_eq ($$ select due_on from jl.complaint where id in (9501, 9502) order by id $$, $$ values (date '2014-06-16'), ('2014-07-31') $$, 'the rule''s, or its own');
select is (due_on, date '2014-11-03', 'of an outage') from jl.outage where id = 9501;
update jl.complaint set received_on = '2014-06-11' where id in (9501, 9502);
select results_eq ($$ select due_on from jl.complaint where id in (9501, 9502) order by id $$, $$ values (date '2014-06-26'), ('2014-07-31') $$,
  'the rule''s follows its first day, its own does not');
update jl.complaint set due_on = null where id = 9502;
select is (due_on, date '2014-06-26', 'set by the rule when it is taken away') from jl.complaint where id = 9502;
insert into jl.rule (kind, valid, value_number, unit_id, basis) select 'finding.complaint_days', daterange ('2014-09-01', null), 20, city, '演练' from place;
select is (due_on, date '2014-06-26', 'a later rule changes no term') from jl.complaint where id = 9501;
insert into jl.complaint (id, unit_id, number, received_on, kind) select v.id, leaf, 'TERM-' || v.id, v.day, 'billing' from place cross join (values
  (9503, date '2014-08-31'), (9504, '2014-09-01')) v (id, day);
select results_eq ($$ select due_on - received_on from jl.complaint where id in (9503, 9504) order by id $$, $$ values (15), (20) $$,
  'the rule of the city that answers for the place, from its first day');
insert into jl.meter_batch (id, unit_id, number, product_id, role, n, in_use_on) select 9501, leaf, 'TERM', (select min (id) from jl.product), 'settlement', 1, '2014-06-01' from place;
insert into jl.verification (id, batch_id, unit_id, kind, verified_on, n_sent) select 9501, 9501, leaf, 'first', '2014-02-28', 1 from place;
select is (valid_until, date '2017-02-28', 'a verification lasts the cycle of the rule') from jl.verification where id = 9501;
delete from jl.rule where kind = 'finding.dispute_days';
insert into jl.dispute (id, unit_id, number, received_on, kind) select 9501, leaf, 'TERM', '2014-06-01', 'meter_error' from place;
select is (due_on, null, 'without a rule there is no term') from jl.dispute where id = 9501;
select is_empty ($$ select f.record_id from jl.finding_dispute_overdue ('2014-12-31') f where f.record_id = 9501 $$, 'and no finding');

select * from finish ();
rollback;

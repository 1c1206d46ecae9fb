-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data show every rule at work, and none at work everywhere; findings stand in every state.

begin;
select plan (9);

select is_empty ($$ select r.code from jl.finding_rule r where r.place_order > 0 and not exists (select from jl.finding f where f.rule = r.code) $$,
  'every rule fires somewhere');
select is_empty (
  $$ select f.rule from jl.finding f join jl.finding_homes (date '2014-12-31') h on h.unit_id = f.unit_id where f.state <> 'closed'
     group by f.rule having count (distinct h.assessed_id) >= (select count (*) from jl.finding_units (date '2014-12-31')) $$,
  'no rule fires everywhere');
select set_eq ('select distinct state from jl.finding', array['open', 'explained', 'accepted', 'rejected', 'planned', 'closed'], 'in every state');
select set_eq ('select distinct severity from jl_api.finding_list where state <> ''closed''', array['blocks', 'decide', 'warning', 'note'],
  'of every severity');
select isnt_empty ('select from jl.finding_step where from_state = ''closed''', 'some were opened again');
select isnt_empty ('select from jl_api.finding_list where overdue and state = ''planned''', 'some plans are past their day');
select is_empty ($$ select rule, evidence from jl_api.finding_list where evidence is null or evidence = '' or evidence ~ '[][{}]' $$,
  'every sentence is whole');
select is_empty ($$ select rule, record_id from jl_api.finding_list where register is not null and record_label is null $$,
  'every record has a name');
select is_empty (
  $$ select f.id from jl.finding f
     left join lateral (select s.to_state from jl.finding_step s where s.finding_id = f.id order by s.id desc limit 1) l on true
     where l.to_state is distinct from f.state or (f.state = 'closed') = f.fires $$, 'the last step of each says where it stands');

select * from finish ();
rollback;

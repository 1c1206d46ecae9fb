-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 三(五): a county's returns pass the preliminary review of its prefecture; through whom a unit reports is a dated rule. And 采暖期结算报表:
-- the areas of a season as settled, due in June, against which the share is held (五(二)3).

alter table jl.unit_return drop constraint unit_return_form_check;
alter table jl.unit_return
  add reviewed_on date,
  add sent_back_on date,
  add heated_dm2 bigint,
  add res_heated_dm2 bigint,
  add res_metered_dm2 bigint,
  add constraint unit_return_form_check check (form in ('billing', 'tasks', 'settled')),
  add constraint unit_return_reviewed check (reviewed_on >= filed_on),
  add constraint unit_return_sent_back check (sent_back_on <= reviewed_on),
  add constraint unit_return_areas check (res_metered_dm2 between 0 and res_heated_dm2 and res_heated_dm2 <= heated_dm2),
  add constraint unit_return_settled check (num_nonnulls (heated_dm2, res_heated_dm2, res_metered_dm2) in (0, 3)),
  add constraint unit_return_of_season check (form = 'settled' or heated_dm2 is null),
  add constraint unit_return_arrived check (filed_on is not null or num_nonnulls (reviewed_on, sent_back_on, heated_dm2) = 0);
alter table jl.unit_return_history
  add reviewed_on date,
  add sent_back_on date,
  add heated_dm2 bigint,
  add res_heated_dm2 bigint,
  add res_metered_dm2 bigint;

insert into jl.rule_kind (code, label, value_type, choices, clause, owner_duty) values
  ('report.line', '报表报送渠道', 'choice', '{through_prefecture,direct}', '三（五）', 'jl_housing'),
  ('finding.review_days', '报表市（州）初审天数', 'number', null, '三（五）', 'jl_housing'),
  ('finding.settled_tolerance', '结算口径占比与台账口径占比的容许偏差（百分点）', 'number', null, '五（二）3', 'jl_housing');
-- Returns that came before nobody could say whether they had passed: where there are some, they are asked for it from today on.
insert into jl.rule (kind, valid, value_choice, basis)
select 'report.line', daterange (case when exists (select from jl.unit_return) then current_date else '2010-07-23' end, null), 'through_prefecture',
  '建议值：县（市）报表经所属市（州）初审；省直管县（市）另设';
insert into jl.rule (kind, valid, value_number, basis) values
  ('finding.review_days', '[2005-01-01,)', 15, '建议值'),
  ('finding.settled_tolerance', '[2005-01-01,)', 1, '建议值');

-- A figure may rest on the settled return alone.
alter table jl.clause_indicator drop constraint clause_indicator_form_check;
alter table jl.clause_indicator add constraint clause_indicator_form_check check (form in ('tasks', 'billing', 'settled'));
insert into jl.clause_indicator (place_order, code, clause_id, clause, label, kind, unit, register, form, span, counts, demand, basis) values
  (5, 'settled_share', 'C-25', '五（二）3', '结算口径住宅供热计量收费比例', 'share', '%', 'unit_return', 'settled', 'year', null, null,
   '采暖期结算报表的住宅供热计量收费面积÷集中供热面积（分母按规则）；6月30日前未到期');
update jl.clause_indicator set basis = basis || '；采暖期结算报表计入其报送期限所在年度' where code = 'returns_in_time';

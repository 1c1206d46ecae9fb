-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- That a price policy came out (三(一)) is said by the register of price policies alone. What had been entered as a fulfilled task
-- becomes a policy of its unit with the same day and the same past; what nobody asked for then is said to be missing in the note.

insert into jl.price_policy (id, version, unit_id, number, title, issuer, issued_on, effective_on, note, entered_at)
select t.id, t.version, t.unit_id, t.document || case when count (*) over (partition by t.document) > 1 then '　' || t.id else '' end,
  t.document, '未登记', t.done_on, t.done_on, '由任务完成登记转入，文号、发布机关、施行日期待补',
  coalesce ((select min (upper (h.known)) from jl.task_completion_history h where h.id = t.id), now())
from jl.task_completion t;

insert into jl.price_policy_history (id, version, unit_id, number, title, issuer, issued_on, effective_on, note, entered_at, known, ended_by)
select t.id, t.version, t.unit_id, t.document, t.document, '未登记', t.done_on, t.done_on, '由任务完成登记转入，文号、发布机关、施行日期待补',
  min (upper (t.known)) over (partition by t.id), t.known, t.ended_by
from jl.task_completion_history t;

select setval (pg_get_serial_sequence ('jl.price_policy', 'id'),
               greatest ((select max (id) from jl.price_policy), (select max (id) from jl.price_policy_history), 1));

drop table jl.task_completion, jl.task_completion_history;

-- 奖励资金 by the national formula (财建〔2007〕957号): its coefficients are rules of the finance department. The factor of progress is asked
-- on the first day of the season before which a project was done.
insert into jl.rule_kind (code, label, value_type, choices, clause, owner_duty) values
  ('fund.base_yuan_m2', '奖励基准（元/㎡）', 'number', null, '五（二）1', 'jl_finance'),
  ('fund.weight.envelope', '围护结构改造权重（%）', 'number', null, '五（二）1', 'jl_finance'),
  ('fund.weight.indoor', '室内计量及温控改造权重（%）', 'number', null, '五（二）1', 'jl_finance'),
  ('fund.weight.sources', '热源及管网改造权重（%）', 'number', null, '五（二）1', 'jl_finance'),
  ('fund.content_part', '按改造内容计算的部分（%）', 'number', null, '五（二）1', 'jl_finance'),
  ('fund.progress', '进度系数', 'number', null, '五（二）1', 'jl_finance');

insert into jl.rule (kind, valid, value_number, basis) values
  ('fund.base_yuan_m2', '[2007-12-20,)', 55, '财建〔2007〕957号：严寒地区55元/㎡'),
  ('fund.weight.envelope', '[2007-12-20,)', 60, '财建〔2007〕957号：建筑围护结构节能改造60%'),
  ('fund.weight.indoor', '[2007-12-20,)', 30, '财建〔2007〕957号：室内供热系统计量及温度调控改造30%'),
  ('fund.weight.sources', '[2007-12-20,)', 10, '财建〔2007〕957号：热源及供热管网热平衡改造10%'),
  ('fund.content_part', '[2007-12-20,)', 70, '财建〔2007〕957号：改造内容部分70%，节能效果部分30%'),
  ('fund.progress', '[2007-12-20,2010-01-01)', 1.2, '建议值：2009年采暖期前完成'),
  ('fund.progress', '[2010-01-01,2011-01-01)', 1.0, '建议值：2010年采暖期前完成'),
  ('fund.progress', '[2011-01-01,)', 0.8, '建议值：2011年采暖期前完成，以后年度沿用');

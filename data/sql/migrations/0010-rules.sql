-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The kinds of rule and the province's own values, each with its clause of 吉政发〔2010〕20号 or the word that it is a proposal (建议值).
-- A unit's or group's own value is one more row of jl.rule.

insert into jl.rule_kind (code, label, value_type, choices, clause, owner_duty) values
  ('metered_share.threshold', '住宅计量收费面积占比下限（%）', 'number', null, '五（二）3', 'jl_housing'),
  ('metered_share.denominator', '占比分母', 'choice', '{total,residential}', '五（二）3', 'jl_housing'),
  ('metered_share.missing_limit', '判定未触发时可容许的缺数建筑比例（%）', 'number', null, '考核管理需要', 'jl_housing'),
  ('bar.applies', '不得申报条款是否适用', 'choice', '{yes,no}', '五（二）3', 'jl_housing'),
  ('assess.group', '视同组别', 'choice', '{prefecture,county,committee,prefecture_sum}', '三（五）', 'jl_housing'),
  ('cutoff.tasks', '任务数据截止日', 'choice', null, '考核管理需要', 'jl_housing'),
  ('cutoff.billing', '计量收费数据截止日', 'choice', null, '考核管理需要', 'jl_housing'),
  ('existing.basically_met', '基本完成的比例（%）', 'number', null, '三（四）', 'jl_housing'),
  ('pace.on', '达到序时进度的下限', 'number', null, '考核管理需要', 'jl_housing'),
  ('pace.slow', '略低于序时进度的下限', 'number', null, '考核管理需要', 'jl_housing'),
  ('pace.first_month', '施工期首月', 'number', null, '考核管理需要', 'jl_housing'),
  ('pace.last_month', '施工期末月', 'number', null, '考核管理需要', 'jl_housing'),
  ('season.first_day', '采暖期首日', 'choice', null, '三（一）', 'jl_price');

insert into jl.rule (kind, grp, valid, value_number, value_choice, basis) values
  ('metered_share.threshold', null, '[2010-07-23,)', 25, null, '吉政发〔2010〕20号五（二）3：占总供热面积低于25%的城市不得申报'),
  ('metered_share.denominator', null, '[2010-07-23,)', null, 'total', '吉政发〔2010〕20号五（二）3：以集中供热总面积为分母'),
  ('metered_share.missing_limit', null, '[2010-07-23,)', 5, null, '建议值：缺数建筑超过此比例，不作未触发判定'),
  ('bar.applies', 'prefecture', '[2010-07-23,)', null, 'yes', '吉政发〔2010〕20号五（二）3'),
  ('bar.applies', 'county', '[2010-07-23,)', null, 'yes', '吉政发〔2010〕20号三（五）、五（二）3：可申报奖项的县（市）'),
  ('bar.applies', 'committee', '[2010-07-23,)', null, 'no', '吉政发〔2010〕20号五（二）3只约束城市'),
  ('bar.applies', 'prefecture_sum', '[2010-07-23,)', null, 'no', '州合计不作判定'),
  ('cutoff.tasks', null, '[2005-01-01,)', null, '12-31', '建议值：任务按自然年度截止'),
  ('cutoff.billing', null, '[2005-01-01,)', null, '+1-04-30', '建议值：计量收费按采暖期截止'),
  ('existing.basically_met', null, '[2010-07-23,)', 90, null, '建议值：达到底数的90%为基本完成'),
  ('pace.on', null, '[2005-01-01,)', 0.95, null, '建议值'),
  ('pace.slow', null, '[2005-01-01,)', 0.60, null, '建议值'),
  ('pace.first_month', null, '[2005-01-01,)', 5, null, '建议值：施工期5月至10月'),
  ('pace.last_month', null, '[2005-01-01,)', 10, null, '建议值：施工期5月至10月'),
  ('season.first_day', null, '[2005-01-01,)', null, '10-25', '建议值：各地另行公布的，按单位设定');

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Figures of clauses that had findings only: 没有按要求完成 and the Luban prize (五(二)3), and the papers that rules rest on.

insert into jl.clause_indicator (place_order, code, clause_id, clause, label, kind, unit, register, form, span, counts, demand, basis) values
  (12, 'done_tasks', 'C-DONE', '五（二）3', '到期任务完成率', 'share', '%', 'target', 'tasks', 'whole', null, 'all',
   '达到要求的任务÷至截止日到期的任务（必须、力争、基本完成）；有到期任务缺数据的地区计为缺失'),
  (14, 'done_must', 'C-DONE', '五（二）3', '到期未完成的必须完成任务', 'count', '项', 'target', 'tasks', 'whole', null, 'none',
   '至截止日到期而未达到要求的必须完成任务；缺数据、又无未完成的计为缺失'),
  (225, 'luban_breaches', 'C-LUBAN', '五（二）3', '拟申报鲁班奖项目存在建设问题率', 'share', '%', 'new_project', 'tasks', 'year', null, 'none',
   '当年竣工的拟申报鲁班奖项目：存在供热计量建设问题的÷能判定的；资料未报的计为缺失'),
  (1060, 'basis_rules', 'C-BASIS', '政策依据', '有现行文件依据的规则比例', 'share', '%', 'rule', null, 'whole', null, null,
   '引用现行有效文件的规则÷至截止日执行的规则；其余为建议值或依据已失效');

-- The devices of a project are looked up by it.
create index meter_batch_project on jl.meter_batch (project_id) where project_id is not null;

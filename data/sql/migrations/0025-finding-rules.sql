-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What the rules of findings need beside the registers: the sentence their evidence is told in, the paper they rest on, when they were
-- last reconciled, and the limits and tolerances that they read (jl.rule). The rules themselves stand with their functions (define/8…).

-- sentence: {key} is a value of the evidence, {key:area} dm² as 万㎡, {key:money} fen as 万元, {key:yuan} as 元, {key:late} days from that day to the last
-- reconciliation; what stands in [ ] falls away when a value in it is missing. place_order < 0: a rule of an earlier version.
-- looked_on: the day of its last reconciliation; until then a finding that fires was last seen.
alter table jl.finding_rule
  add sentence text not null,
  add document_id int not null references jl.policy_document,
  add looked_on date;

-- Every reconciliation. seen: what was committed then, so that what was written since can be told from it.
create table jl.finding_refresh (
  id       int generated always as identity primary key,
  as_of    date not null,
  at       timestamptz not null default now(),
  actor    name not null default session_user,
  whole    boolean not null,
  opened   int not null,
  closed   int not null,
  reopened int not null,
  still    int not null,
  seen     pg_snapshot not null default pg_current_snapshot()
);

create index on jl_audit.log (xid);

-- On which day's findings the assessment was computed.
alter table jl.assessment add findings_on date;

insert into jl.rule_kind (code, label, value_type, choices, clause, owner_duty) values
  ('finding.overdue_days', '问题未处理视为逾期的天数', 'number', null, '考核管理需要', 'jl_housing'),
  ('finding.price_tolerance', '计量热价与测算价的容许偏差（%）', 'number', null, '四（一）', 'jl_price'),
  ('finding.basic_share_min', '基本热价比例下限（%）', 'number', null, '四（一）', 'jl_price'),
  ('finding.basic_share_max', '基本热价比例上限（%）', 'number', null, '四（一）', 'jl_price'),
  ('finding.verification_months', '未载明有效期的检定周期（月）', 'number', null, '四（四）', 'jl_quality'),
  ('finding.peer_factor', '单位面积耗热量为同组中位数的倍数上限', 'number', null, '四（七）', 'jl_housing'),
  ('finding.pass_rate', '室温抽测合格率下限（%）', 'number', null, '五（二）2', 'jl_housing'),
  ('finding.repair_days', '未规定期限的供热故障修复天数', 'number', null, '五（二）2', 'jl_housing'),
  ('finding.received_part', '年末资金到位比例下限（%）', 'number', null, '五（二）1', 'jl_finance'),
  ('finding.fund_scope', '验收前支出的核查范围', 'choice', '{all,government}', '五（二）1', 'jl_finance'),
  ('finding.account_part', '户籍热费账户建档率下限（%）', 'number', null, '四（五）', 'jl_housing'),
  ('finding.letter_month', '责任书签订截止月份', 'number', null, '五（二）2', 'jl_housing'),
  ('finding.case_days', '执法案件办理天数', 'number', null, '五（二）2', 'jl_housing'),
  ('finding.complaint_days', '未规定期限的投诉办理天数', 'number', null, '五（四）', 'jl_housing'),
  ('finding.dispute_days', '未规定期限的计量纠纷办理天数', 'number', null, '五（一）', 'jl_quality');

insert into jl.rule (kind, valid, value_number, value_choice, basis) values
  ('finding.overdue_days', '[2005-01-01,)', 60, null, '建议值：整改报告60天内报送'),
  ('finding.price_tolerance', '[2005-01-01,)', 2, null, '建议值：与考核评分表A24满分档一致'),
  ('finding.basic_share_min', '[2005-01-01,)', 30, null, '发改价格〔2007〕1195号：基本热价按总热价的30%至60%，施行前请核对原文'),
  ('finding.basic_share_max', '[2005-01-01,)', 60, null, '发改价格〔2007〕1195号：基本热价按总热价的30%至60%，施行前请核对原文'),
  ('finding.verification_months', '[2005-01-01,)', 36, null, '建议值：热量表检定周期一般为3年'),
  ('finding.peer_factor', '[2005-01-01,)', 1.5, null, '建议值'),
  ('finding.pass_rate', '[2005-01-01,)', 90, null, '建议值：与考核评分表A83下限一致'),
  ('finding.repair_days', '[2005-01-01,)', 2, null, '建议值'),
  ('finding.received_part', '[2005-01-01,)', 50, null, '建议值'),
  ('finding.fund_scope', '[2005-01-01,)', null, 'all', '建议值：全部资金来源；只核查政府奖励资金的可另设'),
  ('finding.account_part', '[2005-01-01,)', 90, null, '建议值'),
  ('finding.letter_month', '[2005-01-01,)', 4, null, '建议值：3月至4月分解任务、签订责任书'),
  ('finding.case_days', '[2005-01-01,)', 180, null, '建议值'),
  ('finding.complaint_days', '[2005-01-01,)', 15, null, '建议值'),
  ('finding.dispute_days', '[2005-01-01,)', 30, null, '建议值');

insert into jl.policy_document (number, title, issuer, rank, issued_on, effective_on, note) values
  ('发改价格〔2007〕1195号', '城市供热价格管理暂行办法', '国家发展改革委、建设部', 'ministry', '2007-06-03', '2007-10-01', '印发日期待核对原文');
update jl.rule set document_id = (select id from jl.policy_document where number = '发改价格〔2007〕1195号')
where kind in ('finding.basic_share_min', 'finding.basic_share_max');

-- How a record is called where codes or bare years said little.
update jl.register g set label = n.label
from (values
  ('target', 'jl.task_name (r.task) || ''　'' || r.document'),
  ('price', '(select p.number from jl.price_policy p where p.id = r.policy_id) || ''　'' || jl.price_class_name (r.class)'),
  ('price_check', 'concat_ws (''　'', (select c.name from jl.company c where c.id = r.company_id), r.checked_on)'),
  ('project_gate', '(select p.code from jl.new_project p where p.id = r.project_id) || ''　'' || jl.gate_name (r.gate)'),
  ('company_target', '(select c.name from jl.company c where c.id = r.company_id) || ''　'' || r.year'),
  ('account_coverage', '(select c.name from jl.company c where c.id = r.company_id) || ''　'' || r.year'),
  ('energy_use', '(select c.name from jl.company c where c.id = r.company_id) || ''　'' || r.year'),
  ('quality_check', 'concat_ws (''　'', (select c.name from jl.company c where c.id = r.company_id), r.checked_on)'),
  ('outage', 'concat_ws (''　'', (select c.name from jl.company c where c.id = r.company_id), r.began_on)'),
  ('unit_return', 'r.year || ''年度　'' || jl.form_name (r.form)'),
  ('rule', '(select k.label from jl.rule_kind k where k.code = r.kind)')) n (name, label)
where g.name = n.name;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The registers: clause, who keeps them, whose records they are, how a record is called. Then their history twins.

insert into jl.register (place_order, name, clause, owners, city_keeps, unit_level, read_whole, label) values
  (10, 'company', 'C-FIRM', '{jl_housing}', true, 'assessed', true, 'r.name'),
  (20, 'building', 'C-EXIST', '{jl_housing}', true, 'leaf', false, 'r.code || ''　'' || r.name'),
  (30, 'building_season', 'C-25', '{jl_housing}', true, 'leaf', false, 'r.building_id || ''　'' || r.year'),
  (40, 'target', 'C-DONE', '{jl_housing}', false, 'assessed', true, 'r.task || ''　'' || r.document'),
  (50, 'stock_change', 'C-DONE', '{jl_housing}', false, 'assessed', true, 'r.document'),
  (60, 'retrofit_project', 'C-EXIST', '{jl_housing}', true, 'leaf', false, 'r.code || ''　'' || r.name'),
  (70, 'retrofit_building', 'C-EXIST', '{jl_housing}', true, 'leaf', false, 'r.building_id::text'),
  (80, 'new_project', 'C-NEW', '{jl_housing}', true, 'leaf', false, 'r.code || ''　'' || r.name'),
  (90, 'project_gate', 'C-NEW', '{jl_housing}', true, 'leaf', false, 'coalesce (r.number, r.gate)'),
  (100, 'price_policy', 'C-PRICE', '{jl_price}', true, 'assessed', true, 'r.number'),
  (110, 'price_policy_unit', 'C-PRICE', '{jl_price}', false, 'assessed', true, 'r.policy_id::text'),
  (120, 'price', 'C-PRICE', '{jl_price}', true, 'assessed', true, 'r.class'),
  (130, 'price_check', 'C-PRICE', '{jl_price}', false, 'assessed', false, 'r.checked_on::text'),
  (140, 'reference_tariff', 'C-PRICE', '{jl_price}', false, null, true, 'r.city || ''　'' || r.year || ''　'' || r.class'),
  (150, 'product', 'C-METER', '{jl_housing}', false, null, true, 'r.maker || ''　'' || r.model'),
  (160, 'verification_body', 'C-METER', '{jl_quality}', false, null, true, 'r.name'),
  (170, 'maker_check', 'C-METER', '{jl_quality}', false, null, true, 'r.maker || ''　'' || r.checked_on'),
  (180, 'meter_batch', 'C-METER', '{jl_quality,jl_housing}', true, 'leaf', false, 'r.number'),
  (190, 'verification', 'C-METER', '{jl_quality}', true, 'leaf', false, 'coalesce (r.certificate_no, r.verified_on::text)'),
  (200, 'supply_contract', 'C-FIRM', '{jl_housing}', true, 'leaf', false, 'r.number'),
  (210, 'company_target', 'C-FIRM', '{jl_housing}', false, 'assessed', true, 'r.year::text'),
  (220, 'account_coverage', 'C-ACCT', '{jl_housing}', true, 'assessed', false, 'r.year::text'),
  (230, 'household_account', 'C-ACCT', '{jl_housing}', true, 'leaf', false, 'r.number'),
  (240, 'boiler_house', 'C-BOILER', '{jl_housing}', true, 'leaf', false, 'r.code || ''　'' || r.name'),
  (250, 'network_work', 'C-BOILER', '{jl_housing}', true, 'leaf', false, 'r.name'),
  (260, 'energy_use', 'C-ENERGY', '{jl_housing}', true, 'assessed', false, 'r.year::text'),
  (270, 'energy_quota', 'C-ENERGY', '{jl_housing}', false, 'assessed', true, 'r.document'),
  (280, 'quality_check', 'C-QUALITY', '{jl_housing}', true, 'leaf', false, 'r.checked_on::text'),
  (290, 'outage', 'C-QUALITY', '{jl_housing}', true, 'leaf', false, 'r.began_on::text'),
  (300, 'organisation', 'C-ORG', '{jl_housing}', true, 'assessed', false, 'r.name'),
  (310, 'responsibility_letter', 'C-ORG', '{jl_housing}', true, 'assessed', false, 'coalesce (r.number, r.year::text)'),
  (320, 'enforcement_case', 'C-ORG', '{jl_housing}', true, 'leaf', false, 'r.number'),
  (330, 'lead', 'C-ORG', '{jl_housing}', false, 'assessed', false, 'r.document'),
  (340, 'assigned_task', 'C-ORG', '{jl_housing}', false, 'assessed', false, 'r.content'),
  (350, 'fund', 'C-FUND', '{jl_finance}', true, 'leaf', false, 'coalesce (r.document, r.year::text)'),
  (360, 'fund_application', 'C-FUND', '{jl_finance,jl_reform}', false, 'assessed', false, 'r.name'),
  (370, 'five_year_plan', 'C-PLAN', '{jl_housing}', true, 'assessed', true, 'r.first_year || ''—'' || r.last_year'),
  (380, 'five_year_plan_year', 'C-PLAN', '{jl_housing}', true, 'assessed', true, 'r.year::text'),
  (390, 'publicity', 'C-VOICE', '{jl_housing}', true, 'assessed', false, 'r.title'),
  (400, 'complaint', 'C-VOICE', '{jl_housing}', true, 'leaf', false, 'r.number'),
  (410, 'dispute', 'C-VOICE', '{jl_quality}', true, 'leaf', false, 'r.number'),
  (420, 'policy_document', 'C-BASIS', '{jl_housing,jl_price}', false, null, true, 'r.number'),
  (430, 'unit_return', 'C-PRAISE', '{jl_housing}', false, 'assessed', true, 'r.year || ''　'' || r.form'),
  (440, 'rule', 'C-BASIS', '{jl_housing,jl_price,jl_finance,jl_reform,jl_quality}', false, null, true, 'r.kind');

insert into jl.policy_document (id, number, title, issuer, rank, issued_on, effective_on) values
  (1, '吉政发〔2010〕20号', '吉林省人民政府关于推进供热计量改革工作的实施意见', '吉林省人民政府', 'province', '2010-07-23', '2010-07-23'),
  (2, '建城〔2010〕14号', '关于进一步推进供热计量改革的意见', '住房和城乡建设部、国家发展改革委等四部委', 'ministry', '2010-02-02', '2010-02-02'),
  (3, '国发〔2006〕28号', '国务院关于加强节能工作的决定', '国务院', 'state', '2006-08-06', '2006-08-06'),
  (4, '国发〔2007〕15号', '国务院关于印发节能减排综合性工作方案的通知', '国务院', 'state', '2007-05-23', '2007-05-23');
alter table jl.policy_document alter column id restart with 5;
update jl.rule set document_id = 1 where basis like '吉政发〔2010〕20号%';

do $$
declare
  t text;
begin
  for t in select name from jl.register where to_regclass ('jl.' || name || '_history') is null loop
    execute format ('create table jl.%I (like jl.%I)', t || '_history', t);
    execute format ('alter table jl.%I add known tstzrange not null check (not isempty (known)), add ended_by name not null', t || '_history');
    execute format ('create index on jl.%I (id)', t || '_history');
  end loop;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The county of findings-rules.sql, where every rule of findings is kept.

-- The county and its facts. All ids are 9001 and up; the day is 2012-12-31, in the open season of 2012.
insert into jl.unit (id) values (9001);
insert into jl.unit_version (unit_id, valid, code, name, short_name, type, parent_id)
values (9001, '[2000-01-01,)', '229901', '演练县', '演练县', 'county', jl.unit_of_code ('220100'));
insert into jl.assessed_unit (unit_id, grp, valid, place_order) values (9001, 'county', '[2000-01-01,)', 9001);
insert into jl.assessed_unit_part (assessed_id, leaf_id, valid) values (9001, 9001, '[2000-01-01,)');

insert into jl.company (id, unit_id, code, name, kind) values
  (9001, 9001, 'X9001', '演练热力一', 'chp'), (9002, 9001, 'X9002', '演练热力二', 'chp'), (9003, 9001, 'X9003', '演练热力三', 'chp');
insert into jl.policy_document (id, number, title, issuer, rank, issued_on) values (9001, '演练〔2010〕1号', '演练', '演练', 'city', '2010-09-01');

insert into jl.price_policy (id, unit_id, number, title, issuer, issued_on, effective_on, settlement, charging_mechanism, supervision_mechanism,
                             maintenance_in_cost)
values (9001, 9001, '演练价〔2010〕1号', '演练', '演练', '2010-09-01', '2010-10-01', 'both_ways', true, true, true);
insert into jl.price (id, policy_id, unit_id, class, area_price, basic_share, mean_heat, metered_price) values
  (9001, 9001, 9001, 'residential', 25, 30, 0.35, 50), (9002, 9001, 9001, 'nonresidential', 30, 30, 0.35, 60);
insert into jl.price_check (id, unit_id, checked_on, kind, breach, settled_on)
values (9001, 9001, '2012-11-20', 'price_applied', true, '2012-12-31');

-- Buildings: one of 50 %, one office, one public, one without standard, one new; all metered, accepted, fit and billed by heat.
insert into jl.building (id, unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on, metered_on, control_on,
                         energy_retrofit_on, accepted_on, fit, fit_decided_on, company_id)
values
  (9001, 9001, 'X-1', '演练一', 1, 1000000, 1000000, 50, 1, '2005-07-01', '2011-06-01', '2011-06-01', null, '2011-07-01', true, '2011-07-01', 9001),
  (9002, 9001, 'X-2', '演练二', 2, 500000, 0, 50, 1, '2005-07-01', '2011-06-01', '2011-06-01', null, '2011-07-01', true, '2011-07-01', 9001),
  (9003, 9001, 'X-3', '演练三', 4, 500000, 0, 50, 1, '2005-07-01', '2011-06-01', '2011-06-01', null, '2011-07-01', true, '2011-07-01', 9001),
  (9004, 9001, 'X-4', '演练四', 1, 600000, 600000, 0, 1, '1995-07-01', '2012-06-01', '2012-06-01', '2012-06-10', '2012-07-01', true, '2012-07-01', 9001),
  (9005, 9001, 'X-5', '演练五', 1, 800000, 800000, 65, 1, '2012-07-30', '2012-07-01', '2012-07-01', null, null, true, '2012-07-30', 9001);
insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2,
                                other_metered_dm2, heat_100kj, fee_fen)
select b.id, b.unit_id, 2012, b.use, true, true, 2, b.residential_dm2, b.residential_dm2, b.floor_dm2 - b.residential_dm2,
  b.floor_dm2 - b.residential_dm2, b.floor_dm2 * 35, b.floor_dm2 * 20::bigint
from jl.building b where b.id > 9000;

insert into jl.target (id, unit_id, task, strength, due_on, starts_on, goal, stock_dm2, basis, document, document_id) values
  (9001, 9001, 'price', 'must', null, '2010-07-23', 100, null, 'letter', '演练', 9001),
  (9002, 9001, 'new', 'must', null, '2010-07-23', 100, null, 'letter', '演练', 9001),
  (9003, 9001, 'office', 'strive', '2012-06-30', '2010-07-23', 100, 500000, 'letter', '演练', 9001),
  (9004, 9001, 'public', 'must', '2012-06-30', '2010-07-23', 100, 500000, 'letter', '演练', 9001),
  (9005, 9001, 'existing', 'basically', '2015-12-31', '2010-07-23', 100, 1000000, 'letter', '演练', 9001),
  (9006, 9001, 'nonsaving', 'gradually', null, '2010-07-23', 100, 600000, 'letter', '演练', 9001);
insert into jl.target_year (target_id, year, area_dm2) values (9006, 2012, 600000);
insert into jl.unit_return (id, unit_id, year, form, due_on, filed_on, reviewed_on, heated_dm2, res_heated_dm2, res_metered_dm2)
values (9001, 9001, 2012, 'tasks', '2013-01-31', '2013-01-31', '2013-02-15', null, null, null),
  (9002, 9001, 2012, 'billing', '2013-05-10', '2013-05-10', '2013-05-20', null, null, null),
  (9003, 9001, 2012, 'settled', '2013-06-30', '2013-06-30', '2013-07-10', 3400000, 2400000, 2400000);

insert into jl.organisation (unit_id, kind, name, document, decided_on)
select 9001, k, '演练', '演练〔2010〕2号', '2010-09-10'
from unnest (array['leading_group', 'office', 'division_of_work', 'implementing_rules', 'leader_appraisal', 'central_heating_plan', 'verification_funding', 'energy_appraisal',
                   'energy_supervision']) k;
insert into jl.responsibility_letter (unit_id, year, party, signed_on)
values (9001, 2011, 'departments', '2011-03-20'), (9001, 2011, 'companies', '2011-04-30'), (9001, 2012, 'departments', '2012-03-20'),
  (9001, 2012, 'companies', '2012-04-30');
insert into jl.responsibility_letter (unit_id, year, party, signed_on, nonsaving_dm2) values (9001, 2012, 'province', '2012-03-20', 600000);
insert into jl.five_year_plan (id, unit_id, first_year, last_year, technical_route, metering_method, approved_on)
values (9001, 9001, 2011, 2015, 'two_part_household', 'household_meter', '2010-12-20');
insert into jl.five_year_plan_year (plan_id, unit_id, year, existing_dm2, nonsaving_dm2, public_dm2)
select 9001, 9001, y, 1000000, 0, 0 from generate_series (2011, 2015) y;

insert into jl.new_project (id, unit_id, code, name, developer, company_id, use, floor_dm2, heated_dm2, fitted_dm2, complies, for_sale, luban, started_on,
                            completed_on, fitted_on, shown_to_buyer, in_contract, in_guarantee, in_manual, bearer, installation_bearer, first_bearer)
values (9001, 9001, 'XN-1', '演练项目', '演练地产', 9001, 'residential', 800000, 800000, 800000, true, true, true, '2011-05-10', '2012-07-30',
        '2012-07-01', true, true, true, true, 'developer', 'developer', 'developer');
insert into jl.project_gate (id, project_id, unit_id, gate, state, done_on, company_present) values
  (9001, 9001, 9001, 'contract', 'done', '2011-03-01', null), (9002, 9001, 9001, 'drawing_review', 'done', '2011-04-01', null),
  (9003, 9001, 9001, 'permit', 'done', '2011-05-01', null), (9004, 9001, 9001, 'presale', 'done', '2011-06-01', null),
  (9005, 9001, 9001, 'acceptance', 'done', '2012-08-01', true), (9006, 9001, 9001, 'filing', 'done', '2012-08-10', null),
  (9007, 9001, 9001, 'connection', 'done', '2012-10-20', null), (9008, 9001, 9001, 'title', 'done', '2012-11-01', null);
insert into jl.supply_contract (id, unit_id, number, company_id, builder, project_id, signed_on, selects, buys, manages, bills, maintains)
values (9001, 9001, '演练合〔2011〕1号', 9001, '演练地产', 9001, '2011-03-01', true, true, true, true, true);
insert into jl.retrofit_project (id, unit_id, code, name, year, stock_class, company_id, envelope, indoor, sources, area_dm2, started_on, done_on,
                                 accepted_on, energy_done_on)
values (9001, 9001, 'XR-1', '演练改造', 2012, 'nonsaving', 9001, true, true, true, 600000, '2012-05-01', '2012-06-20', '2012-07-01', '2012-06-10');

insert into jl.product (id, kind, maker, model, admission_no, admitted_on, lapses_on)
values (9001, 'heat_meter', '演练仪表', 'X1', '演练准入1', '2010-09-01', '2013-09-01');
insert into jl.verification_body (id, name, authorisation_no, authorised_from, authorised_until)
values (9001, '演练检定站', '演练授权1', '2010-01-01', '2014-12-31');
insert into jl.maker_check (id, maker, checked_on, passed) values (9001, '演练仪表', '2012-03-01', true);
insert into jl.meter_batch (id, unit_id, number, product_id, role, n, company_id, project_id, installed_on, in_use_on, certificate_no, type_test_no)
values
  (9001, 9001, 'XB-1', 9001, 'settlement', 10, 9001, 9001, '2012-07-01', '2012-10-20', '证1', '型1'),
  (9002, 9001, 'XB-2', 9001, 'non_settlement', 50, 9001, 9001, '2012-07-01', '2012-10-20', '证2', '型2');
insert into jl.verification (id, batch_id, unit_id, kind, body_id, verified_on, valid_until, n_sent, n_passed, certificate_no, fee_bearer)
values (9001, 9001, 9001, 'first', 9001, '2012-06-15', '2015-06-14', 10, 10, '检1', 'developer');
insert into jl.company_target (id, unit_id, company_id, year, target_dm2) values (9001, 9001, 9001, 2012, 2400000);

insert into jl.boiler_house (id, unit_id, code, name, heated_dm2, planned_on, merged_on)
values (9001, 9001, 'XG-1', '演练锅炉房', 100000, '2012-06-30', '2012-06-30');
insert into jl.network_work (id, unit_id, name, kind, year, planned_on, done_on)
values (9001, 9001, '演练管网', 'network_balance', 2012, '2012-09-30', '2012-09-30');
insert into jl.energy_use (id, unit_id, company_id, year, heated_dm2, heat_100kj, coal_kgce) values
  (9001, 9001, 9001, 2012, 1000000, 35000000, 200000), (9002, 9001, 9002, 2012, 1000000, 36000000, 200000),
  (9003, 9001, 9003, 2012, 1000000, 34000000, 200000);
insert into jl.energy_quota (id, unit_id, from_year, heat_per_m2, coal_per_m2, document) values (9001, 9001, 2010, 0.5, 20, '演练');
insert into jl.quality_check (id, unit_id, company_id, checked_on, kind, n_checked, n_passed, lowest)
values (9001, 9001, 9001, '2012-12-01', 'room_temperature', 100, 90, 16.5);
insert into jl.outage (id, unit_id, company_id, began_on, repaired_on, cause) values (9001, 9001, 9001, '2012-12-01', '2012-12-03', 'network');
insert into jl.fund (id, unit_id, year, project_id, use, source, planned_fen, received_fen, spent_fen, spent_on)
values (9001, 9001, 2012, 9001, 'metering', 'government', 1000000, 500000, 500000, '2012-07-01');
insert into jl.account_coverage (id, unit_id, company_id, year, households, accounts, with_fee, with_subsidy, with_building)
values (9001, 9001, 9001, 2012, 1000, 900, 900, 900, 900), (9002, 9001, 9002, 2012, 1000, 900, 900, 900, 900), (9003, 9001, 9003, 2012, 1000, 900, 900, 900, 900);
insert into jl.household_account (unit_id, company_id, year, number, area_dm2, heat_100kj, fee_fen, subsidy_fen, paid_fen)
values (9001, 9001, 2012, 'XH-1', 9000, 250000, 180000, 0, 180000);
insert into jl.account_check (id, unit_id, company_id, year, drawn_on, size, due_on) values (9001, 9001, 9001, 2012, '2012-12-01', 1, '2012-12-20');
update jl.checked_account set result = 'agrees', checked_on = '2012-12-10' where check_id = 9001;
insert into jl.publicity (id, unit_id, held_on, kind, title) values (9001, 9001, '2012-06-01', 'media', '演练');
insert into jl.assigned_task (id, unit_id, meeting, given_on, content, office, due_on, done_on)
values (9001, 9001, '演练会议', '2012-05-01', '演练', '建设局', '2012-12-31', '2012-12-31');
insert into jl.enforcement_case (id, unit_id, number, subject_kind, subject, opened_on, clause, closed_on)
values (9001, 9001, '演练案1', 'builder', '演练建筑', '2012-01-01', '四（二）', '2012-12-31');
insert into jl.complaint (id, unit_id, number, received_on, kind, closed_on) values (9001, 9001, '演练诉1', '2012-12-01', 'temperature', '2012-12-16');
insert into jl.dispute (id, unit_id, number, received_on, kind, closed_on) values (9001, 9001, '演练纠1', '2012-11-01', 'meter_error', '2012-12-01');

insert into jl.rule (id, kind, unit_id, valid, value_number, basis, document_id)
values (9001, 'finding.overdue_days', 9001, '[2010-01-01,)', 60, '演练', 9001);

-- A gate of the project, so that a case is one line.
create function pg_temp.gate (p_gate text, p_state text, p_on date default null) returns void language sql as
$$
  update jl.project_gate set state = p_state, done_on = p_on, company_present = case when p_state = 'done' then company_present end
  where project_id = 9001 and gate = p_gate
$$;

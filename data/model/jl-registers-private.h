/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The descriptions, each in the file of its kin (registers-*.c), and the words of choices that several of them share. */

#pragma once

#include "jl-register.h"

G_BEGIN_DECLS

/* registers-places.c */
extern const JlRegister jl_register_unit_version;

/* registers-buildings.c */
extern const JlRegister jl_register_building;
extern const JlRegister jl_register_building_season;

/* registers-policy.c */
extern const JlRegister jl_register_policy_document;
extern const JlRegister jl_register_rule;
extern const JlRegister jl_register_target;
extern const JlRegister jl_register_target_year;
extern const JlRegister jl_register_stock_change;
extern const JlRegister jl_register_unit_return;
extern const JlRegister jl_register_nil_report;

/* registers-projects.c */
extern const JlRegister jl_register_retrofit_project;
extern const JlRegister jl_register_retrofit_building;
extern const JlRegister jl_register_new_project;
extern const JlRegister jl_register_project_gate;
extern const JlRegister jl_register_five_year_plan;
extern const JlRegister jl_register_five_year_plan_year;

/* registers-companies.c */
extern const JlRegister jl_register_company;
extern const JlRegister jl_register_company_target;
extern const JlRegister jl_register_supply_contract;

/* registers-organisation.c */
extern const JlRegister jl_register_organisation;
extern const JlRegister jl_register_responsibility_letter;
extern const JlRegister jl_register_enforcement_case;
extern const JlRegister jl_register_lead;
extern const JlRegister jl_register_assigned_task;

/* registers-prices.c */
extern const JlRegister jl_register_price_policy;
extern const JlRegister jl_register_price_policy_unit;
extern const JlRegister jl_register_price;
extern const JlRegister jl_register_price_check;
extern const JlRegister jl_register_reference_tariff;

/* registers-meters.c */
extern const JlRegister jl_register_product;
extern const JlRegister jl_register_verification_body;
extern const JlRegister jl_register_maker_check;
extern const JlRegister jl_register_meter_batch;
extern const JlRegister jl_register_verification;
extern const JlRegister jl_register_dispute;

/* registers-systems.c */
extern const JlRegister jl_register_account_coverage;
extern const JlRegister jl_register_household_account;
extern const JlRegister jl_register_account_check;
extern const JlRegister jl_register_checked_account;
extern const JlRegister jl_register_boiler_house;
extern const JlRegister jl_register_network_work;
extern const JlRegister jl_register_energy_use;
extern const JlRegister jl_register_energy_quota;

/* registers-money.c */
extern const JlRegister jl_register_fund;
extern const JlRegister jl_register_fund_application;

/* registers-findings.c: listed as a register, but nobody types into it */
extern const JlRegister jl_register_finding;

/* registers-clauses.c: written as a register is */
extern const JlRegister jl_register_clause_figure;

/* registers-voice.c */
extern const JlRegister jl_register_quality_check;
extern const JlRegister jl_register_outage;
extern const JlRegister jl_register_publicity;
extern const JlRegister jl_register_complaint;

/* registers-buildings.c: how heat is metered in a building (JGJ 173). */
extern const JlChoice jl_choices_metering_method[];

G_END_DECLS

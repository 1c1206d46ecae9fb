/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What is demanded and by which paper: policy documents, rules, targets with the changes of their stock, and the returns owed. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice ranks[] = {
  { "state",      N_ ("State Council") },
  { "ministry",   N_ ("National ministry") },
  { "province",   N_ ("Provincial government") },
  { "department", N_ ("Provincial department") },
  { "city",       N_ ("City or county") },
  { NULL }
};

static const JlChoice forces[] = {
  { "in_force", N_ ("In force") },
  { "amended",  N_ ("Amended") },
  { "repealed", N_ ("Repealed") },
  { NULL }
};

static const JlField policy_document_fields[] = {
  { "number",        N_ ("Document number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 28,
    .help = N_ ("As printed, with the year in 〔〕: 吉政发〔2010〕20号.") },
  { "title",         N_ ("Title of the document"), JL_FIELD_TEXT, MUST | SEARCHED, 44 },
  { "issuer",        N_ ("Issuing organ"), JL_FIELD_TEXT, MUST | SEARCHED, 24 },
  { "rank",          N_ ("Level of the document"), JL_FIELD_CHOICE, MUST | FILTERED, 12, ranks },
  { "issued_on",     N_ ("Issued on"), JL_FIELD_DATE, MUST | LISTED },
  { "effective_on",  N_ ("Effective from"), JL_FIELD_DATE, PLAIN },
  { "ended_on",      N_ ("Repealed on"), JL_FIELD_DATE, PLAIN,
    .help = N_ ("Needed for a repealed document.") },
  { "force",         N_ ("Force"), JL_FIELD_CHOICE, FILTERED, 10, forces },
  { "superseded_by", N_ ("Superseded by"), JL_FIELD_REFERENCE, PLAIN, .reference = "policy_document" },
  { "unit_id",       N_ ("Issued for"), JL_FIELD_UNIT, PLAIN,
    .help = N_ ("Empty for a document that holds in the whole province.") },
  { "note",          N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_policy_document = {
  "policy_document", N_ ("Policy basis"), N_ ("Policy basis"), "C-BASIS", policy_document_fields, "issued_on",
  .counter = JL_COUNTER_DOCUMENT
};

static const JlChoice rule_kinds[] = {
  { "metered_share.threshold",     N_ ("Lower limit of the metered share (%)") },
  { "metered_share.denominator",   N_ ("Denominator of the metered share") },
  { "metered_share.missing_limit", N_ ("Buildings without data that a verdict allows (%)") },
  { "bar.applies",                 N_ ("Whether the bar on awards applies") },
  { "assess.group",                N_ ("Assessed as of group") },
  { "cutoff.tasks",                N_ ("Cut-off of task data") },
  { "cutoff.billing",              N_ ("Cut-off of billing data") },
  { "existing.basically_met",      N_ ("Share that is basically done (%)") },
  { "pace.on",                     N_ ("Lower limit of on pace") },
  { "pace.slow",                   N_ ("Lower limit of slow") },
  { "pace.first_month",            N_ ("First month of construction") },
  { "pace.last_month",             N_ ("Last month of construction") },
  { "season.first_day",            N_ ("First day of the heating season") },
  { "report.line",                 N_ ("Through whom a unit reports") },
  { "finding.overdue_days",        N_ ("Days until a finding is overdue") },
  { "finding.price_tolerance",     N_ ("Tolerance of the metered price (%)") },
  { "finding.basic_share_min",     N_ ("Lower limit of the basic share (%)") },
  { "finding.basic_share_max",     N_ ("Upper limit of the basic share (%)") },
  { "finding.verification_months", N_ ("Months between verifications") },
  { "finding.peer_factor",         N_ ("Limit of heat use against peers") },
  { "finding.pass_rate",           N_ ("Lower limit of the temperature pass rate (%)") },
  { "finding.repair_days",         N_ ("Days to repair an outage") },
  { "finding.received_part",       N_ ("Lower limit of funds received by the year’s end (%)") },
  { "finding.fund_scope",          N_ ("Funds checked before acceptance") },
  { "finding.account_part",        N_ ("Lower limit of accounts opened (%)") },
  { "finding.letter_month",        N_ ("Last month for responsibility letters") },
  { "finding.case_days",           N_ ("Days for an enforcement case") },
  { "finding.complaint_days",      N_ ("Days for a complaint") },
  { "finding.dispute_days",        N_ ("Days for a metering dispute") },
  { "finding.review_days",         N_ ("Days for the preliminary review of a return") },
  { "finding.settled_tolerance",   N_ ("Tolerance of the settled share (percentage points)") },
  { "fund.base_yuan_m2",           N_ ("Base of the award (yuan/m²)") },
  { "fund.content_part",           N_ ("Part of the award by contents (%)") },
  { "fund.progress",               N_ ("Factor of progress") },
  { "fund.weight.envelope",        N_ ("Weight of the envelope (%)") },
  { "fund.weight.indoor",          N_ ("Weight of indoor metering and control (%)") },
  { "fund.weight.sources",         N_ ("Weight of sources and networks (%)") },
  { NULL }
};

static const JlChoice groups[] = {
  { "prefecture",     N_ ("Prefecture-level cities") },
  { "county",         N_ ("County-level units") },
  { "committee",      N_ ("Listed separately, not ranked") },
  { "prefecture_sum", N_ ("Prefecture total") },
  { NULL }
};

/* Of all kinds together; the database knows which belong to which. */
static const JlChoice rule_words[] = {
  { "yes",                N_ ("Applies") },
  { "no",                 N_ ("Does not apply") },
  { "total",              N_ ("All centrally heated area") },
  { "residential",        N_ ("Residential area") },
  { "all",                N_ ("All sources of money") },
  { "government",         N_ ("Government awards only") },
  { "prefecture",         N_ ("Prefecture-level cities") },
  { "county",             N_ ("County-level units") },
  { "committee",          N_ ("Listed separately, not ranked") },
  { "prefecture_sum",     N_ ("Prefecture total") },
  { "through_prefecture", N_ ("Through its prefecture") },
  { "direct",             N_ ("Directly to the province") },
  { NULL }
};

static const JlField rule_fields[] = {
  { "kind",         N_ ("Kind of rule"), JL_FIELD_CHOICE, MUST | FILTERED, 42, rule_kinds },
  { "grp",          N_ ("Holds for the group"), JL_FIELD_CHOICE, FILTERED, 24, groups,
    .help = N_ ("Group and unit empty: the whole province. A unit’s own rule beats its group’s, a group’s the province’s.") },
  { "unit_id",      N_ ("Holds for the unit"), JL_FIELD_UNIT, LISTED },
  { "valid",        N_ ("Valid"), JL_FIELD_SPAN, MUST | LISTED, 24,
    .help = N_ ("First and last day: 2010-07-23 — 2012-12-31. Without an end the first day alone: 2010-07-23.") },
  { "value_number", N_ ("Value as a number"), JL_FIELD_DECIMAL, LISTED,
    .help = N_ ("A rule has exactly one value: a number, a day or a word.") },
  { "value_day",    N_ ("Value as a day"), JL_FIELD_DATE, PLAIN },
  { "value_choice", N_ ("Value as a word"), JL_FIELD_WORD, LISTED, 18, rule_words,
    .help = N_ ("A word that the kind of rule offers, or a day of the year: 10-25, of the next year +1-04-30.") },
  { "basis",        N_ ("Grounds of the rule"), JL_FIELD_TEXT, MUST | SEARCHED, 44,
    .help = N_ ("The clause, or “建议值” where no document fixes the value.") },
  { "document_id",  N_ ("Policy basis"), JL_FIELD_REFERENCE, PLAIN, .reference = "policy_document" },
  { NULL }
};

const JlRegister jl_register_rule = {
  "rule", N_ ("Rules in force"), N_ ("Policy basis"), "C-BASIS", rule_fields, "kind,valid",
  .parent = "policy_document", .parent_field = "document_id"
};

static const JlChoice tasks[] = {
  { "price",     N_ ("Price policy") },
  { "new",       N_ ("New buildings") },
  { "office",    N_ ("Party or government office") },
  { "public",    N_ ("Public buildings") },
  { "existing",  N_ ("Existing energy-saving housing") },
  { "nonsaving", N_ ("Existing housing, not energy-saving") },
  { "share",     N_ ("Share of metered billing") },
  { NULL }
};

static const JlChoice strengths[] = {
  { "must",      N_ ("Must be done") },
  { "strive",    N_ ("To strive for") },
  { "basically", N_ ("Basically done") },
  { "gradually", N_ ("Step by step") },
  { NULL }
};

static const JlChoice target_bases[] = {
  { "document",  N_ ("Document of the province") },
  { "letter",    N_ ("Responsibility letter") },
  { "reference", N_ ("City’s date for reference") },
  { NULL }
};

static const JlField target_fields[] = {
  { "unit_id",     N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "task",        N_ ("Task"), JL_FIELD_CHOICE, MUST | FILTERED, 26, tasks },
  { "strength",    N_ ("Strength of the demand"), JL_FIELD_CHOICE, MUST | FILTERED, 10, strengths },
  { "starts_on",   N_ ("Runs from"), JL_FIELD_DATE, MUST },
  { "due_on",      N_ ("Deadline"), JL_FIELD_DATE, LISTED,
    .help = N_ ("Empty where no date was set.") },
  { "goal",        N_ ("Goal (%)"), JL_FIELD_DECIMAL, LISTED },
  { "stock_dm2",   N_ ("Stock to be retrofitted"), JL_FIELD_AREA_WAN, SUMMED,
    .help = N_ ("The confirmed stock. Later changes are records of their own, each with its paper.") },
  { "stock_n",     N_ ("Buildings in the stock"), JL_FIELD_COUNT, JL_FIELD_TOTAL },
  { "large_dm2",   N_ ("Of this large public buildings"), JL_FIELD_AREA_WAN, JL_FIELD_TOTAL, .clause = "C-PUBLIC",
    .help = N_ ("Of the stock of public buildings; the rest is other public buildings. Empty where the stock was not confirmed by class.") },
  { "large_n",     N_ ("Large public buildings in the stock"), JL_FIELD_COUNT, JL_FIELD_TOTAL, .clause = "C-PUBLIC" },
  { "basis",       N_ ("Set by"), JL_FIELD_CHOICE, FILTERED, 14, target_bases },
  { "document",    N_ ("Paper"), JL_FIELD_TEXT, MUST | SEARCHED, 32 },
  { "document_id", N_ ("Policy basis"), JL_FIELD_REFERENCE, PLAIN, .reference = "policy_document" },
  { NULL }
};

const JlRegister jl_register_target = {
  "target", N_ ("Targets and confirmed stock"), N_ ("Organisation and responsibility"), "C-DONE", target_fields, "unit_id",
  .parent = "policy_document", .parent_field = "document_id", .counter = JL_COUNTER_ITEM,
  .called = { "task" }
};

static const JlField target_year_fields[] = {
  { "unit_id",   N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "target_id", N_ ("Target"), JL_FIELD_REFERENCE, MUST | LISTED, 30, .reference = "target" },
  { "year",      N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "area_dm2",  N_ ("Area to be done in the year"), JL_FIELD_AREA_WAN, SUMMED, .clause = "C-EXIST",
    .help = N_ ("Of a retrofit task. Either the area or the share. The figures use what stands here, not what a responsibility letter says.") },
  { "share",     N_ ("Share to be reached in the year (%)"), JL_FIELD_DECIMAL, LISTED, .clause = "C-25",
    .help = N_ ("Of the share of metered billing: what is demanded of the year.") },
  { "note",      N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_target_year = {
  "target_year", N_ ("Yearly targets"), N_ ("Organisation and responsibility"), "C-DONE", target_year_fields, "unit_id,year", "year",
  .parent = "target", .parent_field = "target_id", .counter = JL_COUNTER_ITEM,
  .called = { "target_id", "year" }
};

static const JlChoice change_kinds[] = {
  { "add",    N_ ("Added to the stock") },
  { "remove", N_ ("Removed from the stock") },
  { NULL }
};

static const JlField stock_change_fields[] = {
  { "unit_id",    N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "target_id",  N_ ("Target"), JL_FIELD_REFERENCE, MUST | LISTED, 30, .reference = "target" },
  { "kind",       N_ ("Kind of change"), JL_FIELD_CHOICE, MUST | FILTERED, 10, change_kinds },
  { "stock_dm2",  N_ ("Area of the change"), JL_FIELD_AREA_WAN, MUST | SUMMED },
  { "stock_n",    N_ ("Buildings"), JL_FIELD_COUNT, JL_FIELD_TOTAL },
  { "large_dm2",  N_ ("Of this large public buildings"), JL_FIELD_AREA_WAN, JL_FIELD_TOTAL, .clause = "C-PUBLIC" },
  { "large_n",    N_ ("Large public buildings in the stock"), JL_FIELD_COUNT, JL_FIELD_TOTAL, .clause = "C-PUBLIC" },
  { "decided_on", N_ ("Decided on"), JL_FIELD_DATE, MUST | FILTERED },
  { "document",   N_ ("Paper"), JL_FIELD_TEXT, MUST | SEARCHED, 30 },
  { "reason",     N_ ("Reason"), JL_FIELD_TEXT, MUST | SEARCHED, 36 },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_stock_change = {
  "stock_change", N_ ("Changes of the stock"), N_ ("Organisation and responsibility"), "C-DONE", stock_change_fields, "unit_id,decided_on",
  .parent = "target", .parent_field = "target_id",
  .called = { "kind", "decided_on" }
};

static const JlChoice forms[] = {
  { "billing", N_ ("Return on billing") },
  { "tasks",   N_ ("Return on tasks") },
  { "settled", N_ ("Return on the settled season") },
  { NULL }
};

static const JlField unit_return_fields[] = {
  { "unit_id",         N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",            N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "form",            N_ ("Return"), JL_FIELD_CHOICE, MUST | FILTERED, 16, forms },
  { "due_on",          N_ ("Return due on"), JL_FIELD_DATE, MUST | LISTED },
  { "filed_on",        N_ ("Filed on"), JL_FIELD_DATE, FILTERED,
    .help = N_ ("Empty as long as it has not arrived.") },
  { "reviewed_on",     N_ ("Passed its review on"), JL_FIELD_DATE, FILTERED, .clause = "C-COUNTY",
    .help = N_ ("The day on which a county’s return passed the preliminary review of its prefecture. A unit that reports directly has none.") },
  { "sent_back_on",    N_ ("Sent back on"), JL_FIELD_DATE, LISTED, .clause = "C-COUNTY",
    .help = N_ ("When the prefecture last sent it back for correction.") },
  { "reminded_on",     N_ ("Reminded on"), JL_FIELD_DATE, LISTED,
    .help = N_ ("The written reminder; only after it does silence count as a refusal.") },
  { "heated_dm2",      N_ ("Settled heated area"), JL_FIELD_AREA_WAN, JL_FIELD_TOTAL, .clause = "C-25",
    .help = N_ ("Of the return on the settled season: the area centrally heated in the whole season. All three areas, or none.") },
  { "res_heated_dm2",  N_ ("of which residential"), JL_FIELD_AREA_WAN, JL_FIELD_TOTAL, .clause = "C-25",
    .help = N_ ("No more than the whole.") },
  { "res_metered_dm2", N_ ("Settled metered area, residential"), JL_FIELD_AREA_WAN, JL_FIELD_TOTAL, .clause = "C-25",
    .help = N_ ("Residential area whose bills were settled by the heat used; no more than what was heated.") },
  { NULL }
};

const JlRegister jl_register_unit_return = {
  "unit_return", N_ ("Returns owed"), N_ ("Organisation and responsibility"), "C-PRAISE", unit_return_fields, "unit_id,due_on", "year",
  .counter = JL_COUNTER_PAPER,
  .called = { "form", "year" }
};

/* Registers of which a unit may say that it has nothing to enter. */
static const JlChoice reportable[] = {
  { "company",               N_ ("Heating companies") },
  { "retrofit_project",      N_ ("Retrofit projects") },
  { "new_project",           N_ ("New-building projects") },
  { "price_check",           N_ ("Price inspections") },
  { "meter_batch",           N_ ("Batches of devices") },
  { "verification",          N_ ("Verifications") },
  { "supply_contract",       N_ ("Metering contracts") },
  { "account_coverage",      N_ ("Coverage by accounts") },
  { "household_account",     N_ ("Household accounts") },
  { "checked_account",       N_ ("Accounts of checks") },
  { "boiler_house",          N_ ("Mergers of small boiler houses") },
  { "network_work",          N_ ("Works on systems and networks") },
  { "energy_use",            N_ ("Energy used for heating") },
  { "quality_check",         N_ ("Checks of heat quality") },
  { "outage",                N_ ("Outages of heating") },
  { "organisation",          N_ ("Organisation and arrangements") },
  { "responsibility_letter", N_ ("Responsibility letters") },
  { "enforcement_case",      N_ ("Enforcement cases") },
  { "fund",                  N_ ("Money for retrofits") },
  { "fund_application",      N_ ("Applications for national funds") },
  { "publicity",             N_ ("Publicity") },
  { "complaint",             N_ ("Heating complaints") },
  { "dispute",               N_ ("Metering disputes") },
  { NULL }
};

static const JlField nil_report_fields[] = {
  { "unit_id",     N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "about",       N_ ("Register without entries"), JL_FIELD_CHOICE, MUST | FILTERED, 26, reportable },
  { "year",        N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "reported_on", N_ ("Reported on"), JL_FIELD_DATE, MUST | LISTED },
  { "document",    N_ ("Document number"), JL_FIELD_TEXT, LISTED, 30 },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_nil_report = {
  "nil_report", N_ ("Nil reports"), N_ ("Organisation and responsibility"), "C-PRAISE", nil_report_fields, "unit_id,reported_on", "year",
  .counter = JL_COUNTER_PAPER,
  .called = { "about", "year" }
};
/* clang-format on */

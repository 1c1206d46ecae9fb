/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Admitted products and their makers, the bodies that verify, batches of devices with their verifications, disputes about them. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice product_kinds[] = {
  { "heat_meter", N_ ("Heat meter") },
  { "allocator",  N_ ("Heat allocator") },
  { "valve",      N_ ("Temperature-control valve") },
  { "controller", N_ ("Temperature controller") },
  { NULL }
};

static const JlField product_fields[] = {
  { "kind",             N_ ("Kind of product"), JL_FIELD_CHOICE, MUST | FILTERED, 16, product_kinds },
  { "maker",            N_ ("Maker"), JL_FIELD_TEXT, MUST | SEARCHED, 24 },
  { "model",            N_ ("Model of the product"), JL_FIELD_TEXT, MUST | SEARCHED, 18 },
  { "admission_no",     N_ ("Admission number"), JL_FIELD_TEXT, JL_FIELD_UNIQUE | SEARCHED, 22,
    .help = N_ ("IV(4): products are admitted by the province’s housing department.") },
  { "admitted_on",      N_ ("Admitted on"), JL_FIELD_DATE, LISTED },
  { "lapses_on",        N_ ("Admission ends on"), JL_FIELD_DATE, FILTERED, .help = N_ ("The day on which it lapses or was withdrawn.") },
  { "type_approval_no", N_ ("Type approval number"), JL_FIELD_TEXT, SEARCHED, 22 },
  { "note",             N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_product = {
  "product", N_ ("Admitted products"), N_ ("Metering devices"), "C-METER", product_fields, "maker",
  .counter = JL_COUNTER_PRODUCT,
  .called = { "maker", "model" }
};

static const JlField verification_body_fields[] = {
  { "name",             N_ ("Name of the body"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 30 },
  { "authorisation_no", N_ ("Authorisation number"), JL_FIELD_TEXT, SEARCHED, 24 },
  { "authorised_from",  N_ ("Authorised from"), JL_FIELD_DATE, LISTED },
  { "authorised_until", N_ ("Authorised until"), JL_FIELD_DATE, FILTERED, .help = N_ ("The last day of the authorisation.") },
  { "scope",            N_ ("Scope of the authorisation"), JL_FIELD_TEXT, SEARCHED, 30 },
  { "note",             N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_verification_body = {
  "verification_body", N_ ("Verification bodies"), N_ ("Metering devices"), "C-METER", verification_body_fields, "name",
  .counter = JL_COUNTER_COMPANY
};

static const JlField maker_check_fields[] = {
  { "maker",      N_ ("Maker"), JL_FIELD_TEXT, MUST | SEARCHED, 26 },
  { "checked_on", N_ ("Checked on"), JL_FIELD_DATE, MUST | FILTERED },
  { "passed",     N_ ("Check passed"), JL_FIELD_YES_NO, MUST | FILTERED, 10 },
  { "finding",    N_ ("What was found"), JL_FIELD_TEXT, SEARCHED, 36 },
  { "document",   N_ ("Paper"), JL_FIELD_TEXT, SEARCHED, 28 },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_maker_check = {
  "maker_check", N_ ("Inspections of makers"), N_ ("Metering devices"), "C-METER", maker_check_fields, "checked_on",
  .counter = JL_COUNTER_OCCASION,
  .called = { "maker", "checked_on" }
};

static const JlChoice batch_roles[] = {
  { "settlement",     N_ ("Settlement meter") },
  { "non_settlement", N_ ("Not for settlement") },
  { "control",        N_ ("Temperature control") },
  { NULL }
};

static const JlField meter_batch_fields[] = {
  { "number",         N_ ("Batch number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 20 },
  { "unit_id",        N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "product_id",     N_ ("Product"), JL_FIELD_REFERENCE, MUST | LISTED, 28, .reference = "product" },
  { "role",           N_ ("Role of the device"), JL_FIELD_CHOICE, MUST | FILTERED, 16, batch_roles,
    .help = N_ ("At the settlement point, behind it, or no meter at all.") },
  { "n",              N_ ("Devices"), JL_FIELD_COUNT, MUST | SUMMED, .unit = N_ ("pieces") },
  { "company_id",     N_ ("Heating company"), JL_FIELD_REFERENCE, PLAIN, 24, .reference = "company" },
  { "building_id",    N_ ("Building"), JL_FIELD_REFERENCE, LISTED, 30, .reference = "building" },
  { "project_id",     N_ ("New-building project"), JL_FIELD_REFERENCE, PLAIN, 30, .reference = "new_project" },
  { "installed_on",   N_ ("Installed on"), JL_FIELD_DATE, FILTERED },
  { "in_use_on",      N_ ("In use from"), JL_FIELD_DATE, LISTED },
  { "removed_on",     N_ ("Removed on"), JL_FIELD_DATE, PLAIN },
  { "certificate_no", N_ ("Certificate of conformity"), JL_FIELD_TEXT, JL_FIELD_SEARCHABLE, 22,
    .help = N_ ("IV(4): a device that is not for settlement needs this and the type-test certificate.") },
  { "type_test_no",   N_ ("Type-test certificate"), JL_FIELD_TEXT, JL_FIELD_SEARCHABLE, 22 },
  { "note",           N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_meter_batch = {
  "meter_batch", N_ ("Batches of devices"), N_ ("Metering devices"), "C-METER", meter_batch_fields, "unit_id,number",
  .counter = JL_COUNTER_BATCH
};

static const JlChoice verification_kinds[] = {
  { "first",       N_ ("First verification") },
  { "periodic",    N_ ("Periodic verification") },
  { "arbitration", N_ ("Arbitration verification") },
  { NULL }
};

static const JlChoice fee_bearers[] = {
  { "developer",  N_ ("Developer") },
  { "company",    N_ ("Heating company") },
  { "government", N_ ("Government") },
  { "resident",   N_ ("Residents") },
  { NULL }
};

static const JlField verification_fields[] = {
  { "batch_id",       N_ ("Batch of devices"), JL_FIELD_REFERENCE, MUST | LISTED, 20, .reference = "meter_batch" },
  { "unit_id",        N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "kind",           N_ ("Kind of verification"), JL_FIELD_CHOICE, MUST | FILTERED, 14, verification_kinds },
  { "body_id",        N_ ("Verification body"), JL_FIELD_REFERENCE, FILTERED, 26, .reference = "verification_body" },
  { "verified_on",    N_ ("Verified on"), JL_FIELD_DATE, MUST | LISTED },
  { "valid_until",    N_ ("Verified until"), JL_FIELD_DATE, FILTERED, .help = N_ ("The last day of the verification. Without one the cycle of the rule is taken.") },
  { "n_sent",         N_ ("Devices sent in"), JL_FIELD_COUNT, MUST | SUMMED },
  { "n_passed",       N_ ("Devices passed"), JL_FIELD_COUNT, SUMMED },
  { "certificate_no", N_ ("Verification certificate"), JL_FIELD_TEXT, JL_FIELD_SEARCHABLE, 22 },
  { "fee_fen",        N_ ("Verification fee"), JL_FIELD_MONEY, JL_FIELD_TOTAL },
  { "fee_bearer",     N_ ("Fee paid by"), JL_FIELD_CHOICE, FILTERED, 12, fee_bearers,
    .help = N_ ("IV(4): residents are not charged for verification.") },
  { "note",           N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_verification = {
  "verification", N_ ("Verifications"), N_ ("Metering devices"), "C-METER", verification_fields, "unit_id,verified_on", .parent = "meter_batch",
  .parent_field = "batch_id",
  .counter = JL_COUNTER_OCCASION,
  .called = { "batch_id", "verified_on" }
};

static const JlChoice dispute_kinds[] = {
  { "meter_error", N_ ("Error of the meter") },
  { "sharing",     N_ ("Sharing of the heat") },
  { "billing",     N_ ("The bill") },
  { "other",       N_ ("Something else") },
  { NULL }
};

static const JlChoice dispute_outcomes[] = {
  { "agreed",      N_ ("Agreed by mediation") },
  { "meter_right", N_ ("The meter is right") },
  { "meter_wrong", N_ ("The meter is wrong") },
  { "withdrawn",   N_ ("Withdrawn") },
  { NULL }
};

static const JlField dispute_fields[] = {
  { "number",          N_ ("Number of the dispute"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 22,
    .help = N_ ("A number only: no name, telephone or address of a person is kept.") },
  { "unit_id",         N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "company_id",      N_ ("Heating company"), JL_FIELD_REFERENCE, PLAIN, 24, .reference = "company" },
  { "batch_id",        N_ ("Batch of devices"), JL_FIELD_REFERENCE, LISTED, 20, .reference = "meter_batch" },
  { "received_on",     N_ ("Taken in on"), JL_FIELD_DATE, MUST | FILTERED },
  { "due_on",          N_ ("Due on"), JL_FIELD_DATE, LISTED, .help = N_ ("Without one the days of the rule are taken.") },
  { "kind",            N_ ("Subject of the dispute"), JL_FIELD_CHOICE, MUST | FILTERED, 14, dispute_kinds },
  { "mediated_on",     N_ ("Mediated on"), JL_FIELD_DATE, PLAIN },
  { "verification_id", N_ ("Arbitration verification"), JL_FIELD_REFERENCE, PLAIN, 22, .reference = "verification" },
  { "closed_on",       N_ ("Closed on"), JL_FIELD_DATE, LISTED },
  { "outcome",         N_ ("Outcome of the dispute"), JL_FIELD_CHOICE, FILTERED, 16, dispute_outcomes },
  { "note",            N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_dispute = {
  "dispute", N_ ("Metering disputes"), N_ ("Heat quality and complaints"), "C-VOICE", dispute_fields, "unit_id,received_on",
  .counter = JL_COUNTER_CASE
};
/* clang-format on */

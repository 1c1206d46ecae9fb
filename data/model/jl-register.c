/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* All registers, in the order of jl.register. */

#include "jl-register.h"

#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const JlRegister *const all[] = {
  &jl_register_unit_version,
  &jl_register_company,
  &jl_register_building,
  &jl_register_building_season,
  &jl_register_target,
  &jl_register_target_year,
  &jl_register_stock_change,
  &jl_register_retrofit_project,
  &jl_register_retrofit_building,
  &jl_register_new_project,
  &jl_register_project_gate,
  &jl_register_price_policy,
  &jl_register_price_policy_unit,
  &jl_register_price,
  &jl_register_price_check,
  &jl_register_reference_tariff,
  &jl_register_product,
  &jl_register_verification_body,
  &jl_register_maker_check,
  &jl_register_meter_batch,
  &jl_register_verification,
  &jl_register_supply_contract,
  &jl_register_company_target,
  &jl_register_account_coverage,
  &jl_register_household_account,
  &jl_register_account_check,
  &jl_register_checked_account,
  &jl_register_boiler_house,
  &jl_register_network_work,
  &jl_register_energy_use,
  &jl_register_energy_quota,
  &jl_register_quality_check,
  &jl_register_outage,
  &jl_register_organisation,
  &jl_register_responsibility_letter,
  &jl_register_enforcement_case,
  &jl_register_lead,
  &jl_register_assigned_task,
  &jl_register_fund,
  &jl_register_fund_application,
  &jl_register_five_year_plan,
  &jl_register_five_year_plan_year,
  &jl_register_publicity,
  &jl_register_complaint,
  &jl_register_dispute,
  &jl_register_policy_document,
  &jl_register_unit_return,
  &jl_register_nil_report,
  &jl_register_rule,
  NULL,
};

/**
 * jl_registers_all:
 *
 * Returns: (transfer none) (array zero-terminated=1): the descriptions in the order of their list
 */
const JlRegister *const *
jl_registers_all (void)
{
  return all;
}

/**
 * jl_register_find:
 * @name: name of a register
 *
 * Returns: (transfer none) (nullable): its description
 */
const JlRegister *
jl_register_find (const char *name)
{
  if (g_strcmp0 (name, jl_register_finding.name) == 0)
    return &jl_register_finding;
  if (g_strcmp0 (name, jl_register_clause_figure.name) == 0)
    return &jl_register_clause_figure;
  for (const JlRegister *const *reg = all; *reg != NULL; reg++)
    if (g_strcmp0 ((*reg)->name, name) == 0)
      return *reg;
  return NULL;
}

static char *
say_line (const char *line)
{
  static const char begin[] = "register ";
  gsize             length = g_str_has_prefix (line, begin) ? strcspn (line + strlen (begin), ":") : 0;
  g_autofree char  *name = g_strndup (line + (length > 0 ? strlen (begin) : 0), length);
  const JlRegister *reg = jl_register_find (name);

  return reg != NULL ? g_strconcat (_ (reg->title), line + strlen (begin) + length, NULL) : g_strdup (line);
}

/**
 * jl_register_say:
 * @message: what the server said, in lines
 *
 * The server knows registers by their names only; nobody else need know them.
 *
 * Returns: (transfer full): the same with titles
 */
char *
jl_register_say (const char *message)
{
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *said = say_line (lines[i]);

      g_free (lines[i]);
      lines[i] = said;
    }
  return g_strjoinv ("\n", lines);
}

/**
 * jl_register_field:
 * @self: a register
 * @name: name of a field
 *
 * Returns: (transfer none) (nullable): the field
 */
const JlField *
jl_register_field (const JlRegister *self, const char *name)
{
  for (const JlField *field = self->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->name, name) == 0)
      return field;
  return NULL;
}

/**
 * jl_register_order_field:
 * @self: a register
 * @i: a place in its default order
 *
 * Returns: (transfer none) (nullable): the field that decides there
 */
const JlField *
jl_register_order_field (const JlRegister *self, guint i)
{
  g_auto (GStrv) names = g_strsplit (self->order, ",", -1);

  return i < g_strv_length (names) ? jl_register_field (self, names[i]) : NULL;
}

/**
 * jl_register_n_fields:
 * @self: a register
 *
 * Returns: how many fields it has
 */
guint
jl_register_n_fields (const JlRegister *self)
{
  guint n = 0;

  while (self->fields[n].name != NULL)
    n++;
  return n;
}

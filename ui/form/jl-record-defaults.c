/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Sensible values of a record to be made. */

#include "jl-record-defaults.h"

static void
set_id (JlRecordForm *form, const char *field, gint64 id, const char *label)
{
  g_autofree char *raw = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  jl_record_form_set_default (form, field, raw, label);
}

/* Where there is one unit only, there is nothing to choose. */
static void
set_unit (JlRecordForm *form, const JlRecordDetails *details, int unit_id)
{
  guint n = jl_result_n_rows (details->units);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = jl_result_int (details->units, i, "unit_id", 0);

      if (id == unit_id || n == 1)
        set_id (form, "unit_id", id, jl_result_text (details->units, i, "name"));
    }
}

static void
set_parent (JlRecordForm *form, const JlRecordJob *made, const JlRecordDetails *details)
{
  const JlResult  *parent = details->parent;
  g_autofree char *label = NULL;
  int              unit_id;

  if (parent == NULL || jl_result_n_rows (parent) == 0)
    return;
  label = jl_record_title (jl_register_find (made->reg->parent), parent, 0);
  set_id (form, made->reg->parent_field, made->parent_id, label);
  unit_id = jl_record_has_column (parent, "unit_id") ? (int) jl_result_int (parent, 0, "unit_id", 0) : 0;
  if (unit_id > 0 && jl_record_details_keeps_unit (details, unit_id))
    set_id (form, "unit_id", unit_id, jl_result_text (parent, 0, "unit_name"));
}

void
jl_record_defaults_set (JlRecordForm *form, const JlRecordJob *made, const JlRecordDetails *details, int unit_id)
{
  set_unit (form, details, unit_id);
  if (made->reg->year_field && made->year > 0)
    set_id (form, made->reg->year_field, made->year, NULL);
  set_parent (form, made, details);
}

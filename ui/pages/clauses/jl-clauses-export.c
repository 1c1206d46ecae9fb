/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A hundred rows that are here already: they go through the same sinks as the records of registers. */

#include "jl-clauses-export.h"

#include <glib/gi18n-lib.h>

#include "jl-clause-row.h"
#include "jl-register-export.h"

static JlRegisterExport
export_of (const JlClausesExport *self, const JlRegisterFilter *filter, const char *day)
{
  return (JlRegisterExport){
    .filter = filter,
    .place = self->place,
    .season = self->season,
    .conditions = self->unmet ? _ ("Unmet only") : NULL,
    .day = day,
    .practice = self->practice,
  };
}

char *
jl_clauses_export_file_name (const JlClausesExport *self, const char *suffix)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find ("clause_figure"));
  JlRegisterExport export = export_of (self, filter, "");

  return jl_register_export_file_name (&export, suffix);
}

gboolean
jl_clauses_export_write (const JlClausesExport *self, JlResult *figures, const char *path, GError **error)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find ("clause_figure"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  JlRegisterExport export = export_of (self, filter, day);

  for (guint i = 0; i < jl_result_n_rows (figures); i++)
    if (!self->unmet || jl_clause_is_unmet (figures, i))
      g_array_append_val (places, i);
  return jl_rows_export_write (&export, figures, (const guint *) places->data, places->len, path, error);
}

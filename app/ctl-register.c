/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl registers, list, export, history: the registers without a window. */

#include "ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "ctl-narrow.h"
#include "ctl-table.h"
#include "jl-error.h"
#include "jl-quantity.h"
#include "jl-register-export.h"
#include "jl-register-store.h"
#include "jl-season.h"
#include "jl-store.h"

#define DEFAULT_LIMIT 50

/* ---- registers */

static void
print_registers (void)
{
  const char *const heads[] = { _ ("Register"), _ ("Name"), _ ("Group"), _ ("Clause"), NULL };
  CtlTable         *table = ctl_table_new (heads);

  for (const JlRegister *const *reg = jl_registers_all (); *reg != NULL; reg++)
    {
      char **cells = g_new0 (char *, 4);

      cells[0] = g_strdup ((*reg)->name);
      cells[1] = g_strdup (_ ((*reg)->title));
      cells[2] = g_strdup (_ ((*reg)->group));
      cells[3] = g_strdup ((*reg)->clause);
      ctl_table_take_row (table, cells);
    }
  ctl_table_print (table);
}

int
ctl_registers (int argc, char **argv)
{
  if (!ctl_parse (&argc, &argv, NULL, NULL, NULL, 0, 0))
    return CTL_USAGE;
  print_registers ();
  return CTL_DONE;
}

/* ---- list */

typedef struct
{
  const JlRegister *reg;
  GPtrArray        *fields; /* the columns of the table */
  JlRegisterFilter *filter;
} List;

static GPtrArray *
listed_fields (const JlRegister *reg)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (const JlField *field = reg->fields; field->name != NULL; field++)
    if (field->flags & JL_FIELD_LISTED)
      g_ptr_array_add (fields, (gpointer) field);
  return fields;
}

static CtlTable *
table_new (const List *list)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (heads, g_strdup (">id"));
  for (guint i = 0; i < list->fields->len; i++)
    {
      const JlField *field = g_ptr_array_index (list->fields, i);
      const char    *unit = jl_field_unit (field);

      g_ptr_array_add (heads, g_strconcat (jl_field_is_number (field) ? ">" : "", _ (field->label), unit, NULL));
    }
  g_ptr_array_add (heads, NULL);
  return ctl_table_new ((const char *const *) heads->pdata);
}

/* What stands in a list: the label of a unit or reference, the value of anything else. */
static char *
cell_text (const JlField *field, JlResult *rows, guint row)
{
  g_autofree char *column = jl_field_shown_column (field);

  return jl_field_text (field, jl_result_text (rows, row, column));
}

static void
print_rows (const List *list, JlResult *rows)
{
  CtlTable *table = table_new (list);

  for (guint row = 0; row < jl_result_n_rows (rows); row++)
    {
      char **cells = g_new0 (char *, list->fields->len + 1);

      cells[0] = g_strdup (jl_result_text (rows, row, "id"));
      for (guint i = 0; i < list->fields->len; i++)
        cells[i + 1] = cell_text (g_ptr_array_index (list->fields, i), rows, row);
      ctl_table_take_row (table, cells);
    }
  ctl_table_print (table);
}

static void
print_sums (const List *list, JlResult *sums, guint shown)
{
  g_autofree char *n = jl_counter_text (list->reg->counter, jl_result_int (sums, 0, "records", 0));

  /* Translators: "8,412 buildings" */
  g_print (_ ("\n%s, %u shown\n"), n, shown);
  for (const JlField *field = list->reg->fields; field->name != NULL; field++)
    if (field->flags & JL_FIELD_TOTAL)
      {
        g_autofree char *missing_column = g_strconcat (field->name, "_missing", NULL);
        g_autofree char *sum = jl_field_text (field, jl_result_text (sums, 0, field->name));
        g_autofree char *missing = jl_format_count (jl_result_int (sums, 0, missing_column, 0), JL_NUMBER_SCREEN);
        const char      *unit = jl_field_unit (field);

        /* Translators: name of a field, its unit of measurement, its sum, how many records have no value in it */
        g_print (_ ("%s%s: %s in all, missing in %s\n"), _ (field->label), unit != NULL ? unit : "", sum, missing);
      }
}

static gboolean
print_list (JlSession *session, const List *list, int limit, GError **error)
{
  JlRowsQuery            *query = jl_register_filter_query (list->filter);
  g_autofree const char **params = g_new0 (const char *, query->n_params + 1);
  g_autofree char        *limit_text = g_strdup_printf ("%d", limit);
  g_autoptr (JlResult) rows = NULL;
  g_autoptr (JlResult) sums = NULL;

  for (guint i = 0; i < query->n_params; i++)
    params[i] = query->params[i];
  params[query->n_params] = limit_text;
  rows = jl_session_query_text (session, query->first_sql, (int) query->n_params + 1, params, error);
  jl_rows_query_free (query);
  if (rows == NULL || (sums = jl_register_filter_sums (list->filter, session, error)) == NULL)
    return FALSE;
  print_rows (list, rows);
  print_sums (list, sums, jl_result_n_rows (rows));
  return TRUE;
}

static gboolean
work_list (const CtlOptions *options, CtlNarrow *narrow, const char *name, int limit, GError **error)
{
  const JlRegister *reg = ctl_find_register (name, error);
  g_autoptr (JlSession) session = reg != NULL ? ctl_open (options, error) : NULL;
  g_autoptr (JlRegisterFilter) filter = session != NULL ? ctl_narrow_filter (narrow, session, reg, error) : NULL;
  g_autoptr (GPtrArray) fields = reg != NULL ? listed_fields (reg) : NULL;

  return filter != NULL && print_list (session, &(List){ reg, fields, filter }, limit, error);
}

/* The options of a command and those that narrow its list, as one array. */
static GOptionEntry *
join_entries (const GOptionEntry *own, CtlNarrow *narrow)
{
  g_autofree GOptionEntry *others = ctl_narrow_entries (narrow);
  GArray                  *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (; own->long_name != NULL; own++)
    g_array_append_val (entries, *own);
  for (const GOptionEntry *entry = others; entry->long_name != NULL; entry++)
    g_array_append_val (entries, *entry);
  return (GOptionEntry *) g_array_free (entries, FALSE);
}

int
ctl_list (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_auto (CtlNarrow) narrow = { 0 };
  g_autoptr (GError) error = NULL;
  int                limit = DEFAULT_LIMIT;
  const GOptionEntry own[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("print at most so many (default 50)"), N_ ("N") },
    { NULL },
  };
  g_autofree GOptionEntry *entries = join_entries (own, &narrow);

  if (!ctl_parse (&argc, &argv, _ ("REGISTER"), entries, &options, 1, 1) || (narrow.year != 0 && !ctl_check_year (narrow.year)))
    return CTL_USAGE;
  return ctl_finish (work_list (&options, &narrow, argv[1], MAX (limit, 1), &error), &error);
}

/* ---- export */

static void
show_progress (guint64 n_done, gpointer data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%" G_GUINT64_FORMAT, n_done);
  *(guint64 *) data = n_done;
}

static char *
conditions_of (const CtlNarrow *narrow)
{
  g_autofree char *tests = narrow->where != NULL ? g_strjoinv ("、", narrow->where) : NULL;

  if (narrow->text != NULL && tests != NULL)
    return g_strconcat (narrow->text, "、", tests, NULL);
  return g_strdup (narrow->text != NULL ? narrow->text : tests);
}

static char *
today (void)
{
  g_autoptr (GDateTime) at = g_date_time_new_now_local ();

  return g_date_time_format (at, "%Y-%m-%d");
}

static gboolean
write_export (JlSession *session, const JlRegisterFilter *filter, CtlNarrow *narrow, const char *path, GError **error)
{
  JlDesk          *desk = jl_desk_load (session, error);
  g_autofree char *conditions = conditions_of (narrow);
  g_autofree char *season = narrow->year > 0 ? jl_season_name (narrow->year) : NULL;
  g_autofree char *day = today ();
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  JlRegisterExport what = {
    .filter = filter,
    .place = narrow->place != NULL ? narrow->place : _ ("Whole province"),
    .season = season,
    .conditions = conditions,
    .day = day,
  };
  guint64 n_done = 0;

  if (desk == NULL)
    return FALSE;
  what.practice = jl_desk_is_practice (desk);
  jl_desk_free (desk);
  name = path != NULL ? g_strdup (path) : jl_register_export_file_name (&what, ".xlsx");
  if (!jl_register_export_write (&what, session, name, NULL, show_progress, &n_done, error))
    return FALSE;
  count = jl_format_count ((gint64) n_done, JL_NUMBER_SCREEN);
  /* Translators: how many records went into which file */
  g_print (_ ("%s records → %s\n"), count, name);
  return TRUE;
}

static gboolean
work_export (const CtlOptions *options, CtlNarrow *narrow, const char *name, const char *path, GError **error)
{
  const JlRegister *reg = ctl_find_register (name, error);
  g_autoptr (JlSession) session = reg != NULL ? ctl_open (options, error) : NULL;
  g_autoptr (JlRegisterFilter) filter = session != NULL ? ctl_narrow_filter (narrow, session, reg, error) : NULL;

  return filter != NULL && write_export (session, filter, narrow, path, error);
}

int
ctl_export (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_auto (CtlNarrow) narrow = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("the .csv or .xlsx to write; without it a sheet of the list’s own name"), N_ ("FILE") },
    { NULL },
  };
  g_autofree GOptionEntry *entries = join_entries (own, &narrow);

  if (!ctl_parse (&argc, &argv, _ ("REGISTER"), entries, &options, 1, 1) || (narrow.year != 0 && !ctl_check_year (narrow.year)))
    return CTL_USAGE;
  return ctl_finish (work_export (&options, &narrow, argv[1], path, &error), &error);
}

/* ---- history */

static char *
history_value (const JlField *field, const char *raw)
{
  return field != NULL ? jl_field_text (field, raw) : g_strdup (raw != NULL ? raw : "—");
}

static void
print_history (const JlRegister *reg, JlResult *steps)
{
  const char *const heads[] = { _ ("When"), _ ("Who"), _ (">Version"), _ ("Field"), _ ("Before"), _ ("After"), NULL };
  CtlTable         *table = ctl_table_new (heads);

  for (guint i = 0; i < jl_result_n_rows (steps); i++)
    {
      const char    *name = jl_result_text (steps, i, "field");
      const JlField *field = name != NULL ? jl_register_field (reg, name) : NULL;
      char         **cells = g_new0 (char *, 6);

      cells[0] = g_strndup (jl_result_text (steps, i, "at"), 16);
      cells[1] = g_strdup (jl_result_text (steps, i, "actor_name"));
      cells[2] = g_strdup (jl_result_text (steps, i, "version"));
      cells[3] = g_strdup (field != NULL ? _ (field->label) : name);
      cells[4] = history_value (field, jl_result_text (steps, i, "old_value"));
      cells[5] = history_value (field, jl_result_text (steps, i, "new_value"));
      ctl_table_take_row (table, cells);
    }
  ctl_table_print (table);
}

static gboolean
work_history (const CtlOptions *options, const char *name, const char *id_text, GError **error)
{
  const JlRegister *reg = ctl_find_register (name, error);
  gint64            id;
  g_autoptr (JlSession) session = NULL;
  g_autoptr (JlResult) steps = NULL;

  if (reg == NULL || !g_ascii_string_to_signed (id_text, 10, 1, G_MAXINT64, &id, error))
    return FALSE;
  session = ctl_open (options, error);
  steps = session != NULL ? jl_register_history (session, reg, id, error) : NULL;
  if (steps == NULL)
    return FALSE;
  if (jl_result_n_rows (steps) == 0)
    g_print ("%s\n", _ ("Nothing was ever changed in this record."));
  else
    print_history (reg, steps);
  return TRUE;
}

int
ctl_history (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!ctl_parse (&argc, &argv, _ ("REGISTER ID"), NULL, &options, 2, 2))
    return CTL_USAGE;
  return ctl_finish (work_history (&options, argv[1], argv[2], &error), &error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl findings: what the rules found, as a table; with --refresh after reconciling it with the facts. */

#include "ctl.h"

#include <glib/gi18n.h>

#include "ctl-narrow.h"
#include "ctl-table.h"
#include "jl-error.h"
#include "jl-finding.h"

typedef struct
{
  char    *unit;
  char    *rule;
  char    *state;
  char    *as_of;
  gboolean refresh;
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->unit);
  g_free (self->rule);
  g_free (self->state);
  g_free (self->as_of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* The day asked for, else today; practice data live in their own time, so there it is the day on which their findings stand. */
static char *
refresh_day (const CtlOptions *options, const Wanted *wanted, JlResult *state)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (wanted->as_of != NULL)
    return g_strdup (wanted->as_of);
  if (ctl_private_database (options) != NULL && jl_result_n_rows (state) > 0)
    return g_strdup (jl_result_text (state, 0, "as_of"));
  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
refresh (JlSession *session, const CtlOptions *options, const Wanted *wanted, GError **error)
{
  g_autoptr (JlResult) state = jl_finding_state_load (session, error);
  g_autoptr (JlResult) done = NULL;
  g_autofree char *day = NULL;

  if (state == NULL)
    return FALSE;
  day = refresh_day (options, wanted, state);
  done = jl_finding_refresh (session, day, error);
  if (done == NULL)
    return FALSE;
  /* Translators: a day; numbers of findings */
  g_print (_ ("%s: %s opened, %s closed, %s opened again, %s still there\n"), day, jl_result_text (done, 0, "opened"),
           jl_result_text (done, 0, "closed"), jl_result_text (done, 0, "reopened"), jl_result_text (done, 0, "still"));
  return TRUE;
}

static void
add_row (CtlTable *table, JlResult *rows, guint i)
{
  const char *columns[] = { "clause", "unit_name", "title", "record_label", "evidence", "first_seen" };
  char      **cells = g_new0 (char *, 2 + G_N_ELEMENTS (columns));

  cells[0] = g_strdup (jl_finding_severity_word (jl_result_text (rows, i, "severity")));
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    cells[1 + c] = g_strdup (jl_result_text (rows, i, columns[c]));
  cells[1 + G_N_ELEMENTS (columns)] = g_strdup (jl_finding_state_word (jl_result_text (rows, i, "state")));
  ctl_table_take_row (table, cells);
}

static void
print_rows (JlResult *rows)
{
  const char *const heads[] = { _ ("Severity"), _ ("Clause"), _ ("Place"), _ ("Finding"), _ ("Record"), _ ("Evidence"), _ ("First seen"),
                                _ ("State"), NULL };
  CtlTable         *table = ctl_table_new (heads);

  for (guint i = 0; i < jl_result_n_rows (rows); i++)
    add_row (table, rows, i);
  ctl_table_print (table);
  g_print (ngettext ("%u finding\n", "%u findings\n", jl_result_n_rows (rows)), jl_result_n_rows (rows));
}

static gboolean
knows_rule (JlSession *session, const char *rule, GError **error)
{
  g_autoptr (JlResult) rules = jl_finding_rules_load (session, error);

  if (rules == NULL)
    return FALSE;
  for (guint i = 0; i < jl_result_n_rows (rules); i++)
    if (g_strcmp0 (jl_result_text (rules, i, "code"), rule) == 0)
      return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("There is no rule of findings “%s”."), rule);
  return FALSE;
}

static gboolean
print_findings (const CtlOptions *options, const Wanted *wanted, GError **error)
{
  g_autoptr (JlSession) session = ctl_open (options, error);
  g_autoptr (JlResult) rows = NULL;
  g_autofree char *place = NULL;
  JlFindingFilter  filter = { .state = wanted->state != NULL ? wanted->state : "standing", .rule = wanted->rule };

  if (session == NULL || (wanted->rule != NULL && !knows_rule (session, wanted->rule, error)) ||
      (wanted->unit != NULL && !ctl_find_place (session, wanted->unit, 0, &filter.unit_id, &place, error)) ||
      (wanted->refresh && !refresh (session, options, wanted, error)))
    return FALSE;
  rows = jl_finding_all (session, &filter, error);
  if (rows != NULL)
    print_rows (rows);
  return rows != NULL;
}

static gboolean
check_state (const char *state)
{
  static const char *const known[] = { "open", "explained", "accepted", "rejected", "planned", "closed", "standing", "overdue", "all", NULL };

  if (state == NULL || g_strv_contains (known, state))
    return TRUE;
  g_printerr (_ ("jiliangctl: “%s” is no state of a finding.\n"), state);
  return FALSE;
}

static gboolean
check_day (const Wanted *wanted)
{
  if (wanted->as_of == NULL || wanted->refresh)
    return TRUE;
  g_printerr (_ ("jiliangctl: a day is only chosen together with --refresh.\n"));
  return FALSE;
}

int
ctl_findings (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_auto (Wanted) wanted = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &wanted.unit, N_ ("findings of a place and its parts"), N_ ("CODE") },
    { "rule", 'r', 0, G_OPTION_ARG_STRING, &wanted.rule, N_ ("findings of one rule"), N_ ("RULE") },
    { "state", 's', 0, G_OPTION_ARG_STRING, &wanted.state,
      N_ ("open, explained, accepted, rejected, planned, closed, overdue or all; without it those that stand"), N_ ("STATE") },
    { "refresh", 0, 0, G_OPTION_ARG_NONE, &wanted.refresh, N_ ("reconcile with the facts first"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &wanted.as_of, N_ ("the day on which to reconcile"), N_ ("DAY") },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, NULL, entries, &options, 0, 0) || !check_state (wanted.state) || !check_day (&wanted))
    return CTL_USAGE;
  return ctl_finish (print_findings (&options, &wanted, &error), &error);
}

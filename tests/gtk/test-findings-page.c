/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题清单 without a database: what its list asks, what the pane says and lets whom do, what its forms refuse. */

#include "jl-answers.h"
#include "jl-error.h"
#include "jl-finding-pane.h"
#include "jl-field-row.h"
#include "jl-gtk-test.h"
#include "jl-pair-list.h"
#include "jl-record-form.h"
#include "jl-register-filter-bar.h"
#include "jl-severity.h"
#include "jl-table.h"

/* The list */

static JlRegisterFilterBar *
open_bar (GtkWindow **window)
{
  JlRegisterFilterBar *bar = g_object_new (JL_TYPE_REGISTER_FILTER_BAR, NULL);

  jl_register_filter_bar_set_register (bar, jl_register_find ("finding"));
  *window = jl_present (GTK_WIDGET (bar), 1200, 200);
  return bar;
}

static void
assert_asks (JlRegisterFilterBar *bar, const char *condition, const char *param)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find ("finding"));
  JlRowsQuery *query;

  jl_register_filter_bar_apply (bar, filter, 0);
  jl_register_filter_set_order (filter, "severity", FALSE);
  query = jl_register_filter_query (filter);
  g_test_message ("%s", query->first_sql);
  g_assert_nonnull (strstr (query->first_sql, condition));
  if (param)
    g_assert_cmpstr (query->params[0], ==, param);
  jl_rows_query_free (query);
}

static void
test_asks_for_what_stands (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);

  assert_asks (bar, "l.state::text = any (", "{\"open\",\"explained\",\"rejected\",\"planned\"}");
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  jl_register_filter_bar_narrow (bar, "severity:blocks");
  g_assert_true (jl_register_filter_bar_is_narrowed (bar));
  assert_asks (bar, "l.severity::text = any (", "{\"blocks\"}");
  assert_asks (bar, "l.state::text = any (", NULL);
  jl_register_filter_bar_narrow (bar, "state:closed;rule:new_contract_missing");
  assert_asks (bar, "l.rule::text = any (", "{\"closed\"}");
  jl_register_filter_bar_clear (bar);
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  assert_asks (bar, "l.state::text = any (", "{\"open\",\"explained\",\"rejected\",\"planned\"}");
  gtk_window_destroy (window);
}

/* One finding is wanted whatever its state. */
static void
test_asks_for_one (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);

  jl_register_filter_bar_narrow (bar, "id:7");
  assert_asks (bar, "where true and l.id = 7 order by", NULL);
  jl_register_filter_bar_narrow (bar, "colour:red");
  g_assert_false (jl_register_filter_bar_is_narrowed (bar));
  gtk_window_destroy (window);
}

static void
test_gravest_first (void)
{
  GtkWindow           *window;
  JlRegisterFilterBar *bar = open_bar (&window);

  assert_asks (bar, "order by array_position (array['blocks', 'decide', 'warning', 'note'], l.severity::text) nulls last, l.id", NULL);
  g_assert_cmpint (jl_severity_mark ("blocks"), ==, JL_PROGRESS_OVERDUE);
  g_assert_cmpint (jl_severity_mark ("decide"), ==, JL_PROGRESS_TO_DECIDE);
  gtk_window_destroy (window);
}

/* Evidence is long: rows have two lines where a column has them, and only there. */
static void
test_two_lines (void)
{
  const JlRegister *reg = jl_register_find ("finding");
  JlColumn          columns[] = { jl_column_for_field (jl_register_field (reg, "state")), jl_column_for_field (jl_register_field (reg, "evidence")) };
  JlTable          *table = JL_TABLE (g_object_ref_sink (jl_table_new ()));

  g_assert_false (columns[0].flags & JL_COLUMN_TWO_LINES);
  g_assert_true (columns[1].flags & JL_COLUMN_TWO_LINES);
  jl_table_set_columns (table, columns, 2);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (table), "jl-two-lines"));
  jl_table_set_columns (table, columns, 1);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (table), "jl-two-lines"));
  g_object_unref (table);
}

/* The pane */

typedef struct
{
  const char *state;
  const char *may; /* of explain, decide, plan: "ttf" */
  gboolean    with_record;
} Case;

static JlFindingDetails *
make_details (const Case *of)
{
  JlFindingDetails *details = g_new0 (JlFindingDetails, 1);
  g_autofree char  *finding = g_strdup_printf (
       "id|version|title|clause|document|severity|unit_id|unit_name|register|record_id|record_label|year|state|fires|first_seen|last_seen|"
        "planned_on|days|overdue|evidence|verdict\n"
        "9|3|未经施工图审查办理施工许可|四（二）|吉政发〔2010〕20号|decide|4|南关区|%s|%s|%s|~|%s|t|2012-12-31|2013-04-30|%s|120|t|"
        "施工许可2012-05-01，施工图审查未办|涉嫌不符合规定，待核实\n",
      of->with_record ? "new_project" : "~", of->with_record ? "31" : "~", of->with_record ? "220102-X0001" : "~", of->state,
      g_str_equal (of->state, "planned") ? "2013-09-30" : "~");
  g_autofree char *rights = g_strdup_printf ("step|duties|may|own\n"
                                             "explain|{jl_city,jl_housing}|%c|f\ndecide|{jl_housing}|%c|f\nplan|{jl_housing}|%c|f\n",
                                             of->may[0], of->may[1], of->may[2]);

  details->finding = g_new0 (JlFinding, 1);
  details->finding->finding = jl_answer_new (finding);
  details->finding->steps = jl_answer_new ("at|actor_name|from_state|to_state|words|document|due_on|attachment_id|attachment_name\n"
                                           "2013-01-05 09:00:00+08|系统|~|open|~|~|~|~|~\n"
                                           "2013-02-05 10:30:00+08|演练人员丙|open|explained|图审已补办|长建函〔2013〕5号|~|6|scan.pdf\n");
  details->finding->rights = jl_answer_new (rights);
  if (of->with_record)
    details->papers = jl_answer_new ("id|name|mime\n6|scan.pdf|application/pdf\n");
  details->may_attach = of->with_record;
  return details;
}

static JlFindingPane *
open_pane (const Case *of, GtkWindow **window)
{
  JlFindingPane *pane = JL_FINDING_PANE (jl_finding_pane_new ());

  *window = jl_present (GTK_WIDGET (pane), 330, 800);
  jl_finding_pane_show (pane, make_details (of));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (*window));
  return pane;
}

/* The mapped button of an action. */
static GtkWidget *
button_of (GtkWidget *widget, const char *action)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = button_of (child, action);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_says_what_was_found (void)
{
  const Case     of = { "explained", "fff", TRUE };
  GtkWindow     *window;
  JlFindingPane *pane = open_pane (&of, &window);
  GtkWidget     *widget = GTK_WIDGET (pane);

  g_assert_nonnull (jl_find_label (widget, "To be decided"));
  g_assert_nonnull (jl_find_label (widget, "Explained, left too long"));
  g_assert_nonnull (jl_find_label (widget, "吉政发〔2010〕20号　四（二）"));
  g_assert_nonnull (jl_find_label (widget, "施工许可2012-05-01，施工图审查未办"));
  g_assert_nonnull (jl_find_label (widget, "220102-X0001"));
  g_assert_nonnull (jl_find_label (widget, "120 days"));
  g_assert_nonnull (jl_find_label (widget, "Finding open → Explained"));
  g_assert_nonnull (jl_find_label (widget, "2013-02-05 10:30　演练人员丙"));
  g_assert_nonnull (jl_find_label (widget, "never closed by hand"));
  g_assert_true (gtk_widget_get_sensitive (button_of (widget, "finding.open-record")));
  g_assert_nonnull (button_of (widget, "finding.open-paper"));
  jl_picture (window, "finding-pane");
  gtk_window_destroy (window);
}

/* The steps of a state, and of a duty; who is not asked learns who is. */
static void
test_steps_follow_state_and_duty (void)
{
  static const struct
  {
    Case        of;
    const char *steps; /* explain, accept, reject, plan: '-' not there, 'x' insensitive, 'o' offered */
  } cases[] = {
    { { "open", "tff", TRUE }, "o--x" },
    { { "open", "ftt", TRUE }, "x--o" },
    { { "explained", "ftt", TRUE }, "xooo" },
    { { "explained", "tff", TRUE }, "oxxx" },
    { { "rejected", "tff", FALSE }, "o--x" },
    { { "planned", "ttt", FALSE }, "---o" },
    { { "accepted", "ttt", TRUE }, "----" },
    { { "closed", "ttt", TRUE }, "----" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWindow     *window;
      JlFindingPane *pane = open_pane (&cases[i].of, &window);

      for (guint k = 0; k < JL_FINDING_N_STEPS; k++)
        {
          g_autofree char *action = g_strconcat ("finding.", jl_finding_steps[k].code, NULL);
          GtkWidget       *button = button_of (GTK_WIDGET (pane), action);
          char             seen = button == NULL ? '-' : gtk_widget_is_sensitive (button) ? 'o'
                                                                                          : 'x';

          g_test_message ("%s %s", cases[i].of.state, action);
          g_assert_cmpint (seen, ==, cases[i].steps[k]);
          g_assert_true ((seen == 'x') == (button && gtk_widget_get_tooltip_text (button)));
        }
      gtk_window_destroy (window);
    }
}

static GtkWidget *
start_step (JlFindingPane *pane, const char *action)
{
  GtkWidget *form;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), action, NULL));
  form = jl_find_type (GTK_WIDGET (pane), JL_TYPE_RECORD_FORM);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (pane))));
  return form;
}

static JlFieldRow *
row_of (GtkWidget *form, const char *field)
{
  for (GtkWidget *row = gtk_widget_get_first_child (form); row; row = gtk_widget_get_next_sibling (row))
    {
      if (g_str_equal (jl_field_row_get_field (JL_FIELD_ROW (row))->name, field))
        return JL_FIELD_ROW (row);
    }
  g_assert_not_reached ();
}

/* While another finding is being read, no step is begun by way of the one that is still on show. */
static void
test_coming (void)
{
  const Case     of = { "open", "ttt", FALSE };
  GtkWindow     *window;
  JlFindingPane *pane = open_pane (&of, &window);

  jl_finding_pane_open (pane, 10);
  gtk_widget_activate_action (GTK_WIDGET (pane), "finding.explain", NULL);
  g_assert_false (jl_finding_pane_is_acting (pane));
  jl_finding_pane_open (pane, 9);
  gtk_widget_activate_action (GTK_WIDGET (pane), "finding.explain", NULL);
  g_assert_true (jl_finding_pane_is_acting (pane));
  gtk_window_destroy (window);
}

static void
test_explanation_needs_words_and_paper (void)
{
  const Case     of = { "open", "ttt", FALSE };
  GtkWindow     *window;
  JlFindingPane *pane = open_pane (&of, &window);
  GtkWidget     *form = start_step (pane, "finding.explain");

  g_assert_false (jl_finding_pane_has_unsaved (pane));
  gtk_widget_activate_action (GTK_WIDGET (pane), "finding.save", NULL);
  g_assert_nonnull (jl_field_row_get_error (row_of (form, "words")));
  jl_field_row_set_value (row_of (form, "words"), "图审已补办", NULL);
  gtk_widget_activate_action (GTK_WIDGET (pane), "finding.save", NULL);
  g_assert_null (jl_field_row_get_error (row_of (form, "words")));
  g_assert_nonnull (strstr (jl_field_row_get_error (row_of (form, "document")), "number of a paper"));
  jl_picture (window, "finding-explain");
  gtk_window_destroy (window);
}

static void
test_plan_needs_day_and_paper (void)
{
  const Case     of = { "planned", "ttt", TRUE };
  GtkWindow     *window;
  JlFindingPane *pane = open_pane (&of, &window);
  GtkWidget     *form;

  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "2013-09-30"));
  form = start_step (pane, "finding.plan");
  gtk_widget_activate_action (GTK_WIDGET (pane), "finding.save", NULL);
  g_assert_nonnull (jl_field_row_get_error (row_of (form, "due_on")));
  g_assert_nonnull (jl_field_row_get_error (row_of (form, "document")));
  gtk_widget_activate_action (GTK_WIDGET (pane), "finding.cancel", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (button_of (GTK_WIDGET (pane), "finding.plan"));
  gtk_window_destroy (window);
}

static void
count_cb (gpointer source, guint *n)
{
  (*n)++;
}

/* Another was first: the list learns of it, and the finding that comes is told to be another's doing. */
static void
test_forestalled (void)
{
  const Case     of = { "explained", "ttt", TRUE };
  const Case     later = { "accepted", "ttt", TRUE };
  GtkWindow     *window;
  JlFindingPane *pane = open_pane (&of, &window);
  guint          n = 0;

  g_autoptr (GError) conflict = g_error_new_literal (JL_ERROR, JL_ERROR_CONFLICT, "The finding has changed since it was shown\ndetail");
  g_autoptr (GError) refusal = g_error_new_literal (JL_ERROR, JL_ERROR_INVALID, "A plan names a day to come\ndetail");

  g_signal_connect (pane, "changed", G_CALLBACK (count_cb), &n);
  start_step (pane, "finding.reject");
  jl_finding_pane_refuse (pane, refusal);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "A plan names a day to come"));
  g_assert_cmpuint (n, ==, 0);
  jl_finding_pane_refuse (pane, conflict);
  g_assert_cmpuint (n, ==, 1);
  jl_finding_pane_show (pane, make_details (&later));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "Somebody else has acted first"));
  g_assert_nonnull (jl_find_label (GTK_WIDGET (pane), "Explanation accepted"));
  gtk_window_destroy (window);
}

static void
test_closes (void)
{
  const Case     of = { "open", "ttt", TRUE };
  GtkWindow     *window;
  JlFindingPane *pane = open_pane (&of, &window);
  guint          n = 0;

  g_signal_connect (pane, "closed", G_CALLBACK (count_cb), &n);
  g_assert_cmpint (jl_finding_pane_get_finding (pane), ==, 9);
  gtk_widget_activate_action (GTK_WIDGET (pane), "finding.close", NULL);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (jl_finding_pane_get_finding (pane), ==, 0);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/findings/what-stands", test_asks_for_what_stands);
  g_test_add_func ("/gtk/findings/one", test_asks_for_one);
  g_test_add_func ("/gtk/findings/order", test_gravest_first);
  g_test_add_func ("/gtk/findings/two-lines", test_two_lines);
  g_test_add_func ("/gtk/findings/pane", test_says_what_was_found);
  g_test_add_func ("/gtk/findings/steps", test_steps_follow_state_and_duty);
  g_test_add_func ("/gtk/findings/coming", test_coming);
  g_test_add_func ("/gtk/findings/explain", test_explanation_needs_words_and_paper);
  g_test_add_func ("/gtk/findings/plan", test_plan_needs_day_and_paper);
  g_test_add_func ("/gtk/findings/forestalled", test_forestalled);
  g_test_add_func ("/gtk/findings/closes", test_closes);
  return g_test_run ();
}

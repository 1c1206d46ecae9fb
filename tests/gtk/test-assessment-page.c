/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The assessment: who may do what, the matrix, the pane, the flow, the proposals, the states of the
 * page. No server: answers are written here. */

#include <string.h>

#include "jl-answers.h"
#include "jl-assess-actions.h"
#include "jl-assessment-page.h"
#include "jl-balanced-label.h"
#include "jl-gtk-test.h"
#include "jl-points-bar.h"
#include "jl-proposals.h"
#include "jl-score-pane.h"
#include "jl-score-row.h"
#include "jl-score-table.h"
#include "jl-steps.h"

#define HASH "eb40505565840534f530f2c988335916633b925715b213bb4af7ce3ce9e8919e"

#define HEAD_COLUMNS                                                                            \
  "id|year|version|state|scheme_title|task_cutoff|billing_cutoff|computed_by|computed_by_role|" \
  "computed_at|proposed_by|proposed_by_role|proposed_at|confirmed_by|confirmed_by_role|"        \
  "confirmed_at|hash_hex\n"
#define HEAD_COMPUTED "|考核评分表|2012-12-31|2013-04-30|甲|first|2013-05-24 10:00:01.5+08|"

static const char none_text[] = HEAD_COLUMNS;
static const char computed_text[] =
    HEAD_COLUMNS "1|2012|1|computed" HEAD_COMPUTED "~|~|~|~|~|~|~\n";
static const char proposed_text[] =
    HEAD_COLUMNS "1|2012|1|proposed" HEAD_COMPUTED "甲|first|2013-06-24 16:20:59+08|~|~|~|~\n";
static const char frozen_text[] =
    HEAD_COLUMNS "1|2012|1|frozen" HEAD_COMPUTED
                 "甲|first|2013-06-24 16:20:59+08|乙|second|2013-06-25 09:00:00+08|" HASH "\n";

#define BLOCKS "{价格和收费政策,党政机关办公楼和公共建筑,计量收费}"

static const char units_text[] =
    "unit_id|code|name|grp|place_order|blocks|block_points|block_full|sum_points|applicable|total|"
    "score|ranked|why_unranked|rank|tied|grade|vetoes|proposal|ground\n"
    "2|220200|吉林市|prefecture|2|" BLOCKS
    "|{6,11.667794,14.8}|{6,12,15}|32.467794|33|33|98.387255|t"
    "|~|1|f|优秀|{}|praise|优秀，第1位\n"
    "1|220100|长春市|prefecture|1|" BLOCKS
    "|{6,\"\",7.49}|{6,\"\",15}|13.49|21|33|64.238095|t|~|2|t"
    "|合格|{V2,V3}|~|~\n"
    "3|220300|四平市|prefecture|3|" BLOCKS "|{0,2.4,0}|{6,12,15}|2.4|33|33|7.272727|t|~|2|t|不合格"
    "|{V3}|criticise|考核等次不合格\n"
    "5|222401|延吉市|county|5|" BLOCKS
    "|{7,10,10}|{7,10,10}|27|27|27|100|t|~|1|f|优秀|{}|praise|优秀\n"
    "6|220621|靖宇县|county|6|" BLOCKS "|{7,\"\",\"\"}|{7,\"\",\"\"}|7|7|27|100|f|不适用分值超过20%"
    "|~|f|~|{}|~|~\n"
    "7|CBS|长白山管委会|committee|7|" BLOCKS "|{7,0,0}|{7,10,10}|7|27|27|25.9|f|单列|~|f|~|{}|~|~\n"
    "8|222400|延边州|prefecture_sum|8|" BLOCKS "|{\"\",\"\",\"\"}|{\"\",\"\",\"\"}|~|0|0|~|f|"
    "州合计，不评分|~|f|~|{}|~|~\n";

static const char items_text[] =
    "item|block|title|clause|full_points|points|state|formula|indicator|numerator|denominator\n"
    "A21|二、价格和收费政策|热价政策|三（一）|6|6|value|采暖期开始前印发：6|price_policy|-48|~\n"
    "A41|四、党政机关办公楼和公共建筑|改造完成率|三（三）|4|~|not_applicable|不适用，折算|office_"
    "done|~|~\n"
    "A61|六、计量收费|占比|五（二）3|10|9.9984|value|10 × 24.996% ÷ 25%|metered_share|1050391026|"
    "4202236461\n"
    "A62|六、计量收费|计量收费率|二（四）|5|0|not_reported|未报，本项计0分|billed_of_fitted|~|~\n";

static const char awards_text[] =
    "unit_id|award|award_name|bar|verdict|reason|clause\n"
    "1|habitat|人居环境范例奖|C-25|barred|占比24.996%，低于25%|五（二）3\n"
    "1|garden|国家园林城市|C-25|barred|占比24.996%，低于25%|五（二）3\n"
    "1|habitat|人居环境范例奖|C-DONE|to_decide|力争完成1项未实现|五（二）3\n"
    "2|habitat|人居环境范例奖|C-25|not_barred|占比30%|五（二）3\n";

static const char vetoes_text[] = "unit_id|veto|title|clause\n"
                                  "1|V2|逾期未出台热价政策|三（一）\n"
                                  "1|V3|占比低于25%|五（二）3\n"
                                  "3|V3|占比低于25%|五（二）3\n";

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlAssessment, jl_assessment_free)

static JlAssessment *
make_assessment (const char *head)
{
  JlAssessment *self = g_new0 (JlAssessment, 1);
  gboolean      none = head == none_text;

  self->year = 2012;
  self->assessment = jl_answer_new (head);
  self->units = jl_answer_new (units_text);
  self->awards = jl_answer_new (awards_text);
  self->vetoes = jl_answer_new (vetoes_text);
  if (none)
    {
      g_autofree char *columns =
          g_strndup (units_text, (gsize) (strchr (units_text, '\n') - units_text));

      jl_result_unref (self->units);
      self->units = jl_answer_new (columns);
    }
  return self;
}

static void
assert_says (gpointer widget, const char *text)
{
  if (jl_find_label (widget, text) == NULL)
    g_error ("“%s” is not shown", text);
}

static void
assert_silent (gpointer widget, const char *text)
{
  if (jl_find_label (widget, text))
    g_error ("“%s” is shown", text);
}

/* The button with that label, shown or not. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* ---- who may do what */

static void
test_why_not (void)
{
  const char *duty = jl_assess_why_not (JL_ASSESS_COMPUTE, "none", NULL, "r", "jl_reader");
  const char *self =
      jl_assess_why_not (JL_ASSESS_CONFIRM, "proposed", "first", "first", "jl_housing");

  g_assert_cmpstr (duty, ==, "Only the heating-reform office computes and freezes.");
  g_assert_cmpstr (self, ==, "The proposer and the confirmer must be two people.");
  g_assert_null (
      jl_assess_why_not (JL_ASSESS_CONFIRM, "proposed", "first", "second", "jl_housing"));
  g_assert_null (
      jl_assess_why_not (JL_ASSESS_WITHDRAW, "proposed", "first", "first", "jl_housing"));
  g_assert_nonnull (jl_assess_why_not (JL_ASSESS_PROPOSE, "computed", NULL, NULL, NULL));
}

static void
test_drafts (void)
{
  g_assert_true (jl_assess_sees_drafts ("jl_housing"));
  g_assert_true (jl_assess_sees_drafts ("jl_auditor"));
  g_assert_false (jl_assess_sees_drafts ("jl_city"));
  g_assert_false (jl_assess_sees_drafts ("jl_reader"));
}

static void
assert_button (GtkWidget *actions, const char *label, gboolean visible, gboolean sensitive)
{
  GtkWidget *button = find_button (actions, label);

  g_assert_cmpint (gtk_widget_get_visible (button), ==, visible);
  if (visible)
    g_assert_cmpint (gtk_widget_get_sensitive (button), ==, sensitive);
  g_assert_true (!visible || sensitive == (gtk_widget_get_tooltip_text (button) == NULL));
}

static void
test_actions (void)
{
  g_autoptr (GtkWidget) actions = g_object_ref_sink (g_object_new (JL_TYPE_ASSESS_ACTIONS, NULL));
  g_autoptr (JlAssessment) computed = make_assessment (computed_text);
  g_autoptr (JlAssessment) proposed = make_assessment (proposed_text);
  g_autoptr (JlAssessment) frozen = make_assessment (frozen_text);
  JlAssessActions *self = JL_ASSESS_ACTIONS (actions);

  jl_assess_actions_set_assessment (self, computed, "first", "jl_housing");
  assert_button (actions, "Compute", TRUE, TRUE);
  assert_button (actions, "Propose freezing", TRUE, TRUE);
  assert_button (actions, "Confirm freezing", FALSE, FALSE);
  jl_assess_actions_set_assessment (self, proposed, "first", "jl_housing");
  assert_button (actions, "Compute", FALSE, FALSE);
  assert_button (actions, "Withdraw the proposal", TRUE, TRUE);
  assert_button (actions, "Confirm freezing", TRUE, FALSE);
  jl_assess_actions_set_assessment (self, proposed, "second", "jl_housing");
  assert_button (actions, "Confirm freezing", TRUE, TRUE);
  jl_assess_actions_set_assessment (self, frozen, "second", "jl_housing");
  assert_button (actions, "Confirm freezing", FALSE, FALSE);
  g_assert_true (gtk_widget_get_visible (find_button (actions, "Circulars")));
}

typedef struct
{
  int step;
  int year;
} Taken;

static void
step_cb (gpointer actions, int step, int year, Taken *taken)
{
  *taken = (Taken){ step, year };
}

static void
test_steps_without_question (void)
{
  g_autoptr (GtkWidget) actions = g_object_ref_sink (g_object_new (JL_TYPE_ASSESS_ACTIONS, NULL));
  Taken taken = { -1, 0 };

  g_signal_connect (actions, "step", G_CALLBACK (step_cb), &taken);
  jl_assess_actions_take (JL_ASSESS_ACTIONS (actions), JL_ASSESS_WITHDRAW);
  g_assert_cmpint (taken.step, ==, JL_ASSESS_WITHDRAW);
}

/* Another year may have come by the time of the answer: the one that was asked about is frozen. */
static void
test_freezes_the_year_asked_about (void)
{
  JlAssessActions *actions = g_object_new (JL_TYPE_ASSESS_ACTIONS, NULL);
  GtkWindow       *window = jl_present (GTK_WIDGET (actions), 600, 60);
  g_autoptr (JlAssessment) asked = make_assessment (proposed_text);
  g_autoptr (JlAssessment) other = make_assessment (proposed_text);
  Taken taken = { -1, 0 };

  other->year = 2013;
  g_signal_connect (actions, "step", G_CALLBACK (step_cb), &taken);
  jl_assess_actions_set_assessment (actions, asked, "second", "jl_housing");
  jl_assess_actions_take (actions, JL_ASSESS_CONFIRM);
  jl_assess_actions_set_assessment (actions, other, "second", "jl_housing");
  adw_message_dialog_response (jl_find_question (), "accept");
  jl_wait_ms (20);
  g_assert_cmpint (taken.step, ==, JL_ASSESS_CONFIRM);
  g_assert_cmpint (taken.year, ==, 2012);
  gtk_window_destroy (GTK_WINDOW (jl_find_question ()));
  gtk_window_destroy (window);
}

/* ---- the matrix */

typedef struct
{
  GtkWindow    *window;
  JlScoreTable *table;
  JlResult     *units;
  int           selected;
  int           opened;
} Matrix;

static void
selected_cb (gpointer table, int unit_id, Matrix *matrix)
{
  matrix->selected = unit_id;
}

static void
opened_cb (gpointer table, int unit_id, Matrix *matrix)
{
  matrix->opened = unit_id;
}

static void
matrix_set_up (Matrix *matrix, gconstpointer data)
{
  matrix->table = g_object_new (JL_TYPE_SCORE_TABLE, NULL);
  matrix->units = jl_answer_new (units_text);
  matrix->window = jl_present (GTK_WIDGET (matrix->table), 640, 420);
  g_signal_connect (matrix->table, "selected", G_CALLBACK (selected_cb), matrix);
  g_signal_connect (matrix->table, "opened", G_CALLBACK (opened_cb), matrix);
}

static void
matrix_tear_down (Matrix *matrix, gconstpointer data)
{
  jl_result_unref (matrix->units);
  gtk_window_destroy (matrix->window);
}

static void
test_matrix_lists_those_apart_last (Matrix *matrix, gconstpointer data)
{
  GtkListBox *rows = jl_find_type (GTK_WIDGET (matrix->table), GTK_TYPE_LIST_BOX);

  jl_score_table_set_units (matrix->table, matrix->units, "prefecture");
  g_assert_cmpint (matrix->selected, ==, 2);
  g_assert_cmpint (jl_score_row_get_unit (gtk_list_box_get_row_at_index (rows, 3)), ==, 7);
  g_assert_cmpint (jl_score_row_get_unit (gtk_list_box_get_row_at_index (rows, 4)), ==, 8);
  g_assert_null (gtk_list_box_get_row_at_index (rows, 5));
  jl_wait_ms (100);
  assert_says (matrix->table, "tied rank 2");
  assert_says (matrix->table, "Listed separately");
  assert_says (matrix->table, "Prefecture total, not scored");
  assert_says (matrix->table, "V2、V3");
  jl_picture (matrix->window, "assessment-matrix");
}

/* Two bars of 长春市, whose second block does not apply, none for those listed apart. */
static void
test_matrix_bars (Matrix *matrix, gconstpointer data)
{
  jl_score_table_set_units (matrix->table, matrix->units, "prefecture");
  g_assert_cmpuint (jl_count_type (GTK_WIDGET (matrix->table), JL_TYPE_POINTS_BAR), ==, 3 + 2 + 3);
  jl_score_table_set_units (matrix->table, matrix->units, "apart");
  g_assert_cmpuint (jl_count_type (GTK_WIDGET (matrix->table), JL_TYPE_POINTS_BAR), ==, 0);
}

static void
test_matrix_keeps_the_selection (Matrix *matrix, gconstpointer data)
{
  jl_score_table_set_units (matrix->table, matrix->units, "prefecture");
  g_assert_true (jl_score_table_select (matrix->table, 3));
  g_assert_cmpint (matrix->selected, ==, 3);
  jl_score_table_set_units (matrix->table, matrix->units, "prefecture");
  g_assert_cmpint (jl_score_table_get_selected (matrix->table), ==, 3);
  jl_score_table_set_units (matrix->table, matrix->units, "county");
  g_assert_cmpint (jl_score_table_get_selected (matrix->table), ==, 5);
  g_assert_false (jl_score_table_select (matrix->table, 3));
}

static void
test_matrix_rows_speak (Matrix *matrix, gconstpointer data)
{
  GtkListBox *rows = jl_find_type (GTK_WIDGET (matrix->table), GTK_TYPE_LIST_BOX);
  const char *spoken = "长春市, score 64.24, 合格, tied rank 2, vetoes V2、V3";

  jl_score_table_set_units (matrix->table, matrix->units, "prefecture");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (rows, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

static void
test_matrix_opens_a_unit (Matrix *matrix, gconstpointer data)
{
  GtkListBox *rows = jl_find_type (GTK_WIDGET (matrix->table), GTK_TYPE_LIST_BOX);

  jl_score_table_set_units (matrix->table, matrix->units, "county");
  g_assert_false (gtk_list_box_get_activate_on_single_click (rows));
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (rows, 1)));
  g_assert_cmpint (matrix->opened, ==, 6);
  jl_wait_ms (50);
  assert_says (matrix->table, "Not ranked");
  assert_says (matrix->table, "7 points");
}

/* ---- lines of about the same length */

static int
text_width (GtkWidget *label)
{
  return gtk_widget_get_width (jl_find_type (label, GTK_TYPE_LABEL));
}

static void
test_balanced_label (void)
{
  GtkWidget *label = jl_balanced_label_new ("aaaa bbbb cccc dddd eeee ffff gggg", "caption");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWindow *window;
  int        natural;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  window = jl_present (box, natural - 4, 80);
  jl_wait_ms (100);
  g_assert_cmpint (gtk_widget_get_width (label), <, natural);
  g_assert_cmpint (text_width (label), <, natural * 3 / 4);
  gtk_window_destroy (window);
}

/* ---- the pane */

static void
test_pane (void)
{
  JlScorePane *pane = g_object_new (JL_TYPE_SCORE_PANE, NULL);
  GtkWindow   *window = jl_present (GTK_WIDGET (pane), 330, 900);
  g_autoptr (JlAssessment) assessment = make_assessment (computed_text);
  g_autoptr (JlResult) items = jl_answer_new (items_text);

  jl_score_pane_show_unit (pane, assessment, 1, items);
  jl_wait_ms (100);
  assert_says (pane, "64.24");
  assert_says (pane, "tied rank 2");
  assert_says (pane, "10 × 24.996% ÷ 25%");
  assert_says (pane, "9.998400");
  assert_says (pane, "1,050.39 ÷ 4,202.24 10,000 m²");
  assert_says (pane, "不适用，折算");
  assert_says (pane, "7.49 / 15 points");
  assert_says (pane, "13.49 ÷ 21 × 100 = 64.238095");
  assert_says (pane, "V2 逾期未出台热价政策");
  assert_says (pane, "V3 占比低于25%");
  jl_picture (window, "assessment-pane");
  gtk_window_destroy (window);
}

static void
test_pane_verdicts (void)
{
  JlScorePane *pane = g_object_new (JL_TYPE_SCORE_PANE, NULL);
  GtkWindow   *window = jl_present (GTK_WIDGET (pane), 330, 900);
  g_autoptr (JlAssessment) assessment = make_assessment (computed_text);
  g_autoptr (JlResult) items = jl_answer_new (items_text);

  jl_score_pane_show_unit (pane, assessment, 1, items);
  jl_wait_ms (100);
  assert_says (pane, "人居环境范例奖、国家园林城市");
  assert_says (pane, "Barred from applying");
  assert_says (pane, "To be decided");
  assert_silent (pane, "占比30%");
  jl_score_pane_show_unit (pane, assessment, 5, items);
  jl_wait_ms (50);
  assert_silent (pane, "Barred from applying");
  assert_silent (pane, "V2 逾期未出台热价政策");
  jl_score_pane_clear (pane);
  gtk_window_destroy (window);
}

/* ---- the flow and the proposals */

static void
test_flow (void)
{
  JlSteps   *steps = g_object_new (JL_TYPE_STEPS, NULL);
  GtkWindow *window = jl_present (GTK_WIDGET (steps), 900, 80);
  g_autoptr (JlAssessment) none = make_assessment (none_text);
  g_autoptr (JlAssessment) proposed = make_assessment (proposed_text);
  g_autoptr (JlAssessment) frozen = make_assessment (frozen_text);

  jl_steps_set_assessment (steps, none);
  jl_wait_ms (50);
  assert_says (steps, "Not computed yet");
  assert_silent (steps, "Check code");
  jl_steps_set_assessment (steps, proposed);
  jl_wait_ms (50);
  assert_says (steps, "甲  2013-06-24 16:20");
  assert_says (steps, "Waits for another official to confirm");
  jl_steps_set_assessment (steps, frozen);
  jl_wait_ms (50);
  assert_says (steps, "乙  2013-06-25 09:00");
  assert_says (steps, "eb40 5055 6584 0534 …");
  jl_picture (window, "assessment-flow");
  gtk_window_destroy (window);
}

static void
test_proposals (void)
{
  JlProposals *card = g_object_new (JL_TYPE_PROPOSALS, NULL);
  GtkWindow   *window = jl_present (GTK_WIDGET (card), 400, 160);
  g_autoptr (JlResult) units = jl_answer_new (units_text);

  jl_proposals_set_units (card, units, "praise", "prefecture");
  jl_wait_ms (50);
  assert_says (card, "吉林市");
  assert_silent (card, "延吉市");
  assert_says (card, "County-level units: 1 more.");
  jl_proposals_set_units (card, units, "criticise", "county");
  jl_wait_ms (50);
  assert_says (card, "0 units");
  assert_says (card, "Prefecture-level cities: 1 more.");
  gtk_window_destroy (window);
}

/* ---- the page */

static const char *page_head;

static gpointer
answer_work (JlSession *session, gpointer data, GError **error)
{
  return make_assessment (page_head);
}

static void
reload_from_answers (JlPage *page)
{
  jl_page_load (page, JL_WORK_READ, answer_work, NULL, NULL, (GDestroyNotify) jl_assessment_free);
}

static gboolean
is_loaded (gpointer page)
{
  return jl_page_is_loaded (page);
}

static GtkWindow *
open_page (GtkWidget **page, const char *head, int width, int height)
{
  GtkWindow *window;

  page_head = head;
  *page = jl_assessment_page_new ();
  JL_PAGE_GET_CLASS (*page)->reload = reload_from_answers;
  JL_PAGE_GET_CLASS (*page)->without_link = TRUE;
  jl_page_set_year (JL_PAGE (*page), 2012);
  window = jl_present (*page, width, height);
  jl_wait_until (is_loaded, *page);
  jl_wait_ms (100);
  return window;
}

static void
test_page (void)
{
  GtkWidget *page;
  GtkWindow *window = open_page (&page, frozen_text, 1232, 853);

  assert_says (page, "billing 2013年4月30日; tasks 2012年12月31日");
  g_assert_nonnull (find_button (page, "Prefecture-level cities 3"));
  g_assert_nonnull (find_button (page, "Listed separately 2"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "County level 2")), TRUE);
  jl_wait_ms (50);
  assert_says (page, "延吉市");
  assert_silent (page, "长春市");
  jl_picture (window, "assessment");

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (window);
  g_assert_null (page);
}

static void
test_page_before_computing (void)
{
  GtkWidget *page;
  GtkWindow *window = open_page (&page, none_text, 752, 553);
  GtkWidget *compute = find_button (page, "Compute");

  assert_says (page, "Not computed yet");
  assert_silent (page, "Awards and titles");
  assert_silent (page, "Data as of");
  g_assert_nonnull (compute);
  jl_picture (window, "assessment-none");
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
#define ADD(name, func) g_test_add_func ("/gtk/assessment/" name, func)
#define ADD_MATRIX(name, func) \
  g_test_add ("/gtk/assessment/" name, Matrix, NULL, matrix_set_up, func, matrix_tear_down)
  ADD ("why-not", test_why_not);
  ADD ("drafts", test_drafts);
  ADD ("actions", test_actions);
  ADD ("steps-without-question", test_steps_without_question);
  ADD ("freezes-the-year-asked-about", test_freezes_the_year_asked_about);
  ADD_MATRIX ("matrix-lists-those-apart-last", test_matrix_lists_those_apart_last);
  ADD_MATRIX ("matrix-bars", test_matrix_bars);
  ADD_MATRIX ("matrix-keeps-the-selection", test_matrix_keeps_the_selection);
  ADD_MATRIX ("matrix-rows-speak", test_matrix_rows_speak);
  ADD_MATRIX ("matrix-opens-a-unit", test_matrix_opens_a_unit);
  ADD ("balanced-label", test_balanced_label);
  ADD ("pane", test_pane);
  ADD ("pane-verdicts", test_pane_verdicts);
  ADD ("flow", test_flow);
  ADD ("proposals", test_proposals);
  ADD ("page", test_page);
  ADD ("page-before-computing", test_page_before_computing);
  return g_test_run ();
}

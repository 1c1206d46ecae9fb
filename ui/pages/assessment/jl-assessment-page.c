/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Each step (compute, propose, withdraw, confirm) is a function of the database run in a worker;
 * its answer is the assessment as it then stands and replaces what is shown. The buttons only say
 * what the database would refuse anyway. */

#include "jl-assessment-page.h"

#include "jl-assess-actions.h"
#include "jl-assess-work.h"
#include "jl-group-picker.h"
#include "jl-proposals.h"
#include "jl-score-pane.h"
#include "jl-score-table.h"
#include "jl-season.h"
#include "jl-side-layout.h"
#include "jl-steps.h"
#include "jl-year-picker.h"

#include <glib/gi18n.h>

struct _JlAssessmentPage
{
  JlPage parent_instance;

  JlAssessment *assessment; /* (nullable) */
  GCancellable *items_load; /* of the selected unit's items */
  int           asked_unit; /* the page's unit when it was last followed */

  JlYearPicker    *years;
  JlGroupPicker   *groups;
  JlAssessActions *actions;
  JlSteps         *flow;
  GtkWidget       *results;
  AdwStatusPage   *nothing;
  GtkWidget       *compute;
  JlScoreTable    *table;
  JlProposals     *praised;
  JlProposals     *criticised;
  JlScorePane     *pane;
};

G_DEFINE_FINAL_TYPE (JlAssessmentPage, jl_assessment_page, JL_TYPE_PAGE)

/* ---- the selected unit */

/* The row of a unit in the answer, or −1. */
static int
row_of_unit (JlAssessmentPage *self, int unit_id)
{
  for (guint i = 0; i < jl_result_n_rows (self->assessment->units); i++)
    {
      if (jl_result_int (self->assessment->units, i, "unit_id", 0) == unit_id)
        return (int) i;
    }
  return -1;
}

/* The pane keeps what it shows until the other unit's items are there, and then changes at once. */
static void
items_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlAssessmentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) items = jl_pool_run_finish (JL_POOL (source), result, &error);
  int row = -1;

  if (self->table == NULL)
    return;
  if (items == NULL)
    {
      jl_page_show_error (JL_PAGE (self), _ ("The unit's items could not be loaded."), error);
      return;
    }
  if (self->assessment)
    row = row_of_unit (self, jl_score_table_get_selected (self->table));
  if (row >= 0)
    jl_score_pane_show_unit (self->pane, self->assessment, (guint) row, items);
}

static void
cancel_items (JlAssessmentPage *self)
{
  g_cancellable_cancel (self->items_load);
  g_clear_object (&self->items_load);
}

static void
unit_selected_cb (JlAssessmentPage *self, int unit_id)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  cancel_items (self);
  if (unit_id == 0)
    jl_score_pane_clear (self->pane);
  if (unit_id == 0 || link == NULL || self->assessment == NULL)
    return;
  self->items_load = g_cancellable_new ();
  jl_pool_run_async (jl_link_get_pool (link), JL_WORK_READ, jl_assess_items_work,
                     jl_assess_job_new (self->assessment->year, unit_id, 0), g_free, (GDestroyNotify) jl_result_unref,
                     self->items_load, items_loaded_cb, g_object_ref (self));
}

static void
unit_opened_cb (JlAssessmentPage *self, int unit_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-unit", "i", unit_id);
}

/* ---- showing */

static void
show_units (JlAssessmentPage *self)
{
  JlResult   *units = self->assessment->units;
  const char *grp = jl_group_picker_get_group (self->groups);

  jl_score_table_set_units (self->table, units, grp);
  jl_proposals_set_units (self->praised, units, "praise", grp);
  jl_proposals_set_units (self->criticised, units, "criticise", grp);
}

static void
group_changed_cb (JlAssessmentPage *self)
{
  if (self->assessment)
    show_units (self);
}

static const char *
own_role (JlAssessmentPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  return link ? jl_link_get_role (link) : NULL;
}

static const char *
own_duty (JlAssessmentPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  return link ? jl_link_get_duty (link) : NULL;
}

static void
show_actions (JlAssessmentPage *self)
{
  jl_assess_actions_set_assessment (self->actions, self->assessment, own_role (self),
                                    own_duty (self));
  jl_assess_limit_button (self->compute, jl_assess_why_not (JL_ASSESS_COMPUTE, "none", NULL,
                                                            own_role (self), own_duty (self)));
}

static void
show_foot (JlAssessmentPage *self)
{
  JlResult        *head = self->assessment->assessment;
  g_autofree char *cutoff = NULL;
  const char      *scheme = NULL;

  if (jl_result_n_rows (head) > 0)
    {
      g_autofree char *billing = jl_date_paper (jl_result_text (head, 0, "billing_cutoff"));
      g_autofree char *tasks = jl_date_paper (jl_result_text (head, 0, "task_cutoff"));

      cutoff = g_strdup_printf (_ ("billing %s; tasks %s"), billing, tasks);
      scheme = jl_result_text (head, 0, "scheme_title");
    }
  jl_page_set_foot (JL_PAGE (self), cutoff, scheme);
}

/* Where the person comes from another page with a unit, that unit is shown; afterwards the
 * selection is the person's. */
static void
follow_unit (JlAssessmentPage *self)
{
  int unit_id = jl_page_get_unit (JL_PAGE (self));
  int row = unit_id != self->asked_unit ? row_of_unit (self, unit_id) : -1;

  self->asked_unit = unit_id;
  if (row < 0)
    return;
  if (jl_score_in_group (self->assessment->units, (guint) row, "county"))
    jl_group_picker_set_group (self->groups, "county");
  else if (!g_str_equal (jl_group_picker_get_group (self->groups), "apart"))
    jl_group_picker_set_group (self->groups, "prefecture");
  jl_score_table_select (self->table, unit_id);
}

/* To some the year does not exist before it is frozen; they are not told that nobody has worked on
 * it. */
static void
show_nothing (JlAssessmentPage *self)
{
  gboolean sees = jl_assess_sees_drafts (own_duty (self));

  adw_status_page_set_title (self->nothing, sees ? _ ("Not computed yet") : _ ("Not frozen yet"));
  adw_status_page_set_description (
      self->nothing,
      sees ? _ ("Computing reads the year’s figures and returns as they stand and proposes scores, "
                "grades, ranks and lists. Nothing is final before two officials freeze it.")
           : _ ("The results of a year can be read here once two officials have frozen it."));
  gtk_widget_set_visible (self->compute, sees);
}

static void
show_assessment (JlAssessmentPage *self)
{
  gboolean there = jl_result_n_rows (self->assessment->assessment) > 0;

  jl_steps_set_assessment (self->flow, self->assessment);
  show_actions (self);
  show_foot (self);
  jl_group_picker_count (self->groups, self->assessment->units);
  show_units (self);
  follow_unit (self);
  show_nothing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->flow),
                          there || jl_assess_sees_drafts (own_duty (self)));
  gtk_widget_set_visible (self->results, there);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !there);
}

static void
jl_assessment_page_show (JlPage *page, gpointer product)
{
  JlAssessmentPage *self = JL_ASSESSMENT_PAGE (page);

  g_clear_pointer (&self->assessment, jl_assessment_free);
  self->assessment = product;
  show_assessment (self);
}

static void
jl_assessment_page_reload (JlPage *page)
{
  jl_page_load (page, JL_WORK_READ, jl_assess_load_work, jl_assess_job_new (jl_page_get_year (page), 0, 0), g_free,
                (GDestroyNotify) jl_assessment_free);
}

/* ---- steps */

typedef struct
{
  JlAssessmentPage *page;
  JlAssessStep      step;
} Pending;

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->page);
  g_free (pending);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
set_stepping (JlAssessmentPage *self, gboolean stepping)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->actions), !stepping);
  gtk_widget_set_sensitive (GTK_WIDGET (self->nothing), !stepping);
}

static void
step_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  g_autoptr (GError) error = NULL;
  JlAssessmentPage *self = pending->page;
  JlAssessment     *assessment = jl_pool_run_finish (JL_POOL (source), result, &error);

  if (self->table == NULL || (assessment && assessment->year != jl_page_get_year (JL_PAGE (self))))
    g_clear_pointer (&assessment, jl_assessment_free);
  else if (assessment)
    jl_assessment_page_show (JL_PAGE (self), assessment);
  else
    jl_page_show_error (JL_PAGE (self), jl_assess_step_failed (pending->step), error);
  if (self->table)
    set_stepping (self, FALSE);
}

static void
take_step (JlAssessmentPage *self, int step, int year)
{
  JlLink  *link = jl_page_get_link (JL_PAGE (self));
  Pending *pending;

  if (link == NULL)
    return;
  pending = g_new0 (Pending, 1);
  *pending = (Pending){ g_object_ref (self), (JlAssessStep) step };
  set_stepping (self, TRUE);
  jl_pool_run_async (jl_link_get_pool (link), JL_WORK_WRITE, jl_assess_step_work,
                     jl_assess_job_new (year, 0, pending->step), g_free, (GDestroyNotify) jl_assessment_free,
                     NULL, step_done_cb, pending);
}

static void
compute_cb (JlAssessmentPage *self)
{
  jl_assess_actions_take (self->actions, JL_ASSESS_COMPUTE);
}

/* ---- making */

static void
jl_assessment_page_dispose (GObject *object)
{
  cancel_items (JL_ASSESSMENT_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_ASSESSMENT_PAGE);
  G_OBJECT_CLASS (jl_assessment_page_parent_class)->dispose (object);
}

static void
jl_assessment_page_finalize (GObject *object)
{
  g_clear_pointer (&JL_ASSESSMENT_PAGE (object)->assessment, jl_assessment_free);
  G_OBJECT_CLASS (jl_assessment_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, years);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, groups);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, actions);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, flow);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, results);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, compute);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, table);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, praised);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, criticised);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_step);
  gtk_widget_class_bind_template_callback (widget_class, compute_cb);
}

static void
jl_assessment_page_class_init (JlAssessmentPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_assessment_page_dispose;
  object_class->finalize = jl_assessment_page_finalize;
  JL_PAGE_CLASS (klass)->reload = jl_assessment_page_reload;
  JL_PAGE_CLASS (klass)->show = jl_assessment_page_show;

  g_type_ensure (JL_TYPE_ASSESS_ACTIONS);
  g_type_ensure (JL_TYPE_GROUP_PICKER);
  g_type_ensure (JL_TYPE_PROPOSALS);
  g_type_ensure (JL_TYPE_SCORE_PANE);
  g_type_ensure (JL_TYPE_SCORE_TABLE);
  g_type_ensure (JL_TYPE_SIDE_LAYOUT);
  g_type_ensure (JL_TYPE_STEPS);
  g_type_ensure (JL_TYPE_YEAR_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/assessment/jl-assessment-page.ui");
  bind_children (widget_class);
}

static void
jl_assessment_page_init (JlAssessmentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_year_picker_bind_page (self->years, JL_PAGE (self));
}

GtkWidget *
jl_assessment_page_new (void)
{
  return g_object_new (JL_TYPE_ASSESSMENT_PAGE, NULL);
}

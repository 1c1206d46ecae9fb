/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Each step (compute, propose, withdraw, confirm) is a function of the database run in a worker; its answer is the assessment as it
 * then stands and replaces what is shown. The buttons only say what the database would refuse anyway. */

#include "jl-assessment-page.h"

#include "jl-compat.h"
#include "jl-steps.h"
#include "jl-proposals.h"
#include "jl-score-pane.h"
#include "jl-score-table.h"
#include "jl-year-picker.h"

#include <glib/gi18n.h>

struct _JlAssessmentPage
{
  JlPage parent_instance;

  JlAssessment *assessment;
  GCancellable *items_load; /* of the selected unit's items */

  JlYearPicker    *years;
  GtkToggleButton *prefecture;
  GtkToggleButton *county;
  GtkToggleButton *apart;
  GtkWidget       *compute;
  GtkWidget       *propose;
  GtkWidget       *withdraw;
  GtkWidget       *confirm;
  JlSteps         *flow;
  GtkLabel        *scheme;
  GtkLabel        *check_code;
  GtkWidget       *results;
  GtkWidget       *nothing;
  JlScoreTable    *table;
  JlProposals     *praised;
  JlProposals     *criticised;
  JlScorePane     *pane;
};

G_DEFINE_FINAL_TYPE (JlAssessmentPage, jl_assessment_page, JL_TYPE_PAGE)

/* What a worker is asked to do. */
typedef struct
{
  int          year;
  int          unit_id;
  JlAssessStep step;
} Job;

static Job *
job_new (JlAssessmentPage *self, int unit_id, JlAssessStep step)
{
  Job *job = g_new0 (Job, 1);

  job->year = jl_page_get_year (JL_PAGE (self));
  job->unit_id = unit_id;
  job->step = step;
  return job;
}

static gpointer
load_work (JlSession *session, gpointer data, GError **error)
{
  return jl_assessment_load (session, ((Job *) data)->year, error);
}

static gpointer
step_work (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;

  return jl_assessment_step (session, job->year, job->step, error);
}

static gpointer
items_work (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;

  return jl_assessment_items (session, job->year, job->unit_id, error);
}

static const char *
shown_group (JlAssessmentPage *self)
{
  if (gtk_toggle_button_get_active (self->county))
    return "county";
  return gtk_toggle_button_get_active (self->apart) ? "apart" : "prefecture";
}

/* The row of a unit in the answer, or −1. */
static int
row_of_unit (JlAssessmentPage *self, int unit_id)
{
  for (guint i = 0; i < jl_result_n_rows (self->assessment->units); i++)
    if (jl_result_int (self->assessment->units, i, "unit_id", 0) == unit_id)
      return (int) i;
  return -1;
}

static void
items_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlAssessmentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) items = jl_pool_run_finish (JL_POOL (source), result, &error);
  int row = items != NULL && self->assessment != NULL ? row_of_unit (self, jl_score_table_get_selected (self->table)) : -1;

  if (row >= 0)
    jl_score_pane_show_unit (self->pane, self->assessment, (guint) row, items);
  else if (error != NULL)
    jl_page_show_error (JL_PAGE (self), _ ("The unit's items could not be loaded."), error);
}

static void
unit_selected_cb (JlAssessmentPage *self, int unit_id)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  g_cancellable_cancel (self->items_load);
  g_set_object (&self->items_load, NULL);
  if (unit_id == 0 || link == NULL)
    {
      jl_score_pane_clear (self->pane);
      return;
    }
  self->items_load = g_cancellable_new ();
  jl_pool_run_async (jl_link_get_pool (link), JL_WORK_READ, items_work, job_new (self, unit_id, 0), g_free,
                     (GDestroyNotify) jl_result_unref, self->items_load, items_loaded_cb, g_object_ref (self));
}

static void
unit_opened_cb (JlAssessmentPage *self, int unit_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-unit", "i", unit_id);
}

static gboolean
is_own_proposal (JlAssessmentPage *self)
{
  return g_strcmp0 (jl_result_text (self->assessment->assessment, 0, "proposed_by_role"),
                    jl_link_get_role (jl_page_get_link (JL_PAGE (self)))) == 0;
}

static void
set_button (GtkWidget *button, gboolean visible, gboolean sensitive, const char *why_not)
{
  gtk_widget_set_visible (button, visible);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_widget_set_tooltip_text (button, sensitive ? NULL : why_not);
}

static void
show_buttons (JlAssessmentPage *self)
{
  const char *state = jl_assessment_state (self->assessment);
  gboolean    housing = g_str_equal (jl_link_get_duty (jl_page_get_link (JL_PAGE (self))), "jl_housing");
  gboolean    proposed = g_str_equal (state, "proposed");
  gboolean    frozen = g_str_equal (state, "frozen");
  gboolean    own = proposed && is_own_proposal (self);
  const char *duty = _ ("Only the heating-reform office computes and freezes.");

  set_button (self->compute, !proposed && !frozen, housing, duty);
  set_button (self->propose, g_str_equal (state, "computed"), housing, duty);
  set_button (self->withdraw, proposed, housing, duty);
  set_button (self->confirm, proposed, housing && !own,
              own ? _ ("The proposer and the confirmer must be two people.") : duty);
}

static void
show_foot (JlAssessmentPage *self)
{
  JlResult        *head = self->assessment->assessment;
  g_autofree char *cutoff = NULL;

  if (jl_result_n_rows (head) == 0)
    return;
  cutoff = g_strdup_printf (_ ("tasks %s; billing %s"), jl_result_text (head, 0, "task_cutoff"), jl_result_text (head, 0, "billing_cutoff"));
  jl_page_set_foot (JL_PAGE (self), cutoff, _ ("Ranks are made on unrounded scores."));
}

static void
show_head (JlAssessmentPage *self)
{
  JlResult        *head = self->assessment->assessment;
  gboolean         there = jl_result_n_rows (head) > 0;
  const char      *hash = there ? jl_result_text (head, 0, "hash_hex") : NULL;
  g_autofree char *code = hash != NULL ? g_strdup_printf (_ ("Check code %.16s…"), hash) : NULL;

  gtk_label_set_text (self->scheme, there ? jl_result_text (head, 0, "scheme_title") : "");
  gtk_label_set_text (self->check_code, code != NULL ? code : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check_code), hash);
}

static void
show_units (JlAssessmentPage *self)
{
  jl_score_table_set_units (self->table, self->assessment->units, shown_group (self));
}

static void
group_toggled_cb (JlAssessmentPage *self, GtkToggleButton *button)
{
  if (self->assessment != NULL && gtk_toggle_button_get_active (button))
    show_units (self);
}

static void
show_assessment (JlAssessmentPage *self)
{
  gboolean computed = jl_result_n_rows (self->assessment->assessment) > 0;

  jl_steps_set_assessment (self->flow, self->assessment);
  show_buttons (self);
  show_head (self);
  show_foot (self);
  show_units (self);
  jl_proposals_set_units (self->praised, self->assessment->units, "praise");
  jl_proposals_set_units (self->criticised, self->assessment->units, "criticise");
  gtk_widget_set_visible (self->results, computed);
  gtk_widget_set_visible (self->nothing, !computed);
  gtk_widget_set_visible (GTK_WIDGET (self->pane), computed);
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
  JlAssessmentPage *self = JL_ASSESSMENT_PAGE (page);

  jl_page_load (page, JL_WORK_READ, load_work, job_new (self, 0, 0), g_free, (GDestroyNotify) jl_assessment_free);
}

static const char *
step_failed (JlAssessStep step)
{
  switch (step)
    {
    case JL_ASSESS_COMPUTE:
      return _ ("The year could not be computed.");
    case JL_ASSESS_PROPOSE:
      return _ ("Freezing could not be proposed.");
    case JL_ASSESS_WITHDRAW:
      return _ ("The proposal could not be withdrawn.");
    case JL_ASSESS_CONFIRM:
      return _ ("The year could not be frozen.");
    }
  return NULL;
}

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

static Pending *
pending_new (JlAssessmentPage *self, JlAssessStep step)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->page = g_object_ref (self);
  pending->step = step;
  return pending;
}

static void
step_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  g_autoptr (GError) error = NULL;
  JlAssessmentPage *self = pending->page;
  JlAssessment     *assessment = jl_pool_run_finish (JL_POOL (source), result, &error);

  if (assessment == NULL)
    {
      jl_page_show_error (JL_PAGE (self), step_failed (pending->step), error);
      show_buttons (self);
    }
  else if (assessment->year != jl_page_get_year (JL_PAGE (self)))
    jl_assessment_free (assessment);
  else
    jl_assessment_page_show (JL_PAGE (self), assessment);
}

static void
take_step (JlAssessmentPage *self, JlAssessStep step)
{
  JlPool *pool = jl_link_get_pool (jl_page_get_link (JL_PAGE (self)));

  gtk_widget_set_sensitive (self->compute, FALSE);
  gtk_widget_set_sensitive (self->propose, FALSE);
  gtk_widget_set_sensitive (self->withdraw, FALSE);
  gtk_widget_set_sensitive (self->confirm, FALSE);
  jl_pool_run_async (pool, JL_WORK_WRITE, step_work, job_new (self, 0, step), g_free, (GDestroyNotify) jl_assessment_free,
                     NULL, step_done_cb, pending_new (self, step));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;

  if (jl_compat_ask_finish (result))
    take_step (pending->page, pending->step);
}

static void
ask (JlAssessmentPage *self, JlAssessStep step, const char *heading, const char *body, const char *accept)
{
  jl_compat_ask_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body, _ ("Cancel"), accept, FALSE, answered_cb, pending_new (self, step));
}

static void
compute_cb (JlAssessmentPage *self)
{
  take_step (self, JL_ASSESS_COMPUTE);
}

static void
propose_cb (JlAssessmentPage *self)
{
  g_autofree char *heading = g_strdup_printf (_ ("Propose freezing the year %d?"), jl_page_get_year (JL_PAGE (self)));

  ask (self, JL_ASSESS_PROPOSE, heading, _ ("Another official of the heating-reform office confirms. Until then it can be withdrawn."), _ ("Propose freezing"));
}

static void
withdraw_cb (JlAssessmentPage *self)
{
  take_step (self, JL_ASSESS_WITHDRAW);
}

static void
confirm_cb (JlAssessmentPage *self)
{
  g_autofree char *heading = g_strdup_printf (_ ("Freeze the year %d?"), jl_page_get_year (JL_PAGE (self)));

  ask (self, JL_ASSESS_CONFIRM, heading,
       _ ("After freezing nothing can be changed; what must be corrected is issued as a separate correction."), _ ("Confirm freezing"));
}

static void
jl_assessment_page_dispose (GObject *object)
{
  JlAssessmentPage *self = JL_ASSESSMENT_PAGE (object);

  g_cancellable_cancel (self->items_load);
  g_clear_object (&self->items_load);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_ASSESSMENT_PAGE);
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
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, prefecture);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, county);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, apart);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, compute);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, propose);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, withdraw);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, confirm);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, flow);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, scheme);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, check_code);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, results);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, table);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, praised);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, criticised);
  gtk_widget_class_bind_template_child (widget_class, JlAssessmentPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, group_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, compute_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
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

  g_type_ensure (JL_TYPE_STEPS);
  g_type_ensure (JL_TYPE_PROPOSALS);
  g_type_ensure (JL_TYPE_SCORE_PANE);
  g_type_ensure (JL_TYPE_SCORE_TABLE);
  g_type_ensure (JL_TYPE_YEAR_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/assessment/jl-assessment-page.ui");
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

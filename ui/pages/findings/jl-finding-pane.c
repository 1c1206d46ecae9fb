/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane of a finding. It shows what the database has answered last; a step that another has forestalled brings the finding as it
 * stands, with a sentence that says so. Which steps there are depends on the state, who may take them on the duty. */

#include "jl-finding-pane.h"

#include <glib/gi18n-lib.h>

#include "jl-columns-layout.h"
#include "jl-compat.h"
#include "jl-error.h"
#include "jl-finding-trail.h"
#include "jl-pair-list.h"
#include "jl-paper-window.h"
#include "jl-quantity.h"
#include "jl-record-form.h"
#include "jl-record-work.h"
#include "jl-run.h"
#include "jl-severity.h"

struct _JlFindingPane
{
  GtkBox parent_instance;

  JlLink              *link;      /* (nullable) */
  gint64               id;        /* asked for last; 0: none */
  JlFindingDetails    *details;   /* (nullable): on show */
  const JlFindingStep *step;      /* (nullable): whose form is open */
  GCancellable        *loading;   /* (nullable) */
  GCancellable        *saving;    /* (nullable) */
  GCancellable        *paper_run; /* (nullable): a paper on its way in or out */
  GTask               *departure; /* (nullable): waits for the person's answer or the end of the step */
  gboolean             forestalled;

  JlStateMark  *severity;
  GtkLabel     *state;
  GtkLabel     *title;
  GtkLabel     *clause;
  GtkLabel     *notice;
  GtkStack     *stack;
  GtkLabel     *evidence;
  GtkLabel     *verdict;
  JlPairList   *facts;
  GtkBox       *trail;
  GtkBox       *buttons;
  GtkLabel     *why_not_closed;
  GtkLabel     *hint;
  JlRecordForm *form;
  GtkWidget    *papers;
  GtkDropDown  *paper;
  GtkLabel     *problem;
  GtkButton    *save;
};

G_DEFINE_FINAL_TYPE (JlFindingPane, jl_finding_pane, GTK_TYPE_BOX)

enum
{
  CLOSED,
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop (GCancellable **running)
{
  if (*running)
    g_cancellable_cancel (*running);
  g_clear_object (running);
}

static const char *
cell (JlFindingPane *self, const char *column)
{
  return self->details ? jl_result_text (self->details->finding->finding, 0, column) : NULL;
}

static gint64
number (JlFindingPane *self, const char *column)
{
  return self->details ? jl_result_int (self->details->finding->finding, 0, column, 0) : 0;
}

static gboolean
is_true (JlFindingPane *self, const char *column)
{
  return self->details && jl_result_bool (self->details->finding->finding, 0, column);
}

static const JlRegister *
register_of (JlFindingPane *self)
{
  return cell (self, "register") ? jl_register_find (cell (self, "register")) : NULL;
}

static void
show_sentence (GtkLabel *label, const char *sentence)
{
  gtk_label_set_text (label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

/* What there is of it */

static void
show_head (JlFindingPane *self)
{
  const char      *state = jl_finding_state_word (cell (self, "state"));
  g_autofree char *late = NULL;
  g_autofree char *clause = g_strdup_printf ("%s　%s", cell (self, "document"), cell (self, "clause"));

  /* Translators: the state of a finding that nobody has answered in time */
  late = is_true (self, "overdue") ? g_strdup_printf (_ ("%s, left too long"), state) : NULL;
  jl_severity_show (self->severity, cell (self, "severity"));
  gtk_label_set_text (self->state, late ? late : state);
  gtk_label_set_text (self->title, cell (self, "title"));
  gtk_label_set_text (self->clause, clause);
}

static void
add_record (JlFindingPane *self)
{
  const JlRegister *reg = register_of (self);
  const char       *label = cell (self, "record_label");
  GtkWidget        *link;

  if (reg == NULL)
    return;
  jl_pair_list_add (self->facts, _ (reg->title), label ? label : "—");
  link = gtk_button_new_with_label (_ ("Open the Record"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "finding.open-record");
  gtk_widget_set_halign (link, GTK_ALIGN_END);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "jl-link");
  jl_pair_list_add_widget (self->facts, "", link);
}

static char *
days_text (gint64 days)
{
  g_autofree char *count = jl_format_count (days, JL_NUMBER_SCREEN);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) days), count);
}

static void
show_facts (JlFindingPane *self)
{
  g_autofree char *days = days_text (number (self, "days"));

  jl_pair_list_clear (self->facts);
  jl_pair_list_add_strong (self->facts, _ ("Place of the finding"), cell (self, "unit_name"));
  add_record (self);
  if (cell (self, "year"))
    jl_pair_list_add (self->facts, _ ("Year"), cell (self, "year"));
  jl_pair_list_add (self->facts, _ ("First seen"), cell (self, "first_seen"));
  jl_pair_list_add (self->facts, _ ("Last seen"), cell (self, "last_seen"));
  jl_pair_list_add (self->facts, _ ("Standing for"), days);
  if (cell (self, "planned_on"))
    jl_pair_list_add_strong (self->facts, _ ("To be put right by"), cell (self, "planned_on"));
}

/* Nobody closes a finding; the pane says what does. */
static const char *
closing_words (JlFindingPane *self)
{
  if (g_str_equal (cell (self, "state"), "closed"))
    return _ ("The data do not breach the rule any more. If they do again, the finding is opened again.");
  if (g_str_equal (cell (self, "state"), "accepted"))
    return _ ("Nothing more is asked. The finding is closed by the check once the record breaches the rule no longer.");
  return _ ("A finding is never closed by hand: put the record right, and the next check closes it.");
}

/* What this official may do */

static int
right_row (JlFindingPane *self, const JlFindingStep *step)
{
  const JlResult *rights = self->details->finding->rights;

  for (guint i = 0; i < jl_result_n_rows (rights); i++)
    {
      if (g_strcmp0 (jl_result_text (rights, i, "step"), step->right) == 0)
        return (int) i;
    }
  return -1;
}

static char *
who_may (JlFindingPane *self, int row)
{
  g_auto (GStrv) duties = jl_result_array (self->details->finding->rights, (guint) row, "duties");
  g_autoptr (GString) words = g_string_new (NULL);

  for (char **duty = duties; *duty; duty++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? C_ ("list", ", ") : "", jl_duty_word (*duty));
  /* Translators: offices */
  return g_strdup_printf (_ ("This is done by: %s"), words->str);
}

/* Why the step cannot be taken; NULL: it can. (transfer full) */
static char *
why_not (JlFindingPane *self, const JlFindingStep *step)
{
  int row = right_row (self, step);

  if (self->link && jl_link_get_known_on (self->link))
    return g_strdup (_ ("This is done on what is known today: leave the view of an earlier day first."));
  if (row < 0 || jl_result_bool (self->details->finding->rights, (guint) row, "may"))
    return NULL;
  return who_may (self, row);
}

static void
show_buttons (JlFindingPane *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
  gboolean   any = FALSE;

  for (guint i = 0; i < JL_FINDING_N_STEPS; i++, button = gtk_widget_get_next_sibling (button))
    {
      const JlFindingStep *step = &jl_finding_steps[i];
      g_autofree char     *action = g_strconcat ("finding.", step->code, NULL);
      g_autofree char     *reason = why_not (self, step);
      gboolean             fits = jl_finding_step_fits (step, cell (self, "state"));

      gtk_widget_set_visible (button, fits);
      gtk_widget_set_tooltip_text (button, reason);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, fits && reason == NULL);
      any |= fits;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), any);
}

static void
show_reading (JlFindingPane *self)
{
  show_head (self);
  gtk_label_set_text (self->evidence, cell (self, "evidence"));
  gtk_label_set_text (self->verdict, cell (self, "verdict"));
  show_facts (self);
  jl_finding_trail_fill (self->trail, self->details->finding->steps, self->details->papers);
  show_buttons (self);
  gtk_label_set_text (self->why_not_closed, closing_words (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.open-record", register_of (self) != NULL);
  gtk_stack_set_visible_child_name (self->stack, "reading");
}

static void
end_form (JlFindingPane *self)
{
  self->step = NULL;
  show_sentence (self->problem, NULL);
}

/* Loading */

static void
start (JlFindingPane *self, GCancellable **slot, JlWorkKind kind, JlWorkFunc work, JlFindingJob *job, GDestroyNotify free_product, JlRunDone done)
{
  stop (slot);
  *slot = jl_run_start (self, jl_link_get_pool (self->link), kind, work, job, jl_finding_job_free, free_product, done);
}

static JlFindingJob *
job_new (JlFindingPane *self)
{
  JlFindingJob *job = g_new0 (JlFindingJob, 1);

  job->id = self->id;
  job->version = (int) number (self, "version");
  job->reg = register_of (self);
  job->record_id = number (self, "record_id");
  return job;
}

static void
loaded_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane *self = owner;

  g_clear_object (&self->loading);
  if (product)
    jl_finding_pane_show (self, product);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
load (JlFindingPane *self)
{
  if (self->link)
    start (self, &self->loading, JL_WORK_READ, jl_finding_work_load, job_new (self), jl_finding_details_free, loaded_cb);
}

void
jl_finding_pane_show (JlFindingPane *self, JlFindingDetails *details)
{
  gboolean other = self->details == NULL || number (self, "id") != jl_result_int (details->finding->finding, 0, "id", 0);

  g_clear_pointer (&self->details, jl_finding_details_free);
  self->details = details;
  self->id = number (self, "id");
  end_form (self);
  show_sentence (self->notice, self->forestalled ? _ ("Somebody else has acted first. This is how the finding stands.") : NULL);
  self->forestalled = FALSE;
  show_reading (self);
  if (other)
    gtk_stack_set_visible_child_name (self->stack, "reading");
}

/* The form of a step */

static void
answer_departure (JlFindingPane *self, gboolean may_leave)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->departure);

  if (task)
    g_task_return_boolean (task, may_leave);
}

static void
fill_papers (JlFindingPane *self, gboolean select_newest)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const JlResult *papers = self->details->papers;
  guint           n = papers ? jl_result_n_rows (papers) : 0;

  gtk_string_list_append (names, _ ("No paper"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, jl_result_text (papers, i, "name"));
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->paper, select_newest && n > 0 ? 1 : 0);
}

static int
chosen_paper (JlFindingPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->paper);

  if (self->step != &jl_finding_steps[JL_FINDING_EXPLAIN] || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return 0;
  return (int) jl_result_int (self->details->papers, selected - 1, "id", 0);
}

static void
open_form (JlFindingPane *self, const JlFindingStep *step)
{
  self->step = step;
  show_sentence (self->problem, NULL);
  show_sentence (self->notice, NULL);
  jl_record_form_start (self->form, &step->form, NULL, NULL, NULL);
  show_sentence (self->hint, step->hint ? _ (step->hint) : NULL);
  gtk_button_set_label (self->save, _ (step->label));
  fill_papers (self, FALSE);
  gtk_widget_set_visible (self->papers, step == &jl_finding_steps[JL_FINDING_EXPLAIN] && register_of (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.attach", self->details->may_attach);
  gtk_stack_set_visible_child_name (self->stack, "form");
  jl_record_form_focus (self->form);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < JL_FINDING_N_STEPS; i++)
    {
      if (g_str_equal (name + strlen ("finding."), jl_finding_steps[i].code))
        open_form (JL_FINDING_PANE (widget), &jl_finding_steps[i]);
    }
}

static char *
typed (const GPtrArray *values, const JlFindingStep *step, const char *name)
{
  const JlField     *field = jl_register_field (&step->form, name);
  const JlFormValue *value = field ? jl_form_values_find (values, field) : NULL;

  return value ? g_strdup (value->raw) : NULL;
}

static JlFindingJob *
read_form (JlFindingPane *self)
{
  g_autoptr (GPtrArray) values = jl_record_form_get_values (self->form);
  JlFindingJob *job = job_new (self);

  job->act = (JlFindingAct) (self->step - jl_finding_steps);
  job->words = typed (values, self->step, "words");
  job->document = typed (values, self->step, "document");
  job->due_on = typed (values, self->step, "due_on");
  job->paper_id = chosen_paper (self);
  return job;
}

/* An explanation rests on a paper: its number or the paper itself. */
static gboolean
has_paper (JlFindingPane *self, const JlFindingJob *job)
{
  if (job->act != JL_FINDING_EXPLAIN || job->document || job->paper_id > 0)
    return TRUE;
  jl_record_form_show_error (self->form, "document",
                             register_of (self) ? _ ("Give the number of a paper, or choose one that is attached.") : _ ("Give the number of a paper."));
  return FALSE;
}

static void
set_saving (JlFindingPane *self, gboolean saving)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.save", !saving);
}

void
jl_finding_pane_refuse (JlFindingPane *self, const GError *error)
{
  g_autofree char *sentence = jl_record_error_sentence (error);

  if (g_error_matches (error, JL_ERROR, JL_ERROR_CONFLICT) || g_error_matches (error, JL_ERROR, JL_ERROR_STATE))
    {
      self->forestalled = TRUE;
      end_form (self);
      load (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else
    show_sentence (self->problem, sentence);
  answer_departure (self, FALSE);
}

static void
taken_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane *self = owner;

  g_clear_object (&self->saving);
  set_saving (self, FALSE);
  if (product == NULL)
    {
      jl_finding_pane_refuse (self, error);
      return;
    }
  jl_finding_pane_show (self, product);
  g_signal_emit (self, signals[CHANGED], 0);
  answer_departure (self, TRUE);
}

static void
save (JlFindingPane *self)
{
  JlFindingJob *job;

  if (self->step == NULL || self->saving)
    return;
  if (!jl_record_form_validate (self->form))
    {
      answer_departure (self, FALSE);
      return;
    }
  job = read_form (self);
  if (!has_paper (self, job) || self->link == NULL)
    {
      jl_finding_job_free (job);
      answer_departure (self, FALSE);
      return;
    }
  set_saving (self, TRUE);
  start (self, &self->saving, JL_WORK_WRITE, jl_finding_work_take, job, jl_finding_details_free, taken_cb);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (JL_FINDING_PANE (widget));
}

static void
form_changed_cb (JlFindingPane *self)
{
  show_sentence (self->problem, NULL);
}

static void
form_finished_cb (JlFindingPane *self)
{
  save (self);
}

/* Papers */

static void
attached_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane   *self = owner;
  g_autofree char *sentence = error ? jl_record_error_sentence (error) : NULL;

  g_clear_object (&self->paper_run);
  show_sentence (self->problem, sentence);
  if (product == NULL)
    return;
  g_clear_pointer (&self->details->papers, jl_result_unref);
  self->details->papers = product;
  fill_papers (self, TRUE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlFindingPane) self = user_data;
  g_autoptr (GFile) file = jl_compat_file_open_finish (result);
  JlFindingJob *job;

  if (file == NULL || self->link == NULL || self->step == NULL)
    return;
  job = job_new (self);
  job->file = g_steal_pointer (&file);
  start (self, &self->paper_run, JL_WORK_WRITE, jl_finding_work_attach, job, (GDestroyNotify) jl_result_unref, attached_cb);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const mimes[] = { "application/pdf", "image/png", "image/jpeg", NULL };
  GtkRoot                 *root = gtk_widget_get_root (widget);

  jl_compat_file_open_async (GTK_WINDOW (root), _ ("Attach a Paper"), _ ("PDF and pictures"), mimes, file_chosen_cb, g_object_ref (widget));
}

static int
paper_row (JlFindingPane *self, int id)
{
  const JlResult *papers = self->details ? self->details->papers : NULL;

  for (guint i = 0; papers && i < jl_result_n_rows (papers); i++)
    {
      if (jl_result_int (papers, i, "id", 0) == id)
        return (int) i;
    }
  return -1;
}

static void
paper_fetched_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane *self = owner;
  g_autoptr (GBytes) content = product;
  int row = paper_row (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->paper_run), "jl-paper")));

  g_clear_object (&self->paper_run);
  if (content == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else if (row >= 0)
    gtk_window_present (GTK_WINDOW (jl_paper_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                         jl_result_text (self->details->papers, (guint) row, "name"),
                                                         jl_result_text (self->details->papers, (guint) row, "mime"), content)));
}

static void
open_paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlFindingPane *self = JL_FINDING_PANE (widget);
  JlFindingJob  *job;

  if (self->link == NULL)
    return;
  job = job_new (self);
  job->paper_id = g_variant_get_int32 (parameter);
  start (self, &self->paper_run, JL_WORK_READ, jl_finding_work_paper, job, (GDestroyNotify) g_bytes_unref, paper_fetched_cb);
  g_object_set_data (G_OBJECT (self->paper_run), "jl-paper", GINT_TO_POINTER (g_variant_get_int32 (parameter)));
}

/* Out of the pane */

static void
open_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlFindingPane   *self = JL_FINDING_PANE (widget);
  g_autofree char *word = g_strdup_printf ("id:%" G_GINT64_FORMAT, number (self, "record_id"));

  gtk_widget_activate_action (widget, "win.open-register", "(siis)", cell (self, "register"), 0, 0, word);
}

/* Rules are told apart by their titles. */
static void
open_same_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *word = g_strconcat ("title:", cell (JL_FINDING_PANE (widget), "title"), NULL);

  gtk_widget_activate_action (widget, "win.open-register", "(siis)", "finding", 0, 0, word);
}

static void
unsaved_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlFindingPane) self = user_data;

  switch (jl_compat_ask_unsaved_finish (result))
    {
    case JL_UNSAVED_STAY:
      answer_departure (self, FALSE);
      break;
    case JL_UNSAVED_DISCARD:
      end_form (self);
      gtk_stack_set_visible_child_name (self->stack, "reading");
      answer_departure (self, TRUE);
      break;
    case JL_UNSAVED_SAVE:
      save (self);
      break;
    }
}

gboolean
jl_finding_pane_has_unsaved (JlFindingPane *self)
{
  return self->step && (jl_record_form_is_changed (self->form) || chosen_paper (self) > 0);
}

void
jl_finding_pane_leave_async (JlFindingPane *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, jl_finding_pane_leave_async);
  if (!jl_finding_pane_has_unsaved (self) || self->departure)
    {
      g_task_return_boolean (task, self->departure == NULL);
      g_object_unref (task);
      return;
    }
  self->departure = task;
  jl_compat_ask_unsaved_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Save what you have typed?"),
                               _ ("This step has not been taken. Without saving, what you have typed is lost."), unsaved_asked_cb,
                               g_object_ref (self));
}

gboolean
jl_finding_pane_leave_finish (JlFindingPane *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* Out of the form to the finding, or out of the pane. */
static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JlFindingPane *self = JL_FINDING_PANE (source);

  if (!jl_finding_pane_leave_finish (self, result))
    return;
  end_form (self);
  if (user_data == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "reading");
      return;
    }
  jl_finding_pane_close (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_finding_pane_leave_async (JL_FINDING_PANE (widget), NULL, left_cb, NULL);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_finding_pane_leave_async (JL_FINDING_PANE (widget), NULL, left_cb, widget);
}

/* Widget */

static void
jl_finding_pane_dispose (GObject *object)
{
  JlFindingPane *self = JL_FINDING_PANE (object);

  stop (&self->loading);
  stop (&self->saving);
  stop (&self->paper_run);
  g_clear_pointer (&self->details, jl_finding_details_free);
  g_clear_object (&self->link);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_FINDING_PANE);
  G_OBJECT_CLASS (jl_finding_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "finding.explain", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "finding.accept", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "finding.reject", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "finding.plan", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "finding.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "finding.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "finding.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "finding.open-record", NULL, open_record_action);
  gtk_widget_class_install_action (widget_class, "finding.open-same", NULL, open_same_action);
  gtk_widget_class_install_action (widget_class, "finding.open-paper", "i", open_paper_action);
  gtk_widget_class_install_action (widget_class, "finding.attach", NULL, attach_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "finding.save", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/findings/jl-finding-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, severity);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, state);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, title);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, clause);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, notice);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, stack);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, verdict);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, facts);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, trail);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, buttons);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, why_not_closed);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, hint);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, form);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, papers);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, paper);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, problem);
  gtk_widget_class_bind_template_child (widget_class, JlFindingPane, save);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_finished_cb);
}

static void
jl_finding_pane_class_init (JlFindingPaneClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_finding_pane_dispose;
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (JL_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (JL_TYPE_PAIR_LIST);
  g_type_ensure (JL_TYPE_RECORD_FORM);
  g_type_ensure (JL_TYPE_STATE_MARK);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findingpane");
}

static void
add_buttons (JlFindingPane *self)
{
  for (guint i = 0; i < JL_FINDING_N_STEPS; i++)
    {
      GtkWidget       *button = gtk_button_new_with_mnemonic (_ (jl_finding_steps[i].label));
      g_autofree char *action = g_strconcat ("finding.", jl_finding_steps[i].code, NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_box_append (self->buttons, button);
    }
}

static void
jl_finding_pane_init (JlFindingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->stack);
  add_buttons (self);
}

GtkWidget *
jl_finding_pane_new (void)
{
  return g_object_new (JL_TYPE_FINDING_PANE, NULL);
}

void
jl_finding_pane_set_link (JlFindingPane *self, JlLink *link)
{
  if (g_set_object (&self->link, link))
    jl_finding_pane_close (self);
}

void
jl_finding_pane_open (JlFindingPane *self, gint64 id)
{
  self->id = id;
  self->forestalled = FALSE;
  load (self);
}

void
jl_finding_pane_close (JlFindingPane *self)
{
  stop (&self->loading);
  end_form (self);
  self->id = 0;
  g_clear_pointer (&self->details, jl_finding_details_free);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

gint64
jl_finding_pane_get_finding (JlFindingPane *self)
{
  return self->id;
}

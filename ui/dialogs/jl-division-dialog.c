/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The dialog for operations on divisions: a form, what follows from it, and a question before it is carried out. What the server
 * refuses is said over the buttons, and nothing typed is lost by it. */

#include "jl-division-dialog.h"

#include <glib/gi18n.h>

#include "jl-advice.h"
#include "jl-compat.h"
#include "jl-division-form.h"
#include "jl-register.h"
#include "jl-run.h"
#include "jl-season.h"

#define WIDTH 560

struct _JlDivisionDialog
{
  AdwWindow parent_instance;

  JlLink           *link;
  int               unit_id;
  GCancellable     *cancellable;
  JlDivisionChange *change; /* while it is asked about */
  gboolean          writing;

  GtkWidget      *practice_tag;
  JlDivisionForm *form;
  GtkLabel       *effect;
  GtkLabel       *problem;
  GtkWidget      *carry_out;
  GtkSpinner     *spinner;
};

G_DEFINE_FINAL_TYPE (JlDivisionDialog, jl_division_dialog, ADW_TYPE_WINDOW)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_problem (JlDivisionDialog *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static const char *
effect_words (JlDivisionKind kind)
{
  switch (kind)
    {
    case JL_DIVISION_RENAME:
      return _ ("The unit keeps its records and its past under both names and codes.");
    case JL_DIVISION_MOVE:
      return _ ("From that day the unit stands under the other prefecture; figures of earlier years stay as they were.");
    case JL_DIVISION_MERGE:
      return _ ("From that day the other unit answers for its records; figures of earlier years stay as they were.");
    case JL_DIVISION_SPLIT:
      break;
    }
  return _ ("The buildings and projects named here become a unit of their own; until that day they count where they did.");
}

/* The window is as high as what it shows. */
static void
form_changed_cb (JlDivisionDialog *self)
{
  gtk_label_set_text (self->effect, effect_words (jl_division_form_get_kind (self->form)));
  set_problem (self, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

/* Carrying out */

static gpointer
run_change (JlSession *session, gpointer data, GError **error)
{
  return jl_division_change_run (data, session, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
set_working (JlDivisionDialog *self, gboolean working)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !working);
  gtk_widget_set_sensitive (self->carry_out, !working);
  gtk_spinner_set_spinning (self->spinner, working);
}

static void
changed (gpointer owner, gpointer product, const GError *error)
{
  JlDivisionDialog *self = owner;
  g_autofree char  *refusal = error ? jl_register_say (error->message) : NULL;

  self->writing = FALSE;
  if (error == NULL)
    g_signal_emit (self, signals[DONE], 0);
  if (self->form == NULL)
    return;
  set_working (self, FALSE);
  set_problem (self, refusal);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

/* Nothing cancels what is being written. */
static void
start (JlDivisionDialog *self, JlDivisionChange *change)
{
  self->writing = TRUE;
  set_working (self, TRUE);
  g_object_unref (jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, run_change, change,
                                (GDestroyNotify) jl_division_change_free, NULL, changed));
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlDivisionDialog) self = user_data;
  g_autoptr (JlDivisionChange) change = g_steal_pointer (&self->change);

  if (jl_compat_ask_finish (result) && change)
    start (self, g_steal_pointer (&change));
}

static void
carry_out_clicked_cb (JlDivisionDialog *self)
{
  g_autofree char *day = NULL;
  g_autofree char *body = NULL;

  set_problem (self, NULL);
  g_clear_pointer (&self->change, jl_division_change_free);
  self->change = jl_division_form_read (self->form);
  if (self->change == NULL)
    return;
  day = jl_date_paper (self->change->on_day);
  /* Translators: name of a unit, a day, what follows from the change */
  body = g_strdup_printf (_ ("%s, from %s on. %s The operation is recorded and cannot be taken back; an error is mended by another one."),
                          jl_division_form_get_unit_name (self->form), day, effect_words (self->change->kind));
  jl_compat_ask_async (GTK_WINDOW (self), _ ("Carry out this change?"), body, _ ("_Cancel"), _ ("_Carry Out"), FALSE, asked_cb,
                       g_object_ref (self));
}

/* What is being written is waited for, so that its end is told. */
static gboolean
jl_division_dialog_close_request (GtkWindow *window)
{
  if (JL_DIVISION_DIALOG (window)->writing)
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (jl_division_dialog_parent_class)->close_request (window);
}

/* The units of today */

static gpointer
load_units (JlSession *session, gpointer data, GError **error)
{
  return jl_divisions_load (session, error);
}

static void
units_loaded (gpointer owner, gpointer product, const GError *error)
{
  JlDivisionDialog *self = owner;
  g_autoptr (JlResult) units = product;

  set_working (self, FALSE);
  if (units)
    jl_division_form_set_units (self->form, units, self->unit_id);
  else
    set_problem (self, jl_advice_for (error));
}

static void
jl_division_dialog_dispose (GObject *object)
{
  JlDivisionDialog *self = JL_DIVISION_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->change, jl_division_change_free);
  g_clear_object (&self->link);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_DIVISION_DIALOG);
  G_OBJECT_CLASS (jl_division_dialog_parent_class)->dispose (object);
}

static void
jl_division_dialog_class_init (JlDivisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_division_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jl_division_dialog_close_request;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (JL_TYPE_DIVISION_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/dialogs/jl-division-dialog.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, practice_tag);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, form);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, carry_out);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_out_clicked_cb);
}

static void
jl_division_dialog_init (JlDivisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  form_changed_cb (self);
}

JlDivisionDialog *
jl_division_dialog_new (GtkWindow *parent, JlLink *link, int unit_id)
{
  JlDivisionDialog *self = g_object_new (JL_TYPE_DIVISION_DIALOG, "transient-for", parent, NULL);

  self->link = g_object_ref (link);
  self->unit_id = unit_id;
  gtk_widget_set_visible (self->practice_tag, jl_link_is_practice (link));
  set_working (self, TRUE);
  self->cancellable = jl_run_start (self, jl_link_get_pool (link), JL_WORK_READ, load_units, NULL, NULL,
                                    (GDestroyNotify) jl_result_unref, units_loaded);
  return self;
}

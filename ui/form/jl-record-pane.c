/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane beside every list. It is in one of five modes; whatever the database is asked goes through one cancellable, so that a
 * later wish ends an earlier one, except while something is being written: then the form waits. */

#include "jl-record-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-record-defaults.h"
#include "jl-record-form.h"
#include "jl-record-reading.h"
#include "jl-record-trail.h"
#include "jl-run.h"

G_DEFINE_FINAL_TYPE (JlRecordPane, jl_record_pane, GTK_TYPE_BOX)

enum
{
  CLOSED,
  CHANGED,
  FAILED,
  OPEN_RECORD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
jl_record_pane_is_gone (JlRecordPane *self)
{
  return self->form == NULL;
}

gboolean
jl_record_pane_has_form (JlRecordPane *self)
{
  return self->mode == JL_RECORD_MODE_EDITING || self->mode == JL_RECORD_MODE_MAKING;
}

/* What may be done now */

/* Nothing is written from an earlier day. A form that was open before stays as it was typed, and waits for the present. */
static gboolean
is_looking_back (JlRecordPane *self)
{
  return self->link && jl_link_get_known_on (self->link);
}

gboolean
jl_record_pane_may_write (JlRecordPane *self)
{
  return jl_record_pane_has_form (self) && !self->writing && !is_looking_back (self);
}

static gboolean
may (JlRecordPane *self, const char *right)
{
  int unit_id;

  if (self->details == NULL || self->details->known_at || self->details->record == NULL)
    return FALSE;
  unit_id = jl_record_has_column (self->details->record, "unit_id") ? (int) jl_result_int (self->details->record, 0, "unit_id", 0) : 0;
  return jl_record_details_may (self->details, self->shown.reg, right) && jl_record_details_keeps_unit (self->details, unit_id);
}

/* To a record that one sees, and which is not being written already. */
static gboolean
may_act (JlRecordPane *self)
{
  return self->mode == JL_RECORD_MODE_READING && !self->coming && !self->writing;
}

void
jl_record_pane_update_actions (JlRecordPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   reading = self->mode == JL_RECORD_MODE_READING;

  gtk_widget_action_set_enabled (widget, "record.edit", may_act (self) && may (self, "may_change"));
  gtk_widget_action_set_enabled (widget, "record.delete", may_act (self) && may (self, "may_delete"));
  gtk_widget_action_set_enabled (widget, "record.show-version", may_act (self));
  gtk_widget_action_set_enabled (widget, "record.restore-version", may_act (self));
  gtk_widget_action_set_enabled (widget, "record.add-child", may_act (self));
  gtk_widget_action_set_enabled (widget, "record.save", jl_record_pane_may_write (self));
  gtk_widget_action_set_enabled (widget, "record.cancel", jl_record_pane_has_form (self) && !self->writing);
  gtk_widget_set_visible (self->edit, reading && may (self, "may_change"));
  gtk_widget_set_visible (self->more, reading && may (self, "may_delete"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !self->writing && !is_looking_back (self));
}

void
jl_record_pane_set_mode (JlRecordPane *self, JlRecordMode mode)
{
  static const char *const pages[] = { "nothing", "reading", "reading", "form", "form" };

  self->mode = mode;
  if (mode == JL_RECORD_MODE_NOTHING)
    {
      /* Not to stand over the next record while that is read. */
      gtk_label_set_text (self->name, "");
      gtk_label_set_text (self->subtitle, "");
    }
  gtk_stack_set_visible_child_name (self->stack, pages[mode]);
  gtk_widget_set_visible (self->notice_back, mode == JL_RECORD_MODE_LOOKING_BACK);
  jl_record_pane_update_actions (self);
}

void
jl_record_pane_set_notice (JlRecordPane *self, const char *text)
{
  gtk_label_set_text (self->notice_text, text ? text : "");
  gtk_widget_set_visible (self->notice, text != NULL);
}

void
jl_record_pane_set_problem (JlRecordPane *self, const char *text)
{
  gtk_label_set_text (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

void
jl_record_pane_report (JlRecordPane *self, const char *what, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, what, error);
}

void
jl_record_pane_say (JlRecordPane *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

GtkWindow *
jl_record_pane_get_window (JlRecordPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Departures: whoever waits gets his answer once. */
void
jl_record_pane_answer_departure (JlRecordPane *self, gboolean free)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->departure);

  if (task)
    g_task_return_boolean (task, free);
}

void
jl_record_pane_stop_loading (JlRecordPane *self)
{
  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
forget (JlRecordPane *self)
{
  jl_record_pane_stop_loading (self);
  jl_record_pane_answer_departure (self, TRUE);
}

/* Reading */

void
jl_record_pane_show_head (JlRecordPane *self, const JlResult *record)
{
  const JlRegister *reg = self->shown.reg;
  g_autofree char  *title = jl_record_title (reg, record, 0);
  const char       *code = jl_record_has_column (record, "code") ? jl_result_text (record, 0, "code") : NULL;
  const char       *place = jl_record_has_column (record, "unit_name") ? jl_result_text (record, 0, "unit_name") : NULL;
  g_autofree char  *version = NULL;
  g_autofree char  *subtitle = NULL;
  g_autofree char  *spoken = NULL;

  /* Translators: how often a record has been changed, counted from 1 */
  version = g_strdup_printf (_ ("version %d"), (int) jl_result_int (record, 0, "version", 1));
  subtitle = g_strconcat (code && !g_str_equal (code, title) ? code : _ (reg->title), "　", place ? place : "", place ? "　" : "", version, NULL);
  /* Translators: the pane for assistive technology; what a record is called */
  spoken = g_strdup_printf (_ ("Record: %s"), title);
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_viewpoint (JlRecordPane *self)
{
  g_autofree char *minute = jl_record_minute (self->details->known_at);
  g_autofree char *text = NULL;

  /* Translators: a moment */
  if (self->details->known_at)
    text = g_strdup_printf (_ ("As known at %s; nothing is changed from there."), minute);
  jl_record_pane_set_notice (self, text);
}

/* The focus that goes with the form comes back where the form began. */
void
jl_record_pane_show_reading (JlRecordPane *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean   was_in_form = focus && gtk_widget_is_ancestor (focus, gtk_stack_get_child_by_name (self->stack, "form"));

  jl_record_pane_show_head (self, self->details->record);
  show_viewpoint (self);
  jl_record_pane_set_mode (self, JL_RECORD_MODE_READING);
  jl_record_reading_show (self->reading, self->link, self->shown.reg, self->details, may (self, "may_change"));
  if (was_in_form)
    gtk_widget_grab_focus (self->edit);
}

static void
show_gone (JlRecordPane *self)
{
  g_autoptr (GError) error =
      g_error_new_literal (JL_ERROR, JL_ERROR_NOT_FOUND, _ ("The record is not there any more, or it is not yours to see."));

  jl_record_pane_set_mode (self, JL_RECORD_MODE_NOTHING);
  jl_record_pane_report (self, _ ("The record could not be loaded."), error);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Making and editing */

static void
show_making (JlRecordPane *self, const JlRecordDetails *details)
{
  const JlRegister *reg = self->form_of.reg;
  g_autofree char  *title = NULL;

  jl_record_form_start (self->form, reg, details->units, self->link, NULL);
  jl_record_defaults_set (self->form, &self->form_of, details, self->unit_id);
  /* Translators: head of a form; the title of a register */
  title = g_strdup_printf (_ ("New: %s"), _ (reg->title));
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->subtitle, _ ("Fields with * are needed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  jl_record_pane_set_notice (self, NULL);
  jl_record_pane_set_problem (self, NULL);
  jl_record_pane_set_mode (self, JL_RECORD_MODE_MAKING);
  jl_record_form_focus (self->form);
}

void
jl_record_pane_show (JlRecordPane *self, JlRecordDetails *details)
{
  if (self->form_of.reg && self->form_of.id == 0)
    {
      show_making (self, details);
      jl_record_details_free (details);
      return;
    }
  g_clear_pointer (&self->details, jl_record_details_free);
  self->details = details;
  self->coming = FALSE;
  if (jl_result_n_rows (details->record) > 0)
    jl_record_pane_show_reading (self);
  else
    show_gone (self);
}

static void
loaded_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane *self = owner;

  g_clear_object (&self->loading);
  if (error)
    jl_record_pane_report (self, _ ("The record could not be loaded."), error);
  else
    jl_record_pane_show (self, product);
}

void
jl_record_pane_load (JlRecordPane *self, const JlRecordJob *wish)
{
  jl_record_pane_stop_loading (self);
  if (self->link)
    self->loading = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_READ, jl_record_work_load, jl_record_job_copy (wish),
                                  jl_record_job_free, (GDestroyNotify) jl_record_details_free, loaded_cb);
}

void
jl_record_pane_reload (JlRecordPane *self)
{
  self->form_of = (JlRecordJob){ 0 };
  if (self->shown.id > 0)
    jl_record_pane_load (self, &self->shown);
}

/* What is still being read does not come over what is typed: should it be newer, both versions meet when the form is saved. */
static void
start_editing (JlRecordPane *self)
{
  jl_record_pane_stop_loading (self);
  self->form_of = self->shown;
  self->form_of.version = (int) jl_result_int (self->details->record, 0, "version", 0);
  jl_record_form_start (self->form, self->shown.reg, self->details->units, self->link, self->details->record);
  jl_record_form_allow (self->form, jl_record_details_may_fields (self->details, self->shown.reg));
  jl_record_pane_set_problem (self, NULL);
  jl_record_pane_set_mode (self, JL_RECORD_MODE_EDITING);
  jl_record_form_focus (self->form);
}

/* Back to the record that was read before, and as it is by now; or to nothing. */
void
jl_record_pane_stop_form (JlRecordPane *self)
{
  self->form_of = (JlRecordJob){ 0 };
  if (self->details && self->shown.id > 0)
    {
      jl_record_pane_show_reading (self);
      jl_record_pane_reload (self);
      return;
    }
  jl_record_pane_set_mode (self, JL_RECORD_MODE_NOTHING);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
form_changed_cb (JlRecordPane *self)
{
  jl_record_pane_set_problem (self, NULL);
}

static void
form_finished_cb (JlRecordPane *self)
{
  gtk_widget_grab_focus (self->save);
}

/* Actions */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_editing (JL_RECORD_PANE (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_record_pane_save (JL_RECORD_PANE (widget));
}

/* Out of the form. */
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_record_pane_leave_async (JL_RECORD_PANE (widget), NULL, jl_record_pane_left_form_cb, NULL);
}

/* Out of the pane. */
static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_record_pane_leave_async (JL_RECORD_PANE (widget), NULL, jl_record_pane_left_pane_cb, NULL);
}

static void
open_other_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *reg;
  gint64      id;

  g_variant_get (parameter, "(&sx)", &reg, &id);
  g_signal_emit (widget, signals[OPEN_RECORD], 0, reg, id);
}

static void
add_child_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane     *self = JL_RECORD_PANE (widget);
  const JlRegister *reg = jl_register_find (g_variant_get_string (parameter, NULL));

  if (reg == NULL)
    return;
  self->form_of = (JlRecordJob){ .reg = reg, .year = self->shown.year, .parent_id = self->shown.id };
  jl_record_pane_load (self, &self->form_of);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);

  if (self->writing || self->mode == JL_RECORD_MODE_NOTHING)
    return GDK_EVENT_PROPAGATE;
  if (self->mode == JL_RECORD_MODE_LOOKING_BACK)
    jl_record_pane_show_reading (self);
  else
    gtk_widget_activate_action (widget, jl_record_pane_has_form (self) ? "record.cancel" : "record.close", NULL);
  return GDK_EVENT_STOP;
}

/* Widget */

static void
jl_record_pane_dispose (GObject *object)
{
  JlRecordPane *self = JL_RECORD_PANE (object);

  forget (self);
  g_clear_pointer (&self->details, jl_record_details_free);
  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->link);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_RECORD_PANE);
  G_OBJECT_CLASS (jl_record_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc action;
  } actions[] = {
    { "record.edit", NULL, edit_action },
    { "record.save", NULL, save_action },
    { "record.cancel", NULL, cancel_action },
    { "record.close", NULL, close_action },
    { "record.delete", NULL, jl_record_pane_delete_action },
    { "record.show-version", "s", jl_record_pane_show_version_action },
    { "record.show-present", NULL, jl_record_pane_show_present_action },
    { "record.restore-version", "i", jl_record_pane_restore_version_action },
    { "record.open-other", "(sx)", open_other_action },
    { "record.add-child", "s", add_child_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "record.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "record.edit", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
install_signals (GType type)
{
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
  signals[OPEN_RECORD] =
      g_signal_new ("open-record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
jl_record_pane_class_init (JlRecordPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_record_pane_dispose;
  install_signals (G_TYPE_FROM_CLASS (klass));
  install_actions (widget_class);

  g_type_ensure (JL_TYPE_RECORD_READING);
  g_type_ensure (JL_TYPE_RECORD_FORM);
  gtk_widget_class_set_css_name (widget_class, "recordpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/form/jl-record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, name);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, edit);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, more);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, notice);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, notice_text);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, notice_back);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, stack);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, reading);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, form);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, problem);
  gtk_widget_class_bind_template_child (widget_class, JlRecordPane, save);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_finished_cb);
}

/* A form is saved from wherever in the window the focus is. */
static void
add_save_key (JlRecordPane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("record.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
jl_record_pane_init (JlRecordPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "jl-area");
  add_save_key (self);
  jl_compat_stack_tell_hidden (self->stack);
  g_signal_connect_swapped (self->reading, "papers-changed", G_CALLBACK (jl_record_pane_reload), self);
  g_signal_connect_swapped (self->reading, "papers-failed", G_CALLBACK (jl_record_pane_report), self);
  jl_record_pane_set_mode (self, JL_RECORD_MODE_NOTHING);
}

GtkWidget *
jl_record_pane_new (void)
{
  return g_object_new (JL_TYPE_RECORD_PANE, NULL);
}

static void
viewpoint_changed_cb (JlRecordPane *self)
{
  if (!jl_record_pane_has_form (self))
    return;
  jl_record_pane_set_notice (self, is_looking_back (self)
                                       ? _ ("An earlier day is being looked at. What is typed here stays; it can be saved after the return to the present.")
                                       : NULL);
  jl_record_pane_update_actions (self);
}

void
jl_record_pane_set_link (JlRecordPane *self, JlLink *link)
{
  if (self->link == link)
    return;
  if (self->link)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_set_object (&self->link, link);
  if (link)
    g_signal_connect_object (link, "viewpoint-changed", G_CALLBACK (viewpoint_changed_cb), self, G_CONNECT_SWAPPED);
  jl_record_pane_close (self);
}

/* Whose divisions are offered: those of the newest year with facts. */
static int
year_of (JlRecordPane *self)
{
  return self->link ? jl_desk_latest_year (jl_link_get_desk (self->link)) : 0;
}

void
jl_record_pane_open (JlRecordPane *self, const JlRegister *reg, gint64 id, int unit_id)
{
  self->form_of = (JlRecordJob){ 0 };
  self->coming = self->coming || self->shown.reg != reg || self->shown.id != id;
  self->shown = (JlRecordJob){ .reg = reg, .id = id, .year = year_of (self) };
  self->unit_id = unit_id;
  if (jl_record_pane_has_form (self))
    self->mode = JL_RECORD_MODE_NOTHING;
  jl_record_pane_set_mode (self, self->mode);
  jl_record_pane_load (self, &self->shown);
}

void
jl_record_pane_create (JlRecordPane *self, const JlRegister *reg, int unit_id, int year, gint64 parent_id)
{
  g_clear_pointer (&self->details, jl_record_details_free);
  self->coming = FALSE;
  self->shown = (JlRecordJob){ 0 };
  self->form_of = (JlRecordJob){ .reg = reg, .year = year > 0 ? year : year_of (self), .parent_id = parent_id };
  self->unit_id = unit_id;
  jl_record_pane_load (self, &self->form_of);
}

void
jl_record_pane_refresh (JlRecordPane *self)
{
  if (self->mode == JL_RECORD_MODE_READING || self->mode == JL_RECORD_MODE_LOOKING_BACK)
    jl_record_pane_load (self, &self->shown);
}

void
jl_record_pane_follow (JlRecordPane *self)
{
  if (self->mode == JL_RECORD_MODE_READING)
    jl_record_pane_load (self, &self->shown);
}

void
jl_record_pane_close (JlRecordPane *self)
{
  forget (self);
  g_clear_pointer (&self->details, jl_record_details_free);
  self->coming = FALSE;
  self->shown = self->form_of = (JlRecordJob){ 0 };
  jl_record_pane_set_notice (self, NULL);
  jl_record_pane_set_mode (self, JL_RECORD_MODE_NOTHING);
}

gint64
jl_record_pane_get_record (JlRecordPane *self)
{
  return self->shown.id;
}

gboolean
jl_record_pane_has_unsaved (JlRecordPane *self)
{
  return self->writing || (jl_record_pane_has_form (self) && jl_record_form_is_changed (self->form));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题清单. The page's load brings the places and on which day the findings stand; the list looks after itself. Findings are of the
 * present: they follow the newest divisions, whatever year the window shows. */

#include "jl-findings-page.h"

#include <glib/gi18n-lib.h>

#include "jl-error.h"
#include "jl-finding-pane.h"
#include "jl-list-load.h"
#include "jl-quantity.h"
#include "jl-register-list.h"
#include "jl-run.h"

struct _JlFindingsPage
{
  JlPage parent_instance;

  JlResult     *state; /* (nullable): on which day the findings stand */
  GCancellable *check; /* of the reconciliation under way, else NULL */
  gboolean      quiet; /* while several things are set at once */

  JlRegisterList *list;
  GtkStack       *check_stack;
  GtkWidget      *check_button;
  GtkSpinner     *spinner;
  GtkWidget      *side;
  JlFindingPane  *pane;
};

G_DEFINE_FINAL_TYPE (JlFindingsPage, jl_findings_page, JL_TYPE_PAGE)

/* Whoever keeps records may have them looked at again. */
static const char *const checking_duties[] = { "jl_housing", "jl_price", "jl_finance", "jl_reform", "jl_quality", NULL };

static JlResult *
load_state (JlSession *session, int year, int unit_id, GError **error)
{
  return jl_finding_state_load (session, error);
}

gint64
jl_findings_page_count (JlSession *session, GError **error)
{
  const JlFindingFilter standing = { .state = "standing" };
  g_autoptr (JlResult) sums = jl_finding_sums_load (session, &standing, error);

  return sums ? jl_result_int (sums, 0, "n", 0) : -1;
}

/* The foot */

static const char *
standing_day (JlFindingsPage *self)
{
  return self->state && jl_result_n_rows (self->state) > 0 ? jl_result_text (self->state, 0, "as_of") : NULL;
}

static char *
checked_text (JlFindingsPage *self)
{
  const char *day = standing_day (self);

  if (day == NULL)
    return g_strdup (_ ("never checked"));
  if (jl_result_bool (self->state, 0, "due"))
    /* Translators: a day; something has been changed since */
    return g_strdup_printf (_ ("checked as of %s, data changed since"), day);
  return g_strdup_printf (_ ("checked as of %s"), day);
}

static void
update_foot (JlFindingsPage *self)
{
  g_autofree char *checked = checked_text (self);
  g_autofree char *basis = jl_register_list_basis (self->list);

  jl_page_set_foot (JL_PAGE (self), checked, basis);
}

/* The list */

static void
refresh (JlFindingsPage *self)
{
  JlPage *page = JL_PAGE (self);

  jl_register_list_set_place (self->list, jl_page_get_link (page), jl_page_get_unit (page), 0);
  jl_register_list_refresh (self->list);
}

static void
list_failed_cb (JlFindingsPage *self, const char *what, const GError *error)
{
  jl_page_show_error (JL_PAGE (self), what, error);
}

static void
unit_chosen_cb (JlFindingsPage *self, int unit_id)
{
  jl_page_set_unit (JL_PAGE (self), unit_id);
}

/* The finding beside the list */

static void
close_side (JlFindingsPage *self)
{
  jl_finding_pane_close (self->pane);
  gtk_widget_set_visible (self->side, FALSE);
  jl_register_list_mark (self->list, 0);
}

static void
pane_closed_cb (JlFindingsPage *self)
{
  close_side (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
go_to (JlFindingsPage *self, gint64 id)
{
  jl_finding_pane_open (self->pane, id);
  gtk_widget_set_visible (self->side, TRUE);
  jl_register_list_mark (self->list, id);
}

/* Where the pane goes once nothing typed in it would be lost. */
static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree gint64 *id = user_data;
  GtkWidget         *self = gtk_widget_get_ancestor (GTK_WIDGET (source), JL_TYPE_FINDINGS_PAGE);

  if (self == NULL)
    return;
  if (jl_finding_pane_leave_finish (JL_FINDING_PANE (source), result))
    go_to (JL_FINDINGS_PAGE (self), *id);
  else
    jl_register_list_restore_mark (JL_FINDINGS_PAGE (self)->list);
}

static void
chosen_cb (JlFindingsPage *self, JlRecord *record)
{
  gint64 id = jl_record_int (record, "id", 0);

  if (id == jl_finding_pane_get_finding (self->pane))
    return;
  if (jl_finding_pane_has_unsaved (self->pane))
    jl_finding_pane_leave_async (self->pane, NULL, left_cb, g_memdup2 (&id, sizeof id));
  else
    go_to (self, id);
}

static void
pane_changed_cb (JlFindingsPage *self)
{
  jl_register_list_refresh (self->list);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-counts", NULL);
}

static void
pane_failed_cb (JlFindingsPage *self, const GError *error)
{
  jl_page_show_error (JL_PAGE (self), _ ("The finding could not be loaded."), error);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlFindingsPage *self = JL_FINDINGS_PAGE (widget);

  if (!gtk_widget_get_visible (self->side))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self->pane), "finding.close", NULL);
  return GDK_EVENT_STOP;
}

/* 重新核对 */

static gpointer
check (JlSession *session, gpointer day, GError **error)
{
  return jl_finding_refresh (session, day, error);
}

static void
show_checking (JlFindingsPage *self, gboolean checking)
{
  gtk_stack_set_visible_child_name (self->check_stack, checking ? "busy" : "idle");
  gtk_spinner_set_spinning (self->spinner, checking);
}

static void
tell_checked (JlFindingsPage *self, JlResult *done)
{
  g_autofree char *opened = jl_format_count (jl_result_int (done, 0, "opened", 0), JL_NUMBER_SCREEN);
  g_autofree char *closed = jl_format_count (jl_result_int (done, 0, "closed", 0), JL_NUMBER_SCREEN);
  g_autofree char *reopened = jl_format_count (jl_result_int (done, 0, "reopened", 0), JL_NUMBER_SCREEN);
  /* Translators: how many findings were opened, closed, opened again */
  g_autofree char *text = g_strdup_printf (_ ("Checked: %s found, %s closed, %s opened again"), opened, closed, reopened);

  jl_page_toast (JL_PAGE (self), text);
}

static void
checked_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingsPage *self = owner;
  g_autoptr (JlResult) done = product;

  g_clear_object (&self->check);
  show_checking (self, FALSE);
  if (done == NULL)
    {
      jl_page_show_error (JL_PAGE (self), _ ("The data could not be checked."), error);
      return;
    }
  tell_checked (self, done);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.update-counts", NULL);
  jl_page_reload (JL_PAGE (self));
}

/* Today; in practice data, which end somewhere, the last day on which anything is billed or the day on which the findings stand. */
static char *
day_to_check (JlFindingsPage *self)
{
  JlLink       *link = jl_page_get_link (JL_PAGE (self));
  const JlDesk *desk = jl_link_get_desk (link);
  int           row = jl_link_find_year (link, jl_desk_latest_year (desk));
  const char   *cutoff = row < 0 ? NULL : jl_result_text (desk->years, (guint) row, "billing_cutoff");
  const char   *standing = standing_day (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (!jl_link_is_practice (link) || cutoff == NULL)
    return g_date_time_format (now, "%Y-%m-%d");
  return g_strdup (g_strcmp0 (standing, cutoff) > 0 ? standing : cutoff);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlFindingsPage *self = JL_FINDINGS_PAGE (widget);
  JlLink         *link = jl_page_get_link (JL_PAGE (self));

  if (link == NULL || self->check)
    return;
  show_checking (self, TRUE);
  self->check = jl_run_start (self, jl_link_get_pool (link), JL_WORK_WRITE, check, day_to_check (self), g_free,
                              (GDestroyNotify) jl_result_unref, checked_cb);
}

static void
cancel_check (JlFindingsPage *self)
{
  if (self->check)
    g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
}

static void
cancel_check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cancel_check (JL_FINDINGS_PAGE (widget));
  show_checking (JL_FINDINGS_PAGE (widget), FALSE);
}

static char *
why_no_check (JlLink *link)
{
  g_autofree char *words = NULL;

  if (g_strv_contains (checking_duties, jl_link_get_duty (link)))
    return NULL;
  words = jl_duty_words (checking_duties);
  return g_strdup_printf (_ ("This is done by: %s"), words);
}

static void
update_rights (JlFindingsPage *self)
{
  g_autofree char *why_not = why_no_check (jl_page_get_link (JL_PAGE (self)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "findings.check", why_not == NULL);
  gtk_widget_set_tooltip_text (self->check_button, why_not ? why_not : _ ("Hold the findings against the data as they are"));
}

/* Page */

/* Which findings there were is told by their steps, not by a list of that day. */
static void
show_no_past (JlFindingsPage *self)
{
  close_side (self);
  jl_page_show_empty (JL_PAGE (self), _ ("Findings stand as they do today"),
                      _ ("There is no list of the findings of an earlier day. Each finding tells when it was found and what was done."),
                      _ ("Back to the present"), "win.present");
}

/* The form of a step stays open; what happened meanwhile is told when the step is sent. */
static void
refresh_pane (JlFindingsPage *self)
{
  gint64 shown = jl_finding_pane_get_finding (self->pane);

  if (shown > 0 && !jl_finding_pane_is_acting (self->pane))
    jl_finding_pane_open (self->pane, shown);
}

static void
jl_findings_page_reload (JlPage *page)
{
  JlFindingsPage *self = JL_FINDINGS_PAGE (page);

  if (self->quiet)
    return;
  jl_finding_pane_set_link (self->pane, jl_page_get_link (page));
  if (jl_link_get_known_on (jl_page_get_link (page)))
    {
      show_no_past (self);
      return;
    }
  update_rights (self);
  jl_list_load_start (page, load_state);
  refresh_pane (self);
  refresh (self);
}

static void
jl_findings_page_show (JlPage *page, gpointer product)
{
  JlFindingsPage *self = JL_FINDINGS_PAGE (page);
  g_autoptr (JlListLoad) loaded = product;

  jl_register_list_set_places (self->list, loaded->places);
  g_clear_pointer (&self->state, jl_result_unref);
  self->state = g_steal_pointer (&loaded->more);
  update_foot (self);
}

static gboolean
jl_findings_page_concerns (JlPage *page, const char *table)
{
  return g_str_equal (table, "finding") || g_str_equal (table, "finding_step");
}

static gboolean
jl_findings_page_has_unsaved (JlPage *page)
{
  return jl_finding_pane_has_unsaved (JL_FINDINGS_PAGE (page)->pane);
}

static void
page_left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, jl_finding_pane_leave_finish (JL_FINDING_PANE (source), result));
}

static void
jl_findings_page_leave_async (JlPage *page, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, jl_findings_page_leave_async);
  jl_finding_pane_leave_async (JL_FINDINGS_PAGE (page)->pane, cancellable, page_left_cb, task);
}

static gboolean
jl_findings_page_leave_finish (JlPage *page, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static GVariant *
jl_findings_page_save_place (JlPage *page)
{
  return jl_register_list_save (JL_FINDINGS_PAGE (page)->list);
}

static void
jl_findings_page_restore_place (JlPage *page, GVariant *place)
{
  JlFindingsPage *self = JL_FINDINGS_PAGE (page);

  close_side (self);
  jl_register_list_restore (self->list, place);
  jl_page_reload (page);
}

static void
jl_findings_page_dispose (GObject *object)
{
  cancel_check (JL_FINDINGS_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_FINDINGS_PAGE);
  G_OBJECT_CLASS (jl_findings_page_parent_class)->dispose (object);
}

static void
jl_findings_page_finalize (GObject *object)
{
  g_clear_pointer (&JL_FINDINGS_PAGE (object)->state, jl_result_unref);
  G_OBJECT_CLASS (jl_findings_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/findings/jl-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlFindingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, JlFindingsPage, check_stack);
  gtk_widget_class_bind_template_child (widget_class, JlFindingsPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, JlFindingsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, JlFindingsPage, side);
  gtk_widget_class_bind_template_child (widget_class, JlFindingsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_foot);
  gtk_widget_class_bind_template_callback (widget_class, list_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_failed_cb);
}

static void
jl_findings_page_class_init (JlFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JlPageClass    *page_class = JL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_findings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_findings_page_finalize;
  page_class->reload = jl_findings_page_reload;
  page_class->show = jl_findings_page_show;
  page_class->concerns = jl_findings_page_concerns;
  page_class->has_unsaved = jl_findings_page_has_unsaved;
  page_class->leave_async = jl_findings_page_leave_async;
  page_class->leave_finish = jl_findings_page_leave_finish;
  page_class->findings_changed = jl_page_reload;
  page_class->save_place = jl_findings_page_save_place;
  page_class->restore_place = jl_findings_page_restore_place;

  g_type_ensure (JL_TYPE_REGISTER_LIST);
  g_type_ensure (JL_TYPE_FINDING_PANE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "findings.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "findings.cancel-check", NULL, cancel_check_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
jl_findings_page_init (JlFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_register_list_set_empty (self->list, _ ("No findings"), _ ("The rules find nothing wrong here, or the data have not been checked yet."));
  jl_register_list_set_register (self->list, jl_register_find ("finding"));
}

GtkWidget *
jl_findings_page_new (void)
{
  return g_object_new (JL_TYPE_FINDINGS_PAGE, NULL);
}

void
jl_findings_page_open (JlPage *page, const char *reg, int unit_id, int year, const char *filter)
{
  JlFindingsPage *self = JL_FINDINGS_PAGE (page);

  self->quiet = TRUE;
  jl_finding_pane_set_link (self->pane, jl_page_get_link (page));
  close_side (self);
  jl_register_list_narrow (self->list, filter);
  if (!g_str_has_prefix (filter, "id:"))
    jl_page_set_unit (page, unit_id);
  self->quiet = FALSE;
  jl_page_reload (page);
  if (g_str_has_prefix (filter, "id:"))
    go_to (self, g_ascii_strtoll (filter + strlen ("id:"), NULL, 10));
}

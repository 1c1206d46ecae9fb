/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 台账. Everything on the page comes from the description of one register at a time. The page's own load brings places and rights;
 * the list looks after itself. */

#include "jl-register-page.h"

#include <glib/gi18n-lib.h>

#include "jl-division-dialog.h"
#include "jl-list-load.h"
#include "jl-quantity.h"
#include "jl-record-pane.h"
#include "jl-register-chooser.h"
#include "jl-register-list.h"
#include "jl-register-store.h"
#include "jl-season.h"
#include "jl-words.h"

#define FIRST_REGISTER "building_season"

struct _JlRegisterPage
{
  JlPage parent_instance;

  const JlRegister *reg;
  JlResult         *rights; /* (nullable): before the first load */
  gboolean          quiet;  /* while several things are set at once */

  JlRegisterList    *list;
  GtkWidget         *add_button;
  GtkWidget         *side;
  JlRecordPane      *pane;
  JlRegisterChooser *chooser;
};

G_DEFINE_FINAL_TYPE (JlRegisterPage, jl_register_page, JL_TYPE_PAGE)

static JlResult *
load_rights (JlSession *session, int year, int unit_id, GError **error)
{
  return jl_registers_rights (session, error);
}

/* The foot */

/* What is billed stands until the day that the rule names. */
static char *
cutoff_text (JlRegisterPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  int     row = link ? jl_link_find_year (link, jl_page_get_year (JL_PAGE (self))) : -1;

  if (row < 0 || !g_str_equal (self->reg->name, FIRST_REGISTER))
    return NULL;
  return jl_date_paper (jl_result_text (jl_link_get_desk (link)->years, (guint) row, "billing_cutoff"));
}

static void
update_foot (JlRegisterPage *self)
{
  g_autofree char *cutoff = cutoff_text (self);
  g_autofree char *basis = jl_register_list_basis (self->list);

  jl_page_set_foot (JL_PAGE (self), cutoff, basis);
}

/* The list */

static gboolean
is_looking_back (JlRegisterPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  return link && jl_link_get_known_on (link);
}

static void
refresh (JlRegisterPage *self)
{
  JlPage *page = JL_PAGE (self);

  jl_register_list_set_known (self->list, is_looking_back (self));
  jl_register_list_set_place (self->list, jl_page_get_link (page), jl_page_get_unit (page), jl_page_get_year (page));
  jl_register_list_refresh (self->list);
}

static void
list_failed_cb (JlRegisterPage *self, const char *what, const GError *error)
{
  jl_page_show_error (JL_PAGE (self), what, error);
}

static void
unit_chosen_cb (JlRegisterPage *self, int unit_id)
{
  jl_page_set_unit (JL_PAGE (self), unit_id);
}

/* All years is a matter of this list alone; a year is that of the window. */
static void
year_chosen_cb (JlRegisterPage *self, int year)
{
  if (year == 0 || year == jl_page_get_year (JL_PAGE (self)))
    refresh (self);
  else
    jl_page_set_year (JL_PAGE (self), year);
}

/* The record beside the list */

static void
close_side (JlRegisterPage *self)
{
  jl_record_pane_close (self->pane);
  gtk_widget_set_visible (self->side, FALSE);
  jl_register_list_mark (self->list, 0);
}

static void
pane_closed_cb (JlRegisterPage *self)
{
  close_side (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* The row of the record beside the list. */
static void
mark_shown (JlRegisterPage *self)
{
  jl_register_list_mark (self->list, jl_record_pane_get_record (self->pane));
  jl_register_list_restore_mark (self->list);
}

/* Where the pane goes once nothing typed in it would be lost. */
typedef struct
{
  JlRegisterPage *page;
  gint64          id; /* 0: a new record */
  int             unit_id;
} Aim;

static void
aim_free (Aim *aim)
{
  g_object_unref (aim->page);
  g_free (aim);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Aim, aim_free)

static void
go_to (const Aim *aim)
{
  JlRegisterPage *self = aim->page;

  if (aim->id > 0)
    jl_record_pane_open (self->pane, self->reg, aim->id, aim->unit_id);
  else
    jl_record_pane_create (self->pane, self->reg, aim->unit_id, jl_page_get_year (JL_PAGE (self)),
                           jl_register_list_get_parent (self->list));
  gtk_widget_set_visible (self->side, TRUE);
  jl_register_list_mark (self->list, aim->id);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Aim) aim = user_data;

  if (jl_record_pane_leave_finish (aim->page->pane, result))
    go_to (aim);
  else
    mark_shown (aim->page);
}

static void
open_record (JlRegisterPage *self, gint64 id, int unit_id)
{
  g_autoptr (Aim) aim = g_new0 (Aim, 1);

  *aim = (Aim){ g_object_ref (self), id, unit_id };
  if (jl_record_pane_has_unsaved (self->pane))
    jl_record_pane_leave_async (self->pane, NULL, left_cb, g_steal_pointer (&aim));
  else
    go_to (aim);
}

static void
chosen_cb (JlRegisterPage *self, JlRecord *record)
{
  gint64   id = jl_record_int (record, "id", 0);
  gboolean has_unit = jl_register_field (self->reg, "unit_id") != NULL;

  if (id != jl_record_pane_get_record (self->pane))
    open_record (self, id, has_unit ? (int) jl_record_int (record, "unit_id", 0) : 0);
}

static void
pane_changed_cb (JlRegisterPage *self)
{
  jl_register_list_mark (self->list, jl_record_pane_get_record (self->pane));
  jl_register_list_refresh (self->list);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.facts-changed", NULL);
}

static void
pane_failed_cb (JlRegisterPage *self, const char *what, const GError *error)
{
  jl_page_show_error (JL_PAGE (self), what, error);
}

/* A record of any register that the pane names. */
static void
open_record_cb (JlRegisterPage *self, const char *reg, gint64 id)
{
  g_autofree char *word = g_strdup_printf ("id:%" G_GINT64_FORMAT, id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-register", "(siis)", reg, 0, 0, word);
}

/* Divisions are not added: they change by operations, in a dialog of their own. */
static gboolean
shows_divisions (JlRegisterPage *self)
{
  return g_str_equal (self->reg->name, "unit_version");
}

static void
divisions_changed_cb (JlRegisterPage *self)
{
  jl_page_toast (JL_PAGE (self), _ ("The change of divisions is recorded."));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.facts-changed", NULL);
  jl_page_reload (JL_PAGE (self));
}

static void
change_divisions (JlRegisterPage *self)
{
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (self));
  JlDivisionDialog *dialog = jl_division_dialog_new (GTK_WINDOW (root), jl_page_get_link (JL_PAGE (self)), jl_page_get_unit (JL_PAGE (self)));

  g_signal_connect_object (dialog, "done", G_CALLBACK (divisions_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_clicked_cb (JlRegisterPage *self)
{
  if (shows_divisions (self))
    {
      change_divisions (self);
      return;
    }
  jl_register_list_mark (self->list, 0);
  open_record (self, 0, jl_page_get_unit (JL_PAGE (self)));
}

static void
escape_left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRegisterPage) self = user_data;

  if (jl_record_pane_leave_finish (self->pane, result))
    pane_closed_cb (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (widget);

  if (!gtk_widget_get_visible (self->side))
    return GDK_EVENT_PROPAGATE;
  if (jl_record_pane_has_unsaved (self->pane))
    jl_record_pane_leave_async (self->pane, NULL, escape_left_cb, g_object_ref (self));
  else
    pane_closed_cb (self);
  return GDK_EVENT_STOP;
}

/* Rights */

static int
right_row (JlRegisterPage *self)
{
  for (guint i = 0; self->rights && i < jl_result_n_rows (self->rights); i++)
    {
      if (g_str_equal (jl_result_text (self->rights, i, "name"), self->reg->name))
        return (int) i;
    }
  return -1;
}

static char *
keepers_text (JlRegisterPage *self, guint row)
{
  g_auto (GStrv) duties = jl_result_array (self->rights, row, "keepers");
  g_autofree char *words = jl_duty_words ((const char *const *) duties);

  /* Translators: offices that may write in the register */
  return g_strdup_printf (_ ("This register is kept by: %s"), words);
}

/* NULL: a record may be added. */
static char *
why_not_add (JlRegisterPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  int     row = right_row (self);

  if (is_looking_back (self))
    return g_strdup (_ ("What was known then is not changed. Return to the present to add a record."));
  if (row < 0)
    return g_strdup ("");
  if (shows_divisions (self))
    return g_str_equal (jl_link_get_duty (link), "jl_housing") ? NULL : g_strdup (_ ("Divisions are changed by the heating-reform office."));
  return jl_result_bool (self->rights, (guint) row, "may_add") ? NULL : keepers_text (self, (guint) row);
}

static void
update_rights (JlRegisterPage *self)
{
  g_autofree char *why_not = why_not_add (self);

  gtk_button_set_label (GTK_BUTTON (self->add_button), shows_divisions (self) ? _ ("Change divisions…") : _ ("Add"));
  gtk_widget_set_sensitive (self->add_button, why_not == NULL);
  gtk_widget_set_tooltip_text (self->add_button, why_not);
}

/* The register */

static void
chooser_chosen_cb (JlRegisterPage *self, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-register", "(siis)", name, jl_page_get_unit (JL_PAGE (self)),
                              jl_page_get_year (JL_PAGE (self)), "");
}

static void
set_register (JlRegisterPage *self, const JlRegister *reg)
{
  if (reg == self->reg)
    return;
  self->reg = reg;
  jl_register_list_set_register (self->list, reg);
  jl_register_chooser_set_register (self->chooser, reg);
  jl_page_set_title (JL_PAGE (self), _ (reg->title));
  update_rights (self);
}

/* Page */

static void
jl_register_page_reload (JlPage *page)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);
  JlLink         *link = jl_page_get_link (page);

  if (self->quiet)
    return;
  jl_record_pane_set_link (self->pane, link);
  jl_list_load_start (page, load_rights);
  jl_record_pane_refresh (self->pane);
  refresh (self);
}

static void
jl_register_page_show (JlPage *page, gpointer product)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);
  g_autoptr (JlListLoad) loaded = product;

  jl_register_list_set_places (self->list, loaded->places);
  g_clear_pointer (&self->rights, jl_result_unref);
  self->rights = g_steal_pointer (&loaded->more);
  update_rights (self);
  update_foot (self);
}

/* A row of the list also says something of the record that it belongs to. */
static gboolean
jl_register_page_concerns (JlPage *page, const char *table)
{
  const JlRegister *reg = JL_REGISTER_PAGE (page)->reg;

  return g_str_equal (table, reg->name) || g_strcmp0 (table, reg->parent) == 0;
}

/* The list says nothing of findings. */
static void
jl_register_page_findings_changed (JlPage *page)
{
  jl_record_pane_follow (JL_REGISTER_PAGE (page)->pane);
}

static gboolean
jl_register_page_has_unsaved (JlPage *page)
{
  return jl_record_pane_has_unsaved (JL_REGISTER_PAGE (page)->pane);
}

static void
page_left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  JlRegisterPage *self = g_task_get_source_object (task);

  g_task_return_boolean (task, jl_record_pane_leave_finish (self->pane, result));
}

static void
jl_register_page_leave_async (JlPage *page, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, jl_register_page_leave_async);
  jl_record_pane_leave_async (JL_REGISTER_PAGE (page)->pane, cancellable, page_left_cb, task);
}

static gboolean
jl_register_page_leave_finish (JlPage *page, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static GVariant *
jl_register_page_save_place (JlPage *page)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);

  return g_variant_new ("(sv)", self->reg->name, jl_register_list_save (self->list));
}

static void
jl_register_page_restore_place (JlPage *page, GVariant *place)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);
  const char     *name;
  g_autoptr (GVariant) state = NULL;

  g_variant_get (place, "(&sv)", &name, &state);
  self->quiet = TRUE;
  close_side (self);
  set_register (self, jl_register_find (name));
  jl_register_list_restore (self->list, state);
  self->quiet = FALSE;
  jl_page_reload (page);
}

static void
jl_register_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_REGISTER_PAGE);
  G_OBJECT_CLASS (jl_register_page_parent_class)->dispose (object);
}

static void
jl_register_page_finalize (GObject *object)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (object);

  g_clear_pointer (&self->rights, jl_result_unref);
  G_OBJECT_CLASS (jl_register_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, list);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, side);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, list_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_foot);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_record_cb);
}

static void
jl_register_page_class_init (JlRegisterPageClass *klass)
{
  JlPageClass *page_class = JL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_register_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_register_page_finalize;
  page_class->reload = jl_register_page_reload;
  page_class->show = jl_register_page_show;
  page_class->concerns = jl_register_page_concerns;
  page_class->has_unsaved = jl_register_page_has_unsaved;
  page_class->leave_async = jl_register_page_leave_async;
  page_class->leave_finish = jl_register_page_leave_finish;
  page_class->findings_changed = jl_register_page_findings_changed;
  page_class->save_place = jl_register_page_save_place;
  page_class->restore_place = jl_register_page_restore_place;

  g_type_ensure (JL_TYPE_REGISTER_LIST);
  g_type_ensure (JL_TYPE_RECORD_PANE);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
jl_register_page_init (JlRegisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chooser = JL_REGISTER_CHOOSER (jl_register_chooser_new ());
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chooser_chosen_cb), self, G_CONNECT_SWAPPED);
  jl_page_set_title_widget (JL_PAGE (self), GTK_WIDGET (self->chooser));
  set_register (self, jl_register_find (FIRST_REGISTER));
}

GtkWidget *
jl_register_page_new (void)
{
  return g_object_new (JL_TYPE_REGISTER_PAGE, NULL);
}

void
jl_register_page_open (JlPage *page, const char *name, int unit_id, int year, const char *filter)
{
  JlRegisterPage   *self = JL_REGISTER_PAGE (page);
  const JlRegister *reg = jl_register_find (name);

  g_return_if_fail (reg != NULL);

  self->quiet = TRUE;
  close_side (self);
  set_register (self, reg);
  jl_register_list_narrow (self->list, filter);
  if (year > 0)
    jl_page_set_year (page, year);
  if (!g_str_has_prefix (filter, "id:"))
    jl_page_set_unit (page, unit_id);
  self->quiet = FALSE;
  jl_page_reload (page);
  if (g_str_has_prefix (filter, "id:"))
    open_record (self, g_ascii_strtoll (filter + strlen ("id:"), NULL, 10), unit_id);
}

const char *
jl_register_page_get_register (JlRegisterPage *self)
{
  return self->reg->name;
}

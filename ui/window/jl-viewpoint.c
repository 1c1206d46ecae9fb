/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The control for looking back. What has to be made for a day is made part by part, with a bar and a way to cancel, before the link
 * takes the viewpoint. */

#include "jl-viewpoint.h"

#include <glib/gi18n.h>

#include "jl-advice.h"
#include "jl-look-back.h"
#include "jl-run.h"
#include "jl-season.h"

struct _JlViewpoint
{
  AdwBin parent_instance;

  JlLink       *link;   /* (nullable) */
  char         *day;    /* being made, else NULL */
  JlResult     *parts;  /* of that day */
  guint         n_made; /* of them */
  GCancellable *cancellable;

  GtkMenuButton  *button;
  GtkPopover     *popover;
  GtkEditable    *day_entry;
  GtkCalendar    *calendar;
  GtkLabel       *complaint;
  GtkCheckButton *divisions;
  GtkProgressBar *progress;
  GtkWidget      *look;
  GtkWidget      *present;
};

G_DEFINE_FINAL_TYPE (JlViewpoint, jl_viewpoint, ADW_TYPE_BIN)

typedef struct
{
  char *day;
  char *sum_table;
  int   part;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->day);
  g_free (part->sum_table);
  g_free (part);
}

static gpointer
load_parts (JlSession *session, gpointer data, GError **error)
{
  return jl_look_back_parts (session, data, error);
}

/* The product says that it was made. */
static gpointer
make_part (JlSession *session, gpointer data, GError **error)
{
  const Part *part = data;

  return jl_look_back_make (session, part->day, part->sum_table, part->part, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
set_working (JlViewpoint *self, gboolean working)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), working);
  gtk_button_set_label (GTK_BUTTON (self->look), working ? _ ("_Cancel") : _ ("_Look"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->day_entry), !working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->calendar), !working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->divisions), !working);
}

static void
complain (JlViewpoint *self, const char *sentence)
{
  gtk_label_set_text (self->complaint, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), sentence != NULL);
}

static void
stop (JlViewpoint *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->parts, jl_result_unref);
  g_clear_pointer (&self->day, g_free);
  set_working (self, FALSE);
}

static void
take (JlViewpoint *self)
{
  g_autofree char *day = g_strdup (self->day);
  g_autofree char *places_on = gtk_check_button_get_active (self->divisions) ? today () : NULL;

  stop (self);
  gtk_popover_popdown (self->popover);
  jl_link_set_viewpoint (self->link, day, places_on);
}

static void
fail (JlViewpoint *self, const GError *error)
{
  stop (self);
  complain (self, jl_advice_for (error));
}

static void part_made (gpointer owner, gpointer product, const GError *error);

static void
make_next (JlViewpoint *self)
{
  guint n = jl_result_n_rows (self->parts);
  Part *part;

  gtk_progress_bar_set_fraction (self->progress, n > 0 ? (double) self->n_made / n : 1);
  if (self->n_made == n)
    {
      take (self);
      return;
    }
  part = g_new (Part, 1);
  *part = (Part){ g_strdup (self->day), g_strdup (jl_result_text (self->parts, self->n_made, "sum_table")),
                  (int) jl_result_int (self->parts, self->n_made, "part", 0) };
  g_clear_object (&self->cancellable);
  self->cancellable = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, make_part, part, part_free, NULL, part_made);
}

static void
part_made (gpointer owner, gpointer product, const GError *error)
{
  JlViewpoint *self = owner;

  if (error)
    {
      fail (self, error);
      return;
    }
  self->n_made++;
  make_next (self);
}

static void
parts_loaded (gpointer owner, gpointer product, const GError *error)
{
  JlViewpoint *self = owner;

  if (error)
    {
      fail (self, error);
      return;
    }
  self->parts = product;
  self->n_made = 0;
  make_next (self);
}

static void
start (JlViewpoint *self, const char *day)
{
  self->day = g_strdup (day);
  set_working (self, TRUE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->cancellable = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_READ, load_parts, g_strdup (day), g_free,
                                    (GDestroyNotify) jl_result_unref, parts_loaded);
}

static void
look_clicked_cb (JlViewpoint *self)
{
  g_autofree char *day = NULL;
  g_autofree char *now = today ();
  g_autoptr (GError) error = NULL;

  complain (self, NULL);
  if (self->day)
    stop (self);
  else if (*gtk_editable_get_text (self->day_entry) == '\0')
    take (self);
  else if (!jl_parse_date (gtk_editable_get_text (self->day_entry), &day, &error))
    complain (self, error->message);
  else if (g_strcmp0 (day, now) >= 0)
    complain (self, _ ("Only a day that is over can be looked back at."));
  else
    start (self, day);
}

static void
present_clicked_cb (JlViewpoint *self)
{
  stop (self);
  gtk_popover_popdown (self->popover);
  jl_link_set_viewpoint (self->link, NULL, NULL);
}

static void
day_selected_cb (JlViewpoint *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (self->day_entry, day);
}

static void
follow_link (JlViewpoint *self)
{
  const char      *known_on = self->link ? jl_link_get_known_on (self->link) : NULL;
  const char      *places_on = self->link ? jl_link_get_places_on (self->link) : NULL;
  g_autofree char *words = self->link ? jl_viewpoint_words (self->link) : NULL;

  gtk_editable_set_text (self->day_entry, known_on ? known_on : "");
  gtk_check_button_set_active (self->divisions, places_on != NULL);
  gtk_widget_set_sensitive (self->present, words != NULL);
}

static void
jl_viewpoint_dispose (GObject *object)
{
  JlViewpoint *self = JL_VIEWPOINT (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->parts, jl_result_unref);
  g_clear_pointer (&self->day, g_free);
  if (self->link)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (jl_viewpoint_parent_class)->dispose (object);
}

static void
jl_viewpoint_class_init (JlViewpointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_viewpoint_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/window/jl-viewpoint.ui");
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, button);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, popover);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, day_entry);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, calendar);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, complaint);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, divisions);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, progress);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, look);
  gtk_widget_class_bind_template_child (widget_class, JlViewpoint, present);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, present_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
jl_viewpoint_init (JlViewpoint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_working (self, FALSE);
  follow_link (self);
}

void
jl_viewpoint_set_link (JlViewpoint *self, JlLink *link)
{
  if (self->link == link)
    return;
  stop (self);
  if (self->link)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_set_object (&self->link, link);
  if (link)
    g_signal_connect_swapped (link, "viewpoint-changed", G_CALLBACK (follow_link), self);
  follow_link (self);
}

char *
jl_viewpoint_words (JlLink *link)
{
  const char      *known_on = jl_link_get_known_on (link);
  g_autofree char *day = known_on ? jl_date_paper (known_on) : NULL;

  if (day && jl_link_get_places_on (link))
    /* Translators: a day */
    return g_strdup_printf (_ ("You see what was known on %s, by the divisions of today."), day);
  if (day)
    /* Translators: a day */
    return g_strdup_printf (_ ("You see what was known on %s."), day);
  return jl_link_get_places_on (link) ? g_strdup (_ ("You see all years by the divisions of today.")) : NULL;
}

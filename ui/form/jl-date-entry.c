/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A day to be typed or chosen. The calendar opens on what is typed as far as that is a day. */

#include "jl-date-entry.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _JlDateEntry
{
  GtkBox parent_instance;

  GtkEntry    *entry;
  GtkWidget   *button;
  GtkCalendar *calendar;
  gboolean     opening; /* the calendar is being set to what is typed */
};

G_DEFINE_FINAL_TYPE (JlDateEntry, jl_date_entry, GTK_TYPE_BOX)

static void
day_selected_cb (JlDateEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (self->opening)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
popover_show_cb (JlDateEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  if (sscanf (gtk_editable_get_text (GTK_EDITABLE (self->entry)), "%d-%d-%d", &year, &month, &number) == 3)
    day = g_date_time_new_local (year, month, number, 0, 0, 0);
  if (day == NULL)
    return;
  self->opening = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->opening = FALSE;
}

static GtkWidget *
make_popover (JlDateEntry *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_show_cb), self);
  return popover;
}

static void
jl_date_entry_class_init (JlDateEntryClass *klass)
{
}

static void
jl_date_entry_init (JlDateEntry *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_ENTRY (entry);
  gtk_entry_set_placeholder_text (self->entry, _ ("Year-month-day"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_entry_set_max_length (self->entry, 32);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (entry, "jl-value");

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_tooltip_text (self->button, _ ("Choose in the calendar"));

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_box_append (GTK_BOX (self), entry);
  gtk_box_append (GTK_BOX (self), self->button);
}

GtkWidget *
jl_date_entry_new (void)
{
  return g_object_new (JL_TYPE_DATE_ENTRY, NULL);
}

GtkEntry *
jl_date_entry_get_entry (JlDateEntry *self)
{
  return self->entry;
}

void
jl_date_entry_set_name (JlDateEntry *self, const char *name)
{
  /* Translators: a button; the name of a field that holds a day */
  g_autofree char *label = g_strdup_printf (_ ("Calendar: %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A page is in sight when its middle is the first below the upper edge. */

#include "jl-paper-view.h"

#include <glib/gi18n.h>

#include "jl-fonts.h"
#include "jl-sheet-view.h"

#define STEP 60 /* pixels of an arrow key */

struct _JlPaperView
{
  AdwBin parent_instance;

  guint n_pages;

  GtkLabel          *place;
  GtkLabel          *face;
  GtkScrolledWindow *scroller;
  GtkBox            *sheets;
};

G_DEFINE_FINAL_TYPE (JlPaperView, jl_paper_view, ADW_TYPE_BIN)

/* ---- places */

static GtkAdjustment *
adjustment_of (JlPaperView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

static gboolean
bounds_of (JlPaperView *self, GtkWidget *sheet, graphene_rect_t *bounds)
{
  return gtk_widget_compute_bounds (sheet, GTK_WIDGET (self->sheets), bounds);
}

/* From 0. */
static guint
page_in_sight (JlPaperView *self)
{
  double          top = gtk_adjustment_get_value (adjustment_of (self));
  GtkWidget      *sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets));
  graphene_rect_t bounds;
  guint           page = 0;

  for (; sheet; sheet = gtk_widget_get_next_sibling (sheet), page++)
    {
      if (bounds_of (self, sheet, &bounds) &&
          bounds.origin.y + bounds.size.height / 2 >= (float) top)
        return page;
    }
  return page > 0 ? page - 1 : 0;
}

static void
show_place (JlPaperView *self)
{
  g_autofree char *text = NULL;

  if (self->n_pages > 0)
    text = g_strdup_printf (_ ("Page %u of %u"), page_in_sight (self) + 1, self->n_pages);
  gtk_label_set_text (self->place, text ? text : "");
}

static GtkWidget *
nth_sheet (JlPaperView *self, guint page)
{
  GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets));

  while (sheet && page-- > 0)
    sheet = gtk_widget_get_next_sibling (sheet);
  return sheet;
}

static void
scroll_to_page (JlPaperView *self, guint page)
{
  GtkWidget      *sheet = nth_sheet (self, page);
  graphene_rect_t bounds;

  if (sheet && bounds_of (self, sheet, &bounds))
    gtk_adjustment_set_value (adjustment_of (self), bounds.origin.y);
}

/* ---- keys */

static gboolean
scroll_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkAdjustment *adjustment = adjustment_of (JL_PAPER_VIEW (widget));

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlPaperView *self = JL_PAPER_VIEW (widget);
  int          page = (int) page_in_sight (self) + g_variant_get_int32 (args);

  scroll_to_page (self, (guint) CLAMP (page, 0, (int) self->n_pages - 1));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key, keypad;
    GtkShortcutFunc func;
    int             amount;
  } keys[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, scroll_cb, -STEP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, scroll_cb, STEP },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, turn_cb, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, turn_cb, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, turn_cb, -G_MAXINT16 },
    { GDK_KEY_End, GDK_KEY_KP_End, turn_cb, G_MAXINT16 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].func, "i",
                                    keys[i].amount);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, keys[i].func, "i",
                                    keys[i].amount);
    }
}

/* ---- showing */

/* What stands in for the body's face on this machine, NULL when it is the right one. */
static char *
face_note (void)
{
  gboolean         exact = FALSE;
  g_autofree char *used = jl_document_face_used (JL_FACE_FANG, &exact);

  if (exact)
    return NULL;
  /* Translators: name of the face that is missing, name of the one that stands in */
  return g_strdup_printf (_ ("%s is not installed: set in %s"),
                          jl_document_face_wanted (JL_FACE_FANG), used);
}

static void
show_face (JlPaperView *self)
{
  g_autofree char *note = face_note ();

  gtk_label_set_text (self->face, note ? note : _ ("A4, FangSong 3, 22 lines × 28 characters"));
  if (note)
    gtk_widget_add_css_class (GTK_WIDGET (self->face), "jl-face-missing");
}

void
jl_paper_view_set_circular (JlPaperView *self, const JlCircular *circular)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, child);
  self->n_pages = circular ? jl_circular_n_pages (circular) : 0;
  for (guint page = 0; page < self->n_pages; page++)
    gtk_box_append (self->sheets, jl_sheet_view_new (circular, page));
  gtk_adjustment_set_value (adjustment_of (self), 0);
  show_place (self);
}

static void
jl_paper_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_PAPER_VIEW);
  G_OBJECT_CLASS (jl_paper_view_parent_class)->dispose (object);
}

static void
jl_paper_view_class_init (JlPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_paper_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/circular/jl-paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JlPaperView, place);
  gtk_widget_class_bind_template_child (widget_class, JlPaperView, face);
  gtk_widget_class_bind_template_child (widget_class, JlPaperView, scroller);
  gtk_widget_class_bind_template_child (widget_class, JlPaperView, sheets);
}

/* A click on a page brings the keys to it. */
static void
watch_clicks (JlPaperView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (gtk_widget_grab_focus), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
jl_paper_view_init (JlPaperView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_clicks (self);
  g_signal_connect_object (adjustment_of (self), "value-changed", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  show_face (self);
}

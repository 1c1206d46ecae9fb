/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The marks are drawn under a GtkLabel at the places its layout tells: a background of Pango would
 * fill the whole height of the wide lines. Marks are as high as an em with its overhang. */

#include "jl-bound-label.h"

#include "jl-screen-theme.h"

#define ABOVE 0.98 /* of the baseline, in em */
#define BELOW 0.22
#define LINE 2 /* pixels */
#define GROUND_ALPHA 0.11f

typedef struct
{
  int   start, end;
  char *meaning;
} Span;

struct _JlBoundLabel
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GArray   *spans; /* Span */
};

G_DEFINE_FINAL_TYPE (JlBoundLabel, jl_bound_label, GTK_TYPE_WIDGET)

static void
span_clear (gpointer span)
{
  g_free (((Span *) span)->meaning);
}

/* ---- painting */

static double
em_of (PangoLayout *layout)
{
  PangoContext               *context = pango_layout_get_context (layout);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double                      dpi = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (dpi > 0 ? dpi : 96) / 72;
}

static void
append_mark (GtkSnapshot *snapshot, double x, double baseline, double width, double em)
{
  const JlRgba   *rgba = &jl_screen_theme ()->colors[JL_COLOR_ON_PACE];
  GdkRGBA         ink = { (float) rgba->red, (float) rgba->green, (float) rgba->blue, 1 };
  float           top = (float) (baseline - ABOVE * em);
  float           foot = (float) (baseline + BELOW * em);
  graphene_rect_t line = GRAPHENE_RECT_INIT ((float) x, foot, (float) width, LINE);
  graphene_rect_t ground = GRAPHENE_RECT_INIT ((float) x, top, (float) width, foot - top);

  gtk_snapshot_append_color (snapshot, &ink, &line);
  ink.alpha = GROUND_ALPHA;
  gtk_snapshot_append_color (snapshot, &ink, &ground);
}

/* The part of a span that stands in the line at iter. */
static void
append_part (GtkSnapshot *snapshot, PangoLayoutIter *iter, const Span *span)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int              start = MAX (span->start, line->start_index);
  int              end = MIN (span->end, line->start_index + line->length);
  double           baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter));
  double           em = em_of (pango_layout_iter_get_layout (iter));
  g_autofree int  *ranges = NULL;
  int              n = 0;

  if (start >= end)
    return;
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n);
  for (int i = 0; i < n; i++)
    append_mark (snapshot, pango_units_to_double (ranges[2 * i]), baseline,
                 pango_units_to_double (ranges[2 * i + 1] - ranges[2 * i]), em);
}

static void
append_span (GtkSnapshot *snapshot, PangoLayout *layout, const Span *span)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    append_part (snapshot, iter, span);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
jl_bound_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JlBoundLabel *self = JL_BOUND_LABEL (widget);
  PangoLayout  *layout = gtk_label_get_layout (self->label);
  int           x, y;

  gtk_label_get_layout_offsets (self->label, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  for (guint i = 0; i < self->spans->len; i++)
    append_span (snapshot, layout, &g_array_index (self->spans, Span, i));
  gtk_snapshot_restore (snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->label), snapshot);
}

/* ---- what a value is */

static const char *
meaning_at (JlBoundLabel *self, int index)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (index >= span->start && index < span->end)
        return span->meaning;
    }
  return NULL;
}

static gboolean
query_tooltip_cb (JlBoundLabel *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int         left, top, index, trailing;
  const char *meaning;

  gtk_label_get_layout_offsets (self->label, &left, &top);
  if (keyboard ||
      !pango_layout_xy_to_index (gtk_label_get_layout (self->label), (x - left) * PANGO_SCALE,
                                 (y - top) * PANGO_SCALE, &index, &trailing))
    return FALSE;
  meaning = meaning_at (self, index);
  gtk_tooltip_set_text (tooltip, meaning);
  return meaning != NULL;
}

/* ---- making */

static void
jl_bound_label_dispose (GObject *object)
{
  JlBoundLabel *self = JL_BOUND_LABEL (object);

  if (self->label)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (jl_bound_label_parent_class)->dispose (object);
}

static void
jl_bound_label_finalize (GObject *object)
{
  g_array_unref (JL_BOUND_LABEL (object)->spans);
  G_OBJECT_CLASS (jl_bound_label_parent_class)->finalize (object);
}

static void
jl_bound_label_class_init (JlBoundLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_bound_label_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_bound_label_finalize;
  widget_class->snapshot = jl_bound_label_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boundlabel");
}

static void
jl_bound_label_init (JlBoundLabel *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (self->spans, span_clear);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
jl_bound_label_new (const char *text)
{
  JlBoundLabel *self = g_object_new (JL_TYPE_BOUND_LABEL, NULL);

  gtk_label_set_text (self->label, text);
  return GTK_WIDGET (self);
}

void
jl_bound_label_add (JlBoundLabel *self, guint start, guint end, const char *meaning)
{
  Span span = { (int) start, (int) end, g_strdup (meaning) };

  g_array_append_val (self->spans, span);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkLabel *
jl_bound_label_get_label (JlBoundLabel *self)
{
  return self->label;
}

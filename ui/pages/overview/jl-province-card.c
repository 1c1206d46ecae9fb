/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The five key figures of the province as cards. */

#include "jl-province-card.h"

#include <glib/gi18n.h>

#include "jl-chart-view.h"
#include "jl-overview-charts.h"
#include "jl-pair-list.h"
#include "jl-quantity.h"
#include "jl-words.h"

typedef enum
{
  SHARE,
  AREA,
  COUNT,
} Measure;

/* reg, filter: of win.open-register, NULL where no list of records stands behind the figure. */
typedef struct
{
  const char *figure;
  Measure     measure;
  const char *compared;
  const char *reg;
  const char *filter;
} Spec;

/* clang-format off */
static const Spec specs[JL_N_PROVINCE_CARDS] = {
  { "metered_share", SHARE, N_("on the season before"), "building_season", "" },
  { "metered_area", AREA, N_("on the season before"), "building_season", "metered_area" },
  { "fitted_unbilled", AREA, N_("on the season before"), "building_season", "fitted_unbilled" },
  { "new_fitted", SHARE, N_("on the year before"), "building", "new_fitted" },
  { "units_passing", COUNT, N_("on the season before"), NULL, NULL },
};
/* clang-format on */

/* What a card needs to answer "why?" after the page's answer is gone. */
typedef struct
{
  const Spec *spec;
  int         year;
  gint64      num;
  gint64      den;
  int         missing_n;
  int         threshold; /* percent; −1: none */
  char       *basis;
  char       *clause;
} Origin;

static void
origin_free (gpointer data)
{
  Origin *origin = data;

  g_free (origin->basis);
  g_free (origin->clause);
  g_free (origin);
}

static char *
format_amount (Measure measure, gint64 amount)
{
  return measure == COUNT ? jl_format_count (amount, JL_NUMBER_SCREEN)
                          : jl_format_area_wan (amount, JL_NUMBER_SCREEN);
}

static const char *
unit_of (Measure measure)
{
  return measure == COUNT ? _ ("units") : _ ("10,000 ㎡");
}

static char *
format_figure (const Origin *origin)
{
  return origin->spec->measure == SHARE ? jl_format_share (origin->num, MAX (origin->den, 1), origin->threshold)
                                        : format_amount (origin->spec->measure, origin->num);
}

static char *
figure_unit (const Spec *spec, gint64 den)
{
  if (spec->measure == SHARE)
    return g_strdup ("%");
  if (spec->measure == AREA)
    return g_strdup (unit_of (AREA));
  {
    g_autofree char *count = jl_format_count (den, JL_NUMBER_SCREEN);

    /* Translators: after a number of units: "14 / 49 units" */
    return g_strdup_printf (_ ("/ %s units"), count);
  }
}

/* A difference with its sign, as official papers write it: U+2212 for minus. */
static char *
format_difference (Measure measure, gint64 difference)
{
  g_autofree char *amount = format_amount (measure, ABS (difference));

  if (difference == 0)
    return g_strdup (_ ("unchanged"));
  return g_strdup_printf ("%s%s %s", difference > 0 ? "+" : "−", amount, unit_of (measure));
}

static char *
format_change (const Spec *spec, const JlResult *rows, guint row)
{
  gint64 num = jl_result_int (rows, row, "numerator", 0);
  gint64 den = jl_result_int (rows, row, "denominator", 0);
  gint64 previous_num = jl_result_int (rows, row, "previous_num", 0);
  gint64 previous_den = jl_result_int (rows, row, "previous_den", 0);

  if (jl_result_is_null (rows, row, "previous_num"))
    return NULL;
  if (spec->measure != SHARE)
    return format_difference (spec->measure, num - previous_num);
  if (previous_den <= 0 || den <= 0)
    return NULL;
  {
    g_autofree char *points = jl_format_share_change (num, den, previous_num, previous_den);

    return g_strdup_printf (_ ("%s percentage points"), points);
  }
}

static char *
footnote_markup (const Spec *spec, const JlResult *rows, guint row)
{
  g_autofree char *change = format_change (spec, rows, row);
  gint64           unreported = jl_result_int (rows, row, "unreported_n", 0);
  GString         *markup = g_string_new (NULL);

  if (change)
    g_string_append_printf (markup, "%s <b>%s</b>", _ (spec->compared), change);
  if (spec->measure == COUNT && unreported > 0)
    {
      g_autofree char *count = jl_format_count (unreported, JL_NUMBER_SCREEN);

      if (markup->len > 0)
        g_string_append (markup, "  ");
      /* Translators: how many units have not sent their return */
      g_string_append_printf (markup, _ ("<b>%s not reported</b>"), count);
    }
  if (markup->len == 0)
    g_string_append (markup, _ ("No value of the season before"));
  return g_string_free (markup, FALSE);
}

/* 数据来源 */

static char *
with_unit (const Origin *origin, gint64 amount)
{
  g_autofree char *text = format_amount (origin->spec->measure, amount);

  return g_strdup_printf ("%s %s", text, unit_of (origin->spec->measure));
}

static void
add_parts (JlPairList *list, const Origin *origin)
{
  g_autofree char *num = with_unit (origin, origin->num);
  g_autofree char *den = with_unit (origin, origin->den);
  g_autofree char *missing = jl_format_count (origin->missing_n, JL_NUMBER_SCREEN);

  if (origin->spec->measure == AREA)
    jl_pair_list_add_strong (list, _ ("Value"), num);
  else
    {
      g_autofree char *result =
          jl_format_share (origin->num, MAX (origin->den, 1), origin->threshold);
      g_autofree char *percent = g_strconcat (result, "%", NULL);

      jl_pair_list_add (list, _ ("Numerator"), num);
      jl_pair_list_add (list, _ ("Denominator"), den);
      jl_pair_list_add_strong (list, _ ("Result"), percent);
    }
  jl_pair_list_add (list, _ ("Basis"), origin->basis);
  jl_pair_list_add (list, _ ("Clause"), origin->clause);
  if (origin->missing_n > 0)
    jl_pair_list_add (list, _ ("Missing"), missing);
}

static void
close_popover_cb (GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static GtkWidget *
records_button_new (const Origin *origin)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show Records"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(siis)", origin->spec->reg, 0, origin->year,
                                    origin->spec->filter);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-register");
  g_signal_connect (button, "clicked", G_CALLBACK (close_popover_cb), NULL);
  return button;
}

static GtkWidget *
source_content_new (const Origin *origin)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (jl_indicator_word (origin->spec->figure));
  GtkWidget *list = jl_pair_list_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_size_request (box, 281, -1);
  gtk_widget_add_css_class (box, "jl-pad");
  add_parts (JL_PAIR_LIST (list), origin);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
  if (origin->spec->reg)
    gtk_box_append (GTK_BOX (box), records_button_new (origin));
  return box;
}

static void
show_source_cb (JlCard *card)
{
  const Origin *origin = g_object_get_data (G_OBJECT (card), "origin");
  GtkWidget    *popover;

  if (origin == NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), source_content_new (origin));
  jl_card_show_popover (card, GTK_POPOVER (popover));
}

JlCard *
jl_province_card_new (guint i)
{
  JlCard    *card = JL_CARD (jl_card_new ());
  GtkWidget *spark = jl_chart_view_new ();

  jl_card_set_title (card, jl_indicator_word (specs[i].figure));
  jl_card_set_source (card, C_ ("narrow", "Why?"));
  jl_card_set_footnote (card, " ");
  jl_card_set_end (card, spark);
  g_object_set_data (G_OBJECT (card), "spark", spark);
  g_signal_connect (card, "source-activated", G_CALLBACK (show_source_cb), NULL);
  return card;
}

static int
find_row (const JlResult *province, const char *figure)
{
  for (guint row = 0; row < jl_result_n_rows (province); row++)
    {
      if (g_strcmp0 (jl_result_text (province, row, "figure"), figure) == 0)
        return (int) row;
    }
  return -1;
}

static Origin *
origin_new (const Spec *spec, const JlResult *province, guint row, int year)
{
  Origin *origin = g_new0 (Origin, 1);

  origin->spec = spec;
  origin->year = year;
  origin->num = jl_result_int (province, row, "numerator", 0);
  origin->den = jl_result_int (province, row, "denominator", 0);
  origin->missing_n = (int) jl_result_int (province, row, "missing_n", 0);
  origin->threshold = (int) jl_result_int (province, row, "threshold", -1);
  origin->basis = g_strdup (jl_result_text (province, row, "basis"));
  origin->clause = g_strdup (jl_result_text (province, row, "clause"));
  return origin;
}

static void
fill_value (JlCard *card, const Spec *spec, const JlResult *province, guint row, int year)
{
  Origin          *origin = origin_new (spec, province, row, year);
  g_autofree char *figure = format_figure (origin);
  g_autofree char *unit = figure_unit (spec, origin->den);
  g_autofree char *footnote = footnote_markup (spec, province, row);

  jl_card_set_figure (card, figure, unit);
  jl_card_set_footnote (card, footnote);
  g_object_set_data_full (G_OBJECT (card), "origin", origin, origin_free);
}

static void
fill_word (JlCard *card, JlState state)
{
  jl_card_set_figure (card, "—", NULL);
  jl_card_set_footnote (card, jl_state_word (state));
  g_object_set_data (G_OBJECT (card), "origin", NULL);
}

void
jl_province_card_fill (JlCard *card, guint i, const JlResult *province, int year)
{
  int     row = find_row (province, specs[i].figure);
  JlState state = row < 0 ? JL_STATE_MISSING
                          : jl_state_from_code (jl_result_text (province, (guint) row, "state"));

  jl_chart_view_set_chart (g_object_get_data (G_OBJECT (card), "spark"),
                           row < 0 ? NULL : jl_overview_spark_new (province, (guint) row));
  if (state == JL_STATE_VALUE)
    fill_value (card, &specs[i], province, (guint) row, year);
  else
    fill_word (card, state);
}

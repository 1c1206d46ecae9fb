/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 地区概况. One load brings everything on the page; only the source of a figure is asked for when wanted. */

#include "jl-city-page.h"

#include <glib/gi18n-lib.h>

#include "jl-chart-view.h"
#include "jl-city-charts.h"
#include "jl-city-task.h"
#include "jl-columns-layout.h"
#include "jl-finding-chips.h"
#include "jl-measure-list.h"
#include "jl-published-list.h"
#include "jl-season.h"
#include "jl-store.h"
#include "jl-task-card.h"
#include "jl-unit-picker.h"
#include "jl-verdict-bar.h"
#include "jl-why-popover.h"
#include "jl-wrap-layout.h"
#include "jl-year-picker.h"

struct _JlCityPage
{
  JlPage parent_instance;

  double   rank_position; /* of the unit in the group's chart, 0 … 1 */
  gboolean quiet;         /* while the page itself sets its unit */

  JlUnitPicker      *picker;
  GtkLabel          *about;
  JlYearPicker      *year;
  JlVerdictBar      *verdicts;
  JlFindingChips    *findings;
  GtkBox            *cards;
  JlMeasureList     *measures;
  GtkWidget         *trend_source;
  JlChartView       *trend;
  GtkLabel          *rank;
  GtkScrolledWindow *group_scroll;
  JlChartView       *group;
  JlPublishedList   *published;
};

G_DEFINE_FINAL_TYPE (JlCityPage, jl_city_page, JL_TYPE_PAGE)

/* What the worker is to bring. */
typedef struct
{
  int    year;
  int    unit_id; /* 0: a fitting one */
  char **own;     /* (nullable): units of the signed-in official */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_strfreev (wish->own);
  g_free (wish);
}

/* An official's own unit if it is assessed, else the first in the order of divisions. */
static int
fitting_unit (JlResult *units, char **own)
{
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    {
      if (own && g_strv_contains ((const char *const *) own, jl_result_text (units, i, "unit_id")))
        return (int) jl_result_int (units, i, "unit_id", 0);
    }
  return jl_result_n_rows (units) > 0 ? (int) jl_result_int (units, 0, "unit_id", 0) : 0;
}

static gpointer
load_city (JlSession *session, gpointer data, GError **error)
{
  Wish *wish = data;

  if (wish->unit_id == 0)
    {
      JlPlaces *places = jl_places_load (session, wish->year, 0, error);

      if (places == NULL)
        return NULL;
      wish->unit_id = fitting_unit (places->units, wish->own);
      jl_places_free (places);
    }
  return jl_city_load (session, wish->year, wish->unit_id, error);
}

static char **
own_units (JlPage *page)
{
  JlLink       *link = jl_page_get_link (page);
  const JlDesk *desk = link ? jl_link_get_desk (link) : NULL;

  return desk && jl_result_n_rows (desk->me) > 0 ? jl_result_array (desk->me, 0, "unit_ids") : NULL;
}

static void
fill_picker (JlCityPage *self, const JlFigures *figures, int unit_id)
{
  jl_unit_picker_clear (self->picker);
  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlUnit *unit = jl_figures_unit (figures, i);

      jl_unit_picker_add (self->picker, unit->id, unit->name, unit->code, jl_group_word (unit->grp));
      jl_unit_picker_set_sound (self->picker, unit->id, unit->sound);
    }
  jl_unit_picker_set_unit (self->picker, unit_id);
}

static void
update_steps (JlCityPage *self)
{
  int unit_id = jl_unit_picker_get_unit (self->picker);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unit.previous", jl_unit_picker_neighbour (self->picker, -1) != unit_id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unit.next", jl_unit_picker_neighbour (self->picker, 1) != unit_id);
}

static void
show_about (JlCityPage *self, const JlUnit *unit)
{
  g_autofree char *about = g_strdup_printf ("%s　%s", unit->code, jl_group_word (unit->grp));
  g_autofree char *full = NULL;

  /* The figures of a prefecture-level city are those of its districts. */
  if (g_strcmp0 (unit->grp, "prefecture") == 0)
    full = g_strdup_printf ("%s　%s", about, _ ("urban districts"));
  gtk_label_set_text (self->about, full ? full : about);
}

static char *
day_of (JlLink *link, int row, const char *column)
{
  return row < 0 ? NULL : jl_date_paper (jl_result_text (jl_link_get_desk (link)->years, (guint) row, column));
}

static void
show_foot (JlCityPage *self, const JlCity *city)
{
  JlLink          *link = jl_page_get_link (JL_PAGE (self));
  const JlFigure  *share = jl_figures_find (city->figures, city->unit_id, "metered_share");
  int              row = link ? jl_link_find_year (link, city->year) : -1;
  g_autofree char *billing = day_of (link, row, "billing_cutoff");
  g_autofree char *tasks = day_of (link, row, "task_cutoff");
  g_autofree char *cutoff = NULL;

  if (billing && tasks)
    /* Translators: the days up to which data count */
    cutoff = g_strdup_printf (_ ("billing %s; tasks %s"), billing, tasks);
  jl_page_set_foot (JL_PAGE (self), cutoff, share ? share->rule_text : NULL);
}

static void
show_cards (JlCityPage *self, const JlCity *city)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (; card; card = gtk_widget_get_next_sibling (card))
    jl_task_card_show (JL_TASK_CARD (card), city->figures, city->unit_id);
  jl_measure_list_show (self->measures, city->figures, city->unit_id, jl_city_measures);
}

static void
show_charts (JlCityPage *self, const JlCity *city)
{
  g_autofree char *rank = jl_city_rank_text (city);

  gtk_label_set_text (self->rank, rank);
  self->rank_position = jl_city_rank_position (city);
  jl_chart_view_set_chart (self->trend, jl_city_trend_chart (city));
  jl_chart_view_set_chart (self->group, jl_city_group_chart (city));
}

/* In a group of forty the unit's own bar is scrolled to. */
static void
group_resized_cb (JlCityPage *self)
{
  GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (self->group_scroll);
  double         height = gtk_adjustment_get_upper (rows);
  double         shown = gtk_adjustment_get_page_size (rows);

  gtk_adjustment_set_value (rows, self->rank_position * height - shown / 2);
}

/* Findings stand as they do today; from an earlier day nothing is said of them. */
static void
show_findings (JlCityPage *self, const JlCity *city)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  jl_finding_chips_show (self->findings, link && jl_link_get_known_on (link) ? NULL : city->findings, city->unit_id);
}

static void
show_city (JlCityPage *self, const JlCity *city)
{
  const JlUnit *unit = jl_figures_find_unit (city->figures, city->unit_id);

  fill_picker (self, city->figures, city->unit_id);
  update_steps (self);
  if (unit == NULL)
    {
      jl_page_show_empty (JL_PAGE (self), _ ("Not assessed"), _ ("This unit is not among the assessed units of the season."),
                          NULL, NULL);
      return;
    }
  show_about (self, unit);
  jl_verdict_bar_show (self->verdicts, city->awards);
  show_findings (self, city);
  show_cards (self, city);
  show_charts (self, city);
  jl_published_list_show (self->published, city->published);
  show_foot (self, city);
}

static void
ask_why (JlCityPage *self, GtkWidget *anchor, const char *indicator)
{
  const JlWhyKey key = {
    .year = jl_page_get_year (JL_PAGE (self)),
    .unit_id = jl_page_get_unit (JL_PAGE (self)),
    .indicator = indicator,
  };

  if (jl_page_get_link (JL_PAGE (self)))
    jl_why_popover_open (anchor, jl_page_get_link (JL_PAGE (self)), &key);
}

static void
card_why_cb (JlTaskCard *card, const char *indicator, JlCityPage *self)
{
  ask_why (self, GTK_WIDGET (card), indicator);
}

static void
measure_why_cb (JlCityPage *self, GtkWidget *line, const char *indicator)
{
  ask_why (self, line, indicator);
}

static void
trend_why_cb (JlCityPage *self)
{
  ask_why (self, gtk_widget_get_parent (self->trend_source), "metered_share");
}

static void
year_activated_cb (JlCityPage *self, int year)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  if (link && jl_link_find_year (link, year) >= 0)
    jl_page_set_year (JL_PAGE (self), year);
}

static void
unit_activated_cb (JlCityPage *self, int unit_id)
{
  jl_page_set_unit (JL_PAGE (self), unit_id);
}

static void
unit_chosen_cb (JlCityPage *self, int unit_id)
{
  jl_page_set_unit (JL_PAGE (self), unit_id);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlCityPage *self = JL_CITY_PAGE (widget);
  int         step = g_str_equal (name, "unit.previous") ? -1 : 1;

  jl_page_set_unit (JL_PAGE (self), jl_unit_picker_neighbour (self->picker, step));
}

static void
jl_city_page_reload (JlPage *page)
{
  Wish *wish;

  if (JL_CITY_PAGE (page)->quiet)
    return;
  wish = g_new (Wish, 1);
  *wish = (Wish){ jl_page_get_year (page), jl_page_get_unit (page), own_units (page) };
  jl_page_load (page, JL_WORK_READ, load_city, wish, wish_free, (GDestroyNotify) jl_city_free);
}

static void
jl_city_page_show (JlPage *page, gpointer product)
{
  JlCityPage *self = JL_CITY_PAGE (page);
  JlCity     *city = product;

  self->quiet = TRUE;
  jl_page_set_unit (page, city->unit_id);
  self->quiet = FALSE;
  show_city (self, city);
  jl_city_free (city);
}

static gboolean
jl_city_page_concerns (JlPage *page, const char *table)
{
  return jl_figures_rest_on (table);
}

static void
jl_city_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_CITY_PAGE);
  G_OBJECT_CLASS (jl_city_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (JL_TYPE_CHART_VIEW);
  g_type_ensure (JL_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (JL_TYPE_FINDING_CHIPS);
  g_type_ensure (JL_TYPE_MEASURE_LIST);
  g_type_ensure (JL_TYPE_PUBLISHED_LIST);
  g_type_ensure (JL_TYPE_UNIT_PICKER);
  g_type_ensure (JL_TYPE_VERDICT_BAR);
  g_type_ensure (JL_TYPE_YEAR_PICKER);
}

static void
install_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "unit.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "unit.next", NULL, step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "unit.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "unit.next", NULL);
}

static void
jl_city_page_class_init (JlCityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_city_page_dispose;
  JL_PAGE_CLASS (klass)->reload = jl_city_page_reload;
  JL_PAGE_CLASS (klass)->findings_changed = jl_page_reload;
  JL_PAGE_CLASS (klass)->show = jl_city_page_show;
  JL_PAGE_CLASS (klass)->concerns = jl_city_page_concerns;

  ensure_types ();
  install_steps (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/city/jl-city-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, picker);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, about);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, year);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, verdicts);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, findings);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, cards);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, measures);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, trend_source);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, trend);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, rank);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, group_scroll);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, group);
  gtk_widget_class_bind_template_child (widget_class, JlCityPage, published);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_why_cb);
  gtk_widget_class_bind_template_callback (widget_class, trend_why_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
}

static void
add_cards (JlCityPage *self)
{
  for (guint i = 0; i < jl_city_n_tasks; i++)
    {
      GtkWidget *card = jl_task_card_new (&jl_city_tasks[i]);

      g_signal_connect (card, "why", G_CALLBACK (card_why_cb), self);
      gtk_box_append (self->cards, card);
    }
}

static void
jl_city_page_init (JlCityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_year_picker_bind_page (self->year, JL_PAGE (self));
  add_cards (self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->group_scroll), "notify::upper",
                           G_CALLBACK (group_resized_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jl_city_page_new (void)
{
  return g_object_new (JL_TYPE_CITY_PAGE, NULL);
}

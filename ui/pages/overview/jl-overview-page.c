/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 全省概况. One load feeds all parts; the group switch only shows another side of the same product.
 */

#include "jl-overview-page.h"

#include <glib/gi18n.h>

#include "jl-attention-list.h"
#include "jl-chart-view.h"
#include "jl-columns-layout.h"
#include "jl-overview-charts.h"
#include "jl-province-card.h"
#include "jl-season.h"
#include "jl-side-layout.h"
#include "jl-task-matrix.h"
#include "jl-year-picker.h"

struct _JlOverviewPage
{
  JlPage parent_instance;

  JlOverview *overview; /* (nullable): what is shown */

  JlYearPicker    *year_picker;
  GtkToggleButton *prefectures_button;
  GtkToggleButton *counties_button;
  GtkBox          *cards;
  JlCard          *card[JL_N_PROVINCE_CARDS];
  JlChartView     *map;
  GtkLabel        *ranking_note;
  GtkScrollable   *ranking_viewport;
  JlChartView     *ranking;
  JlTaskMatrix    *matrix;
  JlAttentionList *attention;
};

G_DEFINE_FINAL_TYPE (JlOverviewPage, jl_overview_page, JL_TYPE_PAGE)

static const char *
shown_group (JlOverviewPage *self)
{
  return gtk_toggle_button_get_active (self->counties_button) ? "county" : "prefecture";
}

/* A date of the year's row as officials write it; "" when there is none. */
static char *
date_of_year (JlOverviewPage *self, const char *column)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  int     row = link ? jl_link_find_year (link, self->overview->year) : -1;
  char   *date =
      row < 0
            ? NULL
            : jl_date_paper (jl_result_text (jl_link_get_desk (link)->years, (guint) row, column));

  return date ? date : g_strdup ("");
}

/* The eight cities share the height they have; the forty units scroll. */
static void
show_group (JlOverviewPage *self)
{
  const char      *grp = shown_group (self);
  gboolean         scrolls = g_str_equal (grp, "county");
  g_autofree char *cutoff = NULL;

  if (self->overview == NULL)
    return;
  cutoff = date_of_year (self, "task_cutoff");
  gtk_label_set_text (self->ranking_note, jl_group_word (grp));
  gtk_scrollable_set_vscroll_policy (self->ranking_viewport,
                                     scrolls ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);
  jl_chart_view_set_chart (self->ranking, jl_overview_ranking_new (self->overview->figures, grp));
  jl_task_matrix_fill (self->matrix, self->overview->figures, grp, cutoff);
}

static void
show_counts (JlOverviewPage *self)
{
  g_autofree char *prefectures =
      g_strdup_printf ("%s %u", _ ("Prefecture-level cities"),
                       jl_overview_count (self->overview->figures, "prefecture"));
  g_autofree char *counties = g_strdup_printf (
      "%s %u", _ ("County level"), jl_overview_count (self->overview->figures, "county"));

  gtk_button_set_label (GTK_BUTTON (self->prefectures_button), prefectures);
  gtk_button_set_label (GTK_BUTTON (self->counties_button), counties);
}

/* The words of the rule that the shares were judged by. */
static const char *
basis_of (const JlFigures *figures)
{
  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlFigure *figure =
          jl_figures_find (figures, jl_figures_unit (figures, i)->id, "metered_share");

      if (figure && figure->rule_text)
        return figure->rule_text;
    }
  return NULL;
}

static void
show_foot (JlOverviewPage *self)
{
  g_autofree char *tasks = date_of_year (self, "task_cutoff");
  g_autofree char *billing = date_of_year (self, "billing_cutoff");
  /* Translators: the two days up to which billing and tasks are counted */
  g_autofree char *cutoff = g_strdup_printf (_ ("billing %s; tasks %s"), billing, tasks);

  jl_page_set_foot (JL_PAGE (self), cutoff, basis_of (self->overview->figures));
}

static void
jl_overview_page_show (JlPage *page, gpointer product)
{
  JlOverviewPage *self = JL_OVERVIEW_PAGE (page);
  JlOverview     *overview = product;
  JlLink         *from = jl_page_get_link (page);

  g_clear_pointer (&self->overview, jl_overview_free);
  self->overview = overview;
  for (guint i = 0; i < JL_N_PROVINCE_CARDS; i++)
    jl_province_card_fill (self->card[i], i, overview->province, overview->year);
  jl_chart_view_set_chart (self->map, jl_overview_map_new (overview->figures));
  /* Findings stand as they do today; from an earlier day nothing is said of them. */
  jl_attention_list_fill (self->attention, overview->attention, from && jl_link_get_known_on (from) ? NULL : overview->findings,
                          overview->figures);
  show_counts (self);
  show_group (self);
  show_foot (self);
}

static gpointer
load_work (JlSession *session, gpointer data, GError **error)
{
  return jl_overview_load (session, GPOINTER_TO_INT (data), error);
}

static void
free_product (gpointer product)
{
  jl_overview_free (product);
}

static void
jl_overview_page_reload (JlPage *page)
{
  jl_page_load (page, JL_WORK_READ, load_work, GINT_TO_POINTER (jl_page_get_year (page)), NULL,
                free_product);
}

static void
unit_activated_cb (JlOverviewPage *self, int unit_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-unit", "i", unit_id);
}

static void
group_toggled_cb (JlOverviewPage *self)
{
  show_group (self);
}

static gboolean
jl_overview_page_concerns (JlPage *page, const char *table)
{
  return jl_figures_rest_on (table);
}

static void
jl_overview_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (jl_overview_page_parent_class)->dispose (object);
}

static void
jl_overview_page_finalize (GObject *object)
{
  g_clear_pointer (&JL_OVERVIEW_PAGE (object)->overview, jl_overview_free);
  G_OBJECT_CLASS (jl_overview_page_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (JL_TYPE_ATTENTION_LIST);
  g_type_ensure (JL_TYPE_CHART_VIEW);
  g_type_ensure (JL_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (JL_TYPE_SIDE_LAYOUT);
  g_type_ensure (JL_TYPE_TASK_MATRIX);
  g_type_ensure (JL_TYPE_YEAR_PICKER);
}

static void
jl_overview_page_class_init (JlOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_overview_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_overview_page_finalize;
  JL_PAGE_CLASS (klass)->reload = jl_overview_page_reload;
  JL_PAGE_CLASS (klass)->findings_changed = jl_page_reload;
  JL_PAGE_CLASS (klass)->show = jl_overview_page_show;
  JL_PAGE_CLASS (klass)->concerns = jl_overview_page_concerns;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/overview/jl-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, year_picker);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, prefectures_button);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, counties_button);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, map);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, ranking_note);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, ranking_viewport);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, ranking);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, JlOverviewPage, attention);
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_toggled_cb);
}

static void
jl_overview_page_init (JlOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < JL_N_PROVINCE_CARDS; i++)
    {
      self->card[i] = jl_province_card_new (i);
      gtk_box_append (self->cards, GTK_WIDGET (self->card[i]));
    }
  jl_year_picker_bind_page (self->year_picker, JL_PAGE (self));
}

GtkWidget *
jl_overview_page_new (void)
{
  return g_object_new (JL_TYPE_OVERVIEW_PAGE, NULL);
}

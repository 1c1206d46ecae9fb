/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The made-up figures of the tests of drawing. */

#include "jl-sample.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>

typedef struct
{
  const char *name;
  const char *value_text;
  const char *change;
  double      value;
  gboolean    passes;
} Share;

static const Share cities[] = {
  { "通化市", "31.27", "+5.22", 31.27, TRUE },
  { "吉林市", "27.84", "+4.94", 27.84, TRUE },
  { "辽源市", "25.63", "+5.67", 25.63, TRUE },
  { "长春市", "24.996", "+3.63", 24.996, FALSE },
  { "松原市", "22.41", "+4.68", 22.41, FALSE },
  { "四平市", "18.35", "+3.14", 18.35, FALSE },
  { "白山市", "12.08", "−0.88", 12.08, FALSE },
  { "白城市", "9.46", "+1.44", 9.46, FALSE },
};

typedef struct
{
  const char *name;
  int         row, col;
  double      value;
  const char *value_text;
  const char *squares;
} Tile;

/* Squares: a letter a county: value in eights, n not reported, m missing, d not due, a not
 * applicable. */
static const Tile tiles[] = {
  { "白城", 0, 0, 9.46, "9.46", "1024" },
  { "松原", 0, 1, 22.41, "22.41", "2n12" },
  { "公主岭", 1, 1, 19.72, "19.72", "" },
  { "长春", 1, 2, 24.996, "24.996", "1211" },
  { "吉林", 1, 3, 27.84, "27.84", "01424" },
  { "延边", 1, 4, 20.18, "20.18", "411121n0" },
  { "四平", 2, 1, 18.35, "18.35", "121" },
  { "辽源", 2, 2, 25.63, "25.63", "02" },
  { "梅河口", 2, 3, 33.10, "33.10", "" },
  { "长白山", 2, 4, NAN, NULL, "" },
  { "通化", 3, 2, 31.27, "31.27", "2200" },
  { "白山", 3, 3, 12.08, "12.08", "0011" },
};

void
jl_sample_init (void)
{
  const char *locales = g_getenv ("JILIANG_LOCALEDIR");

  setlocale (LC_ALL, "");
  if (locales)
    bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

PangoContext *
jl_sample_context (void)
{
  PangoFontMap         *map = pango_cairo_font_map_get_default ();
  PangoContext         *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 11");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static void
add_share (JlChart *chart, int key, const Share *share)
{
  jl_chart_add (chart, &(JlDatum){
                           .key = key,
                           .label = share->name,
                           .value_text = share->value_text,
                           .change_text = share->change,
                           .state = JL_STATE_VALUE,
                           .passes = share->passes,
                           .value = share->value,
                           .group_value = NAN,
                       });
}

static JlChart *
new_ranking (void)
{
  JlChart *chart = jl_chart_new (JL_CHART_RANKING);

  jl_chart_set_title (chart, "占比排序");
  jl_chart_set_summary (chart, "8个城市中3个达到25%。");
  jl_chart_set_columns (chart, "城市", "占比（%）", "增减");
  jl_chart_set_threshold (chart, 25, "25%");
  return chart;
}

JlChart *
jl_sample_ranking (void)
{
  JlChart *chart = new_ranking ();

  for (int i = 0; i < (int) G_N_ELEMENTS (cities); i++)
    add_share (chart, 100 + i, &cities[i]);
  return chart;
}

JlChart *
jl_sample_long_ranking (void)
{
  JlChart *chart = new_ranking ();

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name =
          g_strdup_printf (i == 7 ? "前郭尔罗斯蒙古族自治县" : "某某县%d", i + 1);
      g_autofree char *text = g_strdup_printf ("%.2f", 40.0 - i);

      add_share (chart, i, &(Share){ name, text, "+1.00", 40 - i, 40 - i >= 25 });
    }
  return chart;
}

static void
add_state (JlChart *chart, const char *name, JlState state)
{
  jl_chart_add (chart, &(JlDatum){ .label = name, .state = state, .group_value = NAN });
}

JlChart *
jl_sample_ranking_states (void)
{
  JlChart *chart = new_ranking ();

  add_share (chart, 0, &cities[0]);
  add_share (chart, 1, &(Share){ "农安县", "0.00", "0.00", 0, FALSE });
  add_state (chart, "榆树市", JL_STATE_MISSING);
  add_state (chart, "长岭县", JL_STATE_NOT_REPORTED);
  add_state (chart, "乾安县", JL_STATE_NOT_DUE);
  add_state (chart, "长白县", JL_STATE_NOT_APPLICABLE);
  return chart;
}

static void
add_year (JlChart *chart, int year, JlState state, double value, double group)
{
  g_autofree char *label = g_strdup_printf ("%d", year);
  g_autofree char *text = g_strdup_printf (value == 24.996 ? "%.3f%%" : "%.2f%%", value);

  jl_chart_add (chart, &(JlDatum){
                           .key = year,
                           .label = label,
                           .value_text = state == JL_STATE_VALUE ? text : NULL,
                           .state = state,
                           .value = value,
                           .group_value = group,
                       });
}

static JlChart *
new_trend (void)
{
  JlChart *chart = jl_chart_new (JL_CHART_TREND);

  jl_chart_set_title (chart, "十年趋势");
  jl_chart_set_threshold (chart, 25, "25%");
  jl_chart_set_group_label (chart, "八市平均");
  return chart;
}

JlChart *
jl_sample_trend (void)
{
  static const double values[] = { NAN, NAN, 0, 0.42, 1.9, 4.9, 9.1, 15.2, 21.37, 24.996 };
  static const double group[] = { NAN, NAN, NAN, 0.4, 1.2, 3.6, 7.2, 12.3, 17.8, 22.7 };
  JlChart            *chart = new_trend ();

  for (int i = 0; i < (int) G_N_ELEMENTS (values); i++)
    add_year (chart, 2003 + i, isnan (values[i]) ? JL_STATE_MISSING : JL_STATE_VALUE, values[i],
              group[i]);
  return chart;
}

JlChart *
jl_sample_gapped_trend (void)
{
  JlChart *chart = new_trend ();

  add_year (chart, 2007, JL_STATE_VALUE, 3, 2);
  add_year (chart, 2008, JL_STATE_VALUE, 5, 4);
  add_year (chart, 2009, JL_STATE_MISSING, 0, 6);
  add_year (chart, 2010, JL_STATE_VALUE, 11, NAN);
  add_year (chart, 2011, JL_STATE_NOT_REPORTED, 0, 10);
  add_year (chart, 2012, JL_STATE_VALUE, 21, 12);
  add_year (chart, 2013, JL_STATE_VALUE, 26, 15);
  add_year (chart, 2014, JL_STATE_NOT_DUE, 0, NAN);
  return chart;
}

static JlState
state_of_letter (char letter)
{
  switch (letter)
    {
    case 'n':
      return JL_STATE_NOT_REPORTED;
    case 'm':
      return JL_STATE_MISSING;
    case 'd':
      return JL_STATE_NOT_DUE;
    case 'a':
      return JL_STATE_NOT_APPLICABLE;
    default:
      return JL_STATE_VALUE;
    }
}

static void
add_tile (JlChart *chart, int key, const Tile *tile)
{
  jl_chart_add (chart, &(JlDatum){
                           .key = key,
                           .label = tile->name,
                           .value_text = tile->value_text,
                           .state = isnan (tile->value) ? JL_STATE_NOT_REPORTED : JL_STATE_VALUE,
                           .passes = tile->value >= 25,
                           .value = tile->value,
                           .row = tile->row,
                           .col = tile->col,
                       });
}

static void
add_squares (JlChart *chart, int parent, const char *letters)
{
  for (int i = 0; letters[i]; i++)
    {
      JlState          state = state_of_letter (letters[i]);
      double           value = state == JL_STATE_VALUE ? 8.0 * (letters[i] - '0') : 0;
      g_autofree char *name = g_strdup_printf ("县%d", i + 1);

      jl_chart_add (chart, &(JlDatum){
                               .key = parent * 100 + i,
                               .label = name,
                               .state = state,
                               .passes = value >= 25,
                               .value = value,
                               .row = -1,
                               .parent = parent,
                           });
    }
}

JlChart *
jl_sample_map (void)
{
  JlChart *chart = jl_chart_new (JL_CHART_TILE_MAP);

  jl_chart_set_title (chart, "住宅计量收费面积占比");
  for (int i = 0; i < (int) G_N_ELEMENTS (tiles); i++)
    add_tile (chart, i, &tiles[i]);
  for (int i = 0; i < (int) G_N_ELEMENTS (tiles); i++)
    add_squares (chart, i, tiles[i].squares);
  return chart;
}

JlChart *
jl_sample_map_states (void)
{
  static const JlState states[] = { JL_STATE_MISSING, JL_STATE_NOT_REPORTED, JL_STATE_NOT_DUE,
                                    JL_STATE_NOT_APPLICABLE };
  JlChart             *chart = jl_chart_new (JL_CHART_TILE_MAP);

  for (int i = 0; i < (int) G_N_ELEMENTS (states); i++)
    jl_chart_add (chart, &(JlDatum){ .key = i, .label = "某某州", .state = states[i], .col = i });
  add_tile (chart, 4, &(Tile){ "零市", 0, 4, 0, "0.00", NULL });
  add_squares (chart, 4, "mnda0");
  return chart;
}

JlChart *
jl_sample_bullet (void)
{
  JlChart *chart = jl_chart_new (JL_CHART_BULLET);

  jl_chart_set_title (chart, "节能50%以上既有居住建筑");
  jl_chart_set_threshold (chart, 90, "90%");
  jl_chart_set_expected (chart, 56.4);
  jl_chart_set_range (chart, 100);
  jl_chart_add (chart, &(JlDatum){ .label = "完成", .value_text = "58.31%", .value = 58.31 });
  return chart;
}

JlChart *
jl_sample_spark (void)
{
  static const double values[] = { 9.3, 12.4, 15.8, 19.07, 22.25 };
  JlChart            *chart = jl_chart_new (JL_CHART_SPARK);

  for (int i = 0; i < (int) G_N_ELEMENTS (values); i++)
    add_year (chart, 2008 + i, JL_STATE_VALUE, values[i], NAN);
  return chart;
}

JlLayout *
jl_sample_lay_out (const JlChart *chart, double width, double height)
{
  PangoContext *context = jl_sample_context ();
  JlLayout     *layout;

  if (height <= 0)
    height = jl_chart_natural_height (chart, width);
  layout = jl_chart_layout (chart, width, height, context);
  g_object_unref (context);
  return layout;
}

guint
jl_sample_count (const JlLayout *layout, JlMarkKind kind)
{
  guint n = 0;

  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    n += jl_layout_mark (layout, i)->kind == kind;
  return n;
}

const JlMark *
jl_sample_nth (const JlLayout *layout, JlMarkKind kind, guint nth)
{
  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    if (jl_layout_mark (layout, i)->kind == kind && nth-- == 0)
      return jl_layout_mark (layout, i);
  g_assert_not_reached ();
}

const JlMark *
jl_sample_of_datum (const JlLayout *layout, int datum)
{
  int mark = jl_layout_mark_of_datum (layout, datum);

  g_assert_cmpint (mark, >=, 0);
  return jl_layout_mark (layout, (guint) mark);
}

const JlMark *
jl_sample_text (const JlLayout *layout, const char *text)
{
  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    {
      const JlMark *mark = jl_layout_mark (layout, i);

      if (mark->kind == JL_MARK_TEXT && g_str_equal (mark->text, text))
        return mark;
    }
  return NULL;
}

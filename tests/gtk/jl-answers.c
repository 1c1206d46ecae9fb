/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Answers of the server without a server: libpq lets a client fill a PGresult by itself. */

#include "jl-answers.h"

#include <libpq-fe.h>
#include <string.h>

#include "jl-result-private.h"

static char **
split (const char *line)
{
  char **cells = g_strsplit (line, "|", -1);

  for (guint i = 0; cells[i]; i++)
    g_strstrip (cells[i]);
  return cells;
}

static void
name_columns (PGresult *answer, char **names)
{
  int           n = (int) g_strv_length (names);
  PGresAttDesc *columns = g_new0 (PGresAttDesc, n);

  for (int i = 0; i < n; i++)
    columns[i].name = names[i];
  g_assert_true (PQsetResultAttrs (answer, n, columns));
  g_free (columns);
}

static void
add_row (PGresult *answer, char **cells)
{
  int row = PQntuples (answer);

  g_assert_cmpint ((int) g_strv_length (cells), ==, PQnfields (answer));
  for (int i = 0; cells[i]; i++)
    {
      gboolean null = g_str_equal (cells[i], "~");

      g_assert_true (PQsetvalue (answer, row, i, null ? NULL : cells[i], null ? -1 : (int) strlen (cells[i])));
    }
}

JlResult *
jl_answer_new (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) names = split (lines[0]);
  PGresult *answer = PQmakeEmptyPGresult (NULL, PGRES_TUPLES_OK);

  name_columns (answer, names);
  for (guint i = 1; lines[i]; i++)
    {
      g_auto (GStrv) cells = split (lines[i]);

      if (*lines[i])
        add_row (answer, cells);
    }
  return jl_result_new (answer);
}

static const char units_text[] =
    "unit_id|code|name|short_name|grp|place_order|tile_row|tile_col|parent_id|tile_name|sound\n"
    "1|220100|长春市|长春市|prefecture|1|2|2|~|长春| ccs changchunshi\n"
    "2|220200|吉林市|吉林市|prefecture|2|2|3|~|吉林| jls jilinshi\n"
    "3|220300|四平市|四平市|prefecture|3|3|1|~|四平| sps sipingshi\n";

#define FIGURE_COLUMNS                                                                                               \
  "unit_id|indicator|numerator|denominator|state|missing_n|previous_num|previous_den|strength|due_on|goal|expected|" \
  "progress|done_on|rank|rank_of|rule_id|rule_value|threshold|rule_text\n"

static const char figures_text[] = FIGURE_COLUMNS
    "1|metered_share|3121080000|12486300000|value|1|2600000000|12170000000|~|~|~|~|not_met|~|2|2|7|total|25|住宅计量收费面积 ÷ 集中供热总面积\n"
    "1|price_policy|-12|~|value|0|~|~|must|2010-10-26|~|~|met|2010-10-14|~|~|~|~|~|~\n"
    "1|new_fitted|500000000|518720000|value|0|470000000|500000000|must|~|100|~|on_pace|~|2|2|~|~|~|~\n"
    "1|office_done|60000000|60000000|value|0|50000000|60000000|strive|2011-12-31|100|~|met|~|~|~|~|~|~|~\n"
    "1|public_done|506140000|623330000|value|0|450000000|623330000|strive|2011-12-31|100|~|strive_missed|~|~|~|~|~|~|~\n"
    "1|existing_done|1166200000|2000000000|value|0|900000000|2000000000|basically|2015-12-31|90|56.4000|on_pace|~|~|~|~|~|~|~\n"
    "1|billed_of_fitted|3121080000|4000000000|value|0|2600000000|3900000000|~|~|~|~|met|~|~|~|~|~|~|~\n"
    "1|public_billed|~|~|missing|0|~|~|~|~|~|~|missing|~|~|~|~|~|~|~\n"
    "1|retrofit_sync|3|40|value|0|~|~|~|~|~|~|not_met|~|~|~|~|~|~|~\n"
    "2|metered_share|2784000000|10000000000|value|0|2290000000|10000000000|~|~|~|~|met|~|1|2|7|total|25|~\n"
    "3|metered_share|~|~|not_reported|0|~|~|~|~|~|~|not_reported|~|~|~|7|total|25|~\n"
    "3|price_policy|798|~|missing|0|~|~|must|2010-10-26|~|~|overdue|~|~|~|~|~|~|~\n";

static const char trend_text[] =
    "year|numerator|denominator|state|group_num|group_den\n"
    "2009|~|~|missing|~|~\n"
    "2010|1500000000|11800000000|value|900|10000\n"
    "2011|2600000000|12170000000|value|1650|10000\n"
    "2012|3121080000|12486300000|value|2225|10000\n"
    "2013|4000000000|12600000000|value|2600|10000\n";

static const char awards_text[] =
    "unit_id|award|award_name|bar|verdict|reason|clause\n"
    "1|habitat|人居环境范例奖|C-25|barred|占比24.996%，低于25%|五（二）3\n"
    "1|garden|国家园林城市|C-25|barred|占比24.996%，低于25%|五（二）3\n"
    "1|renewable|可再生能源建筑应用示范城市|C-25|barred|占比24.996%，低于25%|五（二）3\n"
    "1|habitat|人居环境范例奖|C-DONE|to_decide|力争完成1项未实现|五（二）3\n"
    "1|garden|国家园林城市|C-DONE|not_barred|到期必须完成任务均已完成|五（二）3\n";

static const char published_text[] =
    "period|indicator|label|value|unit|source|note\n"
    "2011|metered_billing_area|计量收费面积|1230.5|万m²|吉林省住房和城乡建设厅|市区\n"
    "2012|new_area_completed|新竣工建筑面积|850|万m²|长春市年鉴2013|~\n";

JlCity *
jl_answer_city (int unit_id)
{
  g_autoptr (JlResult) units = jl_answer_new (units_text);
  g_autoptr (JlResult) figures = jl_answer_new (figures_text);
  JlCity *city = g_new0 (JlCity, 1);

  city->year = 2012;
  city->unit_id = unit_id;
  city->figures = jl_figures_new (units, figures);
  city->trend = jl_answer_new (trend_text);
  city->published = jl_answer_new (published_text);
  city->awards = jl_answer_new (awards_text);
  city->leaves = jl_answer_new ("unit_id|code|name\n4|220102|南关区\n");
  return city;
}

JlResult *
jl_answer_why (void)
{
  return jl_answer_new ("numerator|denominator|state|missing_n|basis|clause|rule_id|rule_from|rule_value|threshold|records_n|records_where|"
                        "filed_on|cutoff\n"
                        "3121080000|12486300000|value|1|集中供热总面积|五（二）3|7|2010-07-23|total|25|8412|building_season|2013-05-08|2013-04-30\n");
}

JlLink *
jl_answer_link (void)
{
  g_autoptr (JlPool) pool = jl_pool_new ("host=/nonexistent", NULL, NULL, 1);
  JlDesk *desk = g_new0 (JlDesk, 1);

  desk->me = jl_answer_new ("role|duty|display_name\nsomebody|jl_reader|Somebody\n");
  desk->installation = jl_answer_new ("kind\nofficial\n");
  desk->officials = jl_answer_new ("role|duty|display_name\n");
  desk->years = jl_answer_new ("year|has_facts\n2012|t\n");
  return jl_link_new (pool, desk);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Both circulars of an invented year, from values to the PDF that other programs read. */

#include <string.h>

#include "jl-error.h"
#include "jl-pdf-reading.h"
#include "jl-sample-year.h"
#include "jl-test-file.h"

#define WATERMARK "演练数据不得引用"

static JlCircular *
make (JlCircularKind kind, JlValues *values, gboolean practice, GError **error)
{
  g_autoptr (GPtrArray) tables = jl_sample_tables (kind);

  return jl_circular_new_from_values (kind, 2012, values, (JlAnnexTable *const *) tables->pdata, tables->len, practice, error);
}

static JlCircular *
sample (JlCircularKind kind, gboolean practice)
{
  g_autoptr (JlValues) values = jl_sample_values ();
  g_autoptr (GError) error = NULL;
  JlCircular *circular = make (kind, values, practice, &error);

  g_assert_no_error (error);
  return circular;
}

static JlTestFile *
write_pdf (const JlCircular *circular)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = jl_circular_file_name (circular);
  JlTestFile      *path = jl_test_file_new (name);

  g_assert_true (jl_circular_write_pdf (circular, path, &error));
  g_assert_no_error (error);
  return path;
}

static gboolean
is_red (const unsigned char *pixel)
{
  return pixel[2] > 150 && pixel[1] < 100 && pixel[0] < 100;
}

static gboolean
has_red (const JlCircular *circular)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t         *cr = cairo_create (surface);
  gboolean         red = FALSE;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  jl_circular_paint_page (circular, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    for (int x = 0; x < 596; x++)
      red = red || is_red (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x);
  cairo_surface_destroy (surface);
  return red;
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("not on the page: %s", part);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("on the page: %s", part);
}

static void
test_situation (void)
{
  g_autoptr (JlCircular) circular = sample (JL_CIRCULAR_SITUATION, FALSE);
  g_autoptr (JlTestFile) path = write_pdf (circular);
  g_autofree char *text = jl_pdf_text (path, 0), *name = jl_circular_file_name (circular);

  g_assert_cmpstr (name, ==, "2012年度情况通报.pdf");
  g_assert_cmpstr (jl_circular_get_title (circular), ==, "关于2012年度全省供热计量改革工作情况的通报");
  assert_has (text, "吉林省城镇供热体制改革领导小组文件");
  assert_has (text, "各市（州）人民政府");
  assert_has (text, "一、总体情况");
  assert_has (text, "22.25%，比上一采暖期提高3.18个百分点");
  assert_has (text, "8个地级以上城市、37个县（市）");
  assert_has (text, "长春市、四平市、白山市等10个市县（名单见附件3）");
  assert_has (text, "2013年6月24日");
  assert_has (text, "2013年6月24日印发");
  assert_lacks (text, "户籍热费");
  assert_lacks (text, "演练");
  assert_lacks (text, "…");
  g_assert_true (has_red (circular));
}

static void
test_practice (void)
{
  for (JlCircularKind kind = JL_CIRCULAR_CRITICISE; kind <= JL_CIRCULAR_SITUATION; kind++)
    {
      g_autoptr (JlCircular) circular = sample (kind, TRUE);
      g_autoptr (JlTestFile) path = write_pdf (circular);
      g_autofree char *name = jl_circular_file_name (circular);
      g_autofree char *first = jl_pdf_text (path, 1), *all = jl_pdf_text (path, 0);

      for (guint i = 1; i <= jl_circular_n_pages (circular); i++)
        {
          g_autofree char *page = jl_pdf_text (path, i);

          assert_has (page, WATERMARK);
        }
      assert_has (name, "演练");
      if (kind == JL_CIRCULAR_SITUATION)
        assert_has (first, "演练〔2013〕1号");
      assert_lacks (all, "领导小组文件");
      assert_has (all, "演练机关");
    }
}

/* 代拟稿: its word at the top right, no red head, number or date. */
static void
test_draft (void)
{
  g_autoptr (JlCircular) circular = sample (JL_CIRCULAR_CRITICISE, FALSE);
  g_autoptr (JlTestFile) path = write_pdf (circular);
  g_autofree char *text = jl_pdf_text (path, 0);
  g_autoptr (GPtrArray) words = jl_pdf_words (path);
  const JlPdfWord *word = jl_pdf_find (words, 1, "代拟稿");

  g_assert_nonnull (word);
  g_assert_cmpfloat (word->x0, >, 400);
  g_assert_cmpfloat (word->y1, <, 140);
  g_assert_false (has_red (circular));
  assert_lacks (text, "2013年6月24日");
  assert_lacks (text, "〔2013〕");
  assert_lacks (text, "文件");
  assert_has (text, "（一）白山市。考核得分48.21分，等次为不合格。");
  assert_has (text, "占集中供热总面积（1248.63万平方米）的24.996%，低于25%的要求。");
  assert_has (text, "不得申报国家园林城市");
  assert_has (text, "2.不得申报有关奖项和称号的城市名单");
}

/* Nobody is barred: the paragraph goes, the next number moves up, the annex is the only one. */
static void
test_nobody_barred (void)
{
  g_autoptr (JlValues) all = jl_sample_values (), values = jl_values_new ();
  static const char *const names[] = { "recipients", "issuer.name", "scheme.title", "season.name", "denominator.name", "cutoff.task",
                                       "cutoff.billing", "n_assessed", "frozen.date", "decision.by", "criticised.kind_words" };
  static const char *const row[] = { "name", "kind", "score", "grade" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JlCircular) circular = NULL;
  g_autoptr (JlTestFile) path = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    jl_values_add (values, NULL, 0, names[i], jl_values_get (all, NULL, 0, names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    jl_values_add (values, "criticised", 1, row[i], jl_values_get (all, "criticised", 1, row[i]));
  circular = make (JL_CIRCULAR_CRITICISE, values, FALSE, &error);
  g_assert_no_error (error);
  path = write_pdf (circular);
  text = jl_pdf_text (path, 0);
  assert_has (text, "（二）责成上述市、县");
  assert_lacks (text, "（三）责成");
  assert_lacks (text, "不得申报");
  assert_has (text, "附件：2012年度供热计量改革工作");
  assert_lacks (text, "附件1");
}

/* Nothing and everything have words of their own: never "0万平方米", never "100%" of what is not done. */
static void
test_extremes (void)
{
  g_autoptr (JlValues) values = jl_sample_values ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JlCircular) circular = NULL;
  g_autoptr (JlTestFile) path = NULL;
  g_autofree char *text = NULL;

  jl_sample_row (values, "criticised", 2, "metered_res", (JlValue){ .number = "0" });
  jl_sample_row (values, "criticised", 2, "share", (JlValue){ .number = "0", .den = "211375000" });
  jl_sample_row (values, "criticised", 2, "reason.unbilled", (JlValue){ 0 });
  jl_sample_row (values, "criticised", 2, "fitted", (JlValue){ .number = "5000000" });
  jl_sample_row (values, "criticised", 2, "fitted_unbilled", (JlValue){ .number = "5000000" });
  jl_sample_row (values, "criticised", 2, "fitted_unbilled_share", (JlValue){ .number = "5000000", .den = "5000000" });
  jl_sample_row (values, "criticised", 2, "exist.done", (JlValue){ .number = "0" });
  circular = make (JL_CIRCULAR_CRITICISE, values, TRUE, &error);
  g_assert_no_error (error);
  path = write_pdf (circular);
  text = jl_pdf_text (path, 0);
  assert_has (text, "住宅未实行供热计量收费，占集中供热总面积（211.38万平方米）的比例为零");
  assert_has (text, "5万平方米建筑均未实行计量收费");
  assert_has (text, "尚无完成面积，低于序时进度11.12个百分点");
  assert_lacks (text, "0万平方米，占");
}

static void
test_drops_are_listed (void)
{
  g_autoptr (JlCircular) circular = sample (JL_CIRCULAR_SITUATION, TRUE);
  g_autofree char *all = g_strjoinv ("\n", (char **) jl_circular_get_drops (circular));

  assert_has (all, "结算点热量表首次检定率为…%");
  assert_has (all, "实地抽查了…个市县");
}

static void
test_contradiction (void)
{
  g_autoptr (JlValues) values = jl_sample_values ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JlCircular) circular = NULL;

  jl_sample_row (values, NULL, 0, "prov.metered_trend", (JlValue){ .words = "稳步增加", .number = "-1000" });
  circular = make (JL_CIRCULAR_SITUATION, values, TRUE, &error);
  g_assert_null (circular);
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
  assert_has (error->message, "稳步增加");
}

static void
test_nobody_criticised (void)
{
  g_autoptr (JlValues) all = jl_sample_values (), values = jl_values_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JlCircular) circular = NULL;

  jl_values_add (values, NULL, 0, "recipients", jl_values_get (all, NULL, 0, "recipients"));
  jl_values_add (values, NULL, 0, "scheme.title", jl_values_get (all, NULL, 0, "scheme.title"));
  jl_values_add (values, NULL, 0, "n_assessed", jl_values_get (all, NULL, 0, "n_assessed"));
  circular = make (JL_CIRCULAR_CRITICISE, values, TRUE, &error);
  g_assert_null (circular);
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
}

static void
test_reproducible (void)
{
  g_autoptr (JlCircular) one = sample (JL_CIRCULAR_SITUATION, TRUE), two = sample (JL_CIRCULAR_SITUATION, TRUE);
  g_autoptr (JlTestFile) path_one = write_pdf (one), path_two = write_pdf (two);
  g_autofree char *first = NULL, *second = NULL;
  gsize            n_first, n_second;

  g_assert_true (g_file_get_contents (path_one, &first, &n_first, NULL));
  g_assert_true (g_file_get_contents (path_two, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

static void
test_paragraphs (void)
{
  g_autoptr (JlCircular) circular = sample (JL_CIRCULAR_SITUATION, FALSE);
  guint            n_bound, n = 0, start, end;
  const char      *heading, *name;
  const char      *text = jl_circular_get_paragraph (circular, 0, &heading, &n_bound);
  g_autofree char *year = NULL;

  g_assert_cmpstr (heading, ==, "Title");
  g_assert_cmpstr (text, ==, "关于2012年度全省供热计量改革工作情况的通报");
  g_assert_true (jl_circular_get_bound (circular, 0, 0, &start, &end, &name));
  year = g_strndup (text + start, end - start);
  g_assert_cmpstr (year, ==, "2012");
  g_assert_cmpstr (name, ==, "year");
  for (guint i = 0; i < jl_circular_n_paragraphs (circular); i++)
    {
      text = jl_circular_get_paragraph (circular, i, &heading, &n_bound);
      n += n_bound;
      g_assert_cmpstr (heading, !=, "");
      if (g_str_has_prefix (text, "（一）计量收费面积"))
        g_assert_cmpstr (heading, ==, "计量收费面积稳步增加");
      for (guint b = 0; b < n_bound; b++)
        {
          g_assert_true (jl_circular_get_bound (circular, i, b, &start, &end, &name));
          g_assert_true (start < end && end <= strlen (text) && g_utf8_validate (text + start, end - start, NULL));
        }
    }
  g_assert_cmpuint (n, >, 30);
}

static void
test_kinds (void)
{
  JlCircularKind kind;

  g_assert_true (jl_circular_kind_from_code ("situation", &kind));
  g_assert_cmpint (kind, ==, JL_CIRCULAR_SITUATION);
  g_assert_cmpstr (jl_circular_kind_code (JL_CIRCULAR_CRITICISE), ==, "criticise");
  g_assert_false (jl_circular_kind_from_code ("praise", &kind));
  g_assert_false (jl_circular_kind_from_code (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/circular/situation", test_situation);
  g_test_add_func ("/draw/circular/practice", test_practice);
  g_test_add_func ("/draw/circular/draft", test_draft);
  g_test_add_func ("/draw/circular/nobody-barred", test_nobody_barred);
  g_test_add_func ("/draw/circular/extremes", test_extremes);
  g_test_add_func ("/draw/circular/drops-are-listed", test_drops_are_listed);
  g_test_add_func ("/draw/circular/contradiction", test_contradiction);
  g_test_add_func ("/draw/circular/nobody-criticised", test_nobody_criticised);
  g_test_add_func ("/draw/circular/reproducible", test_reproducible);
  g_test_add_func ("/draw/circular/paragraphs", test_paragraphs);
  g_test_add_func ("/draw/circular/kinds", test_kinds);
  return g_test_run ();
}

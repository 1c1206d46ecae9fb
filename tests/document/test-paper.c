/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The GB/T 9704-2012 page as the PDF shows it. */

#include <math.h>
#include <string.h>
#include <wchar.h>

#include "jl-paper.h"
#include "jl-pdf-reading.h"
#include "jl-test-file.h"
#include "jl-typeset.h"

#define TENTH 0.1

static JlTestFile *
write_pdf (const JlDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlPaper) paper = jl_paper_new (document);
  JlTestFile *path = jl_test_file_new ("paper.pdf");

  g_assert_true (jl_paper_write_pdf (paper, path, &error));
  g_assert_no_error (error);
  return path;
}

static char *
repeated (const char *text, guint n)
{
  GString *string = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (string, text);
  return g_string_free (string, FALSE);
}

static void
assert_near (double a, double b, double tolerance)
{
  if (fabs (a - b) > tolerance)
    g_error ("%.3f is not %.3f ± %.3f", a, b, tolerance);
}

/* A page of Hanzi: 22 lines of 28, each 156 mm wide, 225/22 mm apart, the 23rd on the next page. */
static void
test_grid (void)
{
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autofree char *text = repeated ("供热计量改革", 22 * 28 / 6 + 4);
  g_autoptr (JlTestFile) path = NULL;
  g_autoptr (GPtrArray) words = NULL;
  guint            lines = 0;
  const JlPdfWord *first = NULL;

  jl_document_add (document, JL_BLOCK_RECIPIENTS, text);
  path = write_pdf (document);
  words = jl_pdf_words (path);
  for (guint i = 0; i < words->len; i++)
    {
      const JlPdfWord *word = g_ptr_array_index (words, i);

      if (g_utf8_strlen (word->text, -1) < 10)
        continue;
      if (lines == 22)
        g_assert_cmpuint (word->page, ==, 2);
      if (first == NULL)
        first = word;
      if (lines++ >= 22)
        continue;
      g_assert_cmpint (g_utf8_strlen (word->text, -1), ==, 28);
      assert_near (word->x0, 28 * JL_MM, 0.3);
      assert_near (word->x1, (28 + 156) * JL_MM, 0.3);
      assert_near (word->y0, first->y0 + (lines - 1) * 225 * JL_MM / 22, TENTH);
    }
  g_assert_cmpuint (lines, ==, 23);
}

static void
test_indent (void)
{
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autofree char *text = repeated ("城", 26 + 28 + 3);
  g_autoptr (JlTestFile) path = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const JlPdfWord *word;

  jl_document_add (document, JL_BLOCK_TEXT, text);
  path = write_pdf (document);
  words = jl_pdf_words (path);
  word = g_ptr_array_index (words, 0);
  if (!g_str_has_prefix (word->text, "城"))
    word = g_ptr_array_index (words, 1);
  g_assert_cmpint (g_utf8_strlen (word->text, -1), ==, 26);
  assert_near (word->x0, 28 * JL_MM + 2 * JL_CELL, 0.3);
}

/* Odd numbers right, even ones left, each one character in, the dashes 7 mm under the type area. */
static void
test_page_numbers (void)
{
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autofree char *text = repeated ("城", 23 * 28);
  g_autoptr (JlTestFile) path = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const JlPdfWord *dash;

  jl_document_add (document, JL_BLOCK_RECIPIENTS, text);
  path = write_pdf (document);
  words = jl_pdf_words (path);
  dash = jl_pdf_find (words, 2, "—");
  assert_near (dash->x0, 28 * JL_MM + 14, 0.3);
  dash = jl_pdf_find (words, 1, "1");
  g_assert_cmpfloat (dash->x0, >, 160 * JL_MM);
  for (guint i = 0; i < words->len; i++)
    {
      const JlPdfWord *word = g_ptr_array_index (words, i);

      if (word->page == 1 && g_str_equal (word->text, "—") && word->x0 > dash->x0)
        assert_near (word->x1, (28 + 156) * JL_MM - 14, 0.3);
    }
}

/* No line begins with a mark that may not stand there, none breaks inside 2012—2013. */
static void
test_line_ends (void)
{
  static const char *const pieces[] = { "供热", "计量", "，", "。", "（", "）", "“", "”", "2012—2013年", "25%", "·", "《", "》", "、", "改", "；" };
  g_autoptr (GRand) random = g_rand_new_with_seed (9704);
  PangoContext *context = jl_document_context_new ();
  JlTypeset     how = { .face = JL_FACE_FANG, .size = JL_SIZE_3, .width = JL_TYPE_WIDTH, .grid = TRUE };

  for (int n = 0; n < 300; n++)
    {
      g_autoptr (GString) text = g_string_new ("关于");
      g_autoptr (PangoLayout) layout = NULL;

      for (int i = 0; i < 120; i++)
        {
          gboolean plain = i % 2 == 0;

          g_string_append (text, pieces[plain ? 0 : g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
        }
      layout = jl_typeset (context, text->str, &how);
      for (int i = 1; i < pango_layout_get_line_count (layout); i++)
        {
          int      start = pango_layout_line_get_start_index (pango_layout_get_line_readonly (layout, i));
          gunichar c = g_utf8_get_char (text->str + start), before = g_utf8_get_char (g_utf8_prev_char (text->str + start));

          g_assert_null (wcschr (L"，。）”》、；·—%", (wchar_t) c));
          g_assert_null (wcschr (L"（“《—", (wchar_t) before));
        }
    }
  g_object_unref (context);
}

static JlAnnexTable *
long_table (guint n_columns, guint n_rows)
{
  const char   *columns[12] = { "序号", "考核对象", "考核得分" }, *cells[12] = { "1", "伊通满族自治县", "75.35" };
  double        widths[12];
  JlAlign       aligns[12] = { JL_ALIGN_CENTER, JL_ALIGN_LEFT, JL_ALIGN_RIGHT };
  JlAnnexTable *table;

  for (guint i = 0; i < n_columns; i++)
    {
      widths[i] = 1.0 / n_columns;
      columns[i] = i < 3 ? columns[i] : "同步安装率（%）";
      cells[i] = i < 3 ? cells[i] : "100.00";
    }
  table = jl_annex_table_new (columns, widths, aligns, n_columns);
  for (guint i = 0; i < n_rows; i++)
    jl_annex_table_add_row (table, cells);
  jl_annex_table_add_note (table, "注：长白山管委会单列，不参加排名；其他没有得分的县（市）未报送报表，适用分值不足，不参加排名；延边州为所辖市县合计，不单独计入全省。");
  return table;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
test_table (void)
{
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autofree char *all = NULL;
  g_autoptr (JlTestFile) path = NULL;
  guint n;

  jl_document_set_watermark (document, "演练数据不得引用");
  jl_document_add (document, JL_BLOCK_TITLE, "关于情况的通报");
  jl_document_add (document, JL_BLOCK_ANNEXES, "附件：");
  jl_document_add_annex (document, "附件1", "考核结果", long_table (3, 60));
  jl_document_add_annex (document, "附件2", "一览表", long_table (10, 40));
  path = write_pdf (document);
  n = jl_pdf_n_pages (path);
  all = jl_pdf_text (path, 0);
  g_assert_cmpuint (n, >=, 5);
  g_assert_cmpuint (count (all, "伊通满族自治县"), ==, 100);
  for (guint i = 2; i <= n; i++)
    {
      g_autofree char *text = jl_pdf_text (path, i);

      g_assert_cmpuint (count (text, "考核对象"), ==, 1);
    }
  g_assert_nonnull (strstr (all, "附件：1.考核结果"));
  g_assert_cmpuint (count (all, "单列，不参加排名"), ==, 2);
  g_assert_cmpuint (count (all, "不单独计入全省。"), ==, 2);
}

static void
test_landscape (void)
{
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autoptr (JlPaper) paper = NULL;
  double width, height;

  jl_document_add (document, JL_BLOCK_ANNEXES, "附件：");
  jl_document_add_annex (document, "附件", "一览表", long_table (10, 4));
  paper = jl_paper_new (document);
  g_assert_cmpuint (jl_paper_n_pages (paper), ==, 2);
  jl_sheet_get_size (jl_paper_get_sheet (paper, 1), &width, &height);
  assert_near (width, 841.89, TENTH);
  assert_near (height, 595.28, TENTH);
}

/* A row too tall for the rest of any page is cut between lines; nothing is lost, nothing leaves the type area. */
static void
test_tall_row (void)
{
  const char      *columns[] = { "考核对象", "主要问题" };
  double           widths[] = { 0.3, 0.7 };
  JlAlign          aligns[] = { JL_ALIGN_CENTER, JL_ALIGN_LEFT };
  JlAnnexTable    *table = jl_annex_table_new (columns, widths, aligns, 2);
  g_autofree char *problem = repeated ("计量收费比例偏低问题突出", 160);
  g_autoptr (JlTestFile) path = NULL;
  const char *cells[] = { "长春市", problem };
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *text = NULL;

  jl_annex_table_add_row (table, cells);
  jl_document_add (document, JL_BLOCK_ANNEXES, "附件：");
  jl_document_add_annex (document, "附件", "问题", table);
  path = write_pdf (document);
  words = jl_pdf_words (path);
  for (guint i = 0; i < words->len; i++)
    {
      const JlPdfWord *word = g_ptr_array_index (words, i);

      if (word->x0 > 90 * JL_MM && g_utf8_strlen (word->text, -1) > 5)
        g_assert_cmpfloat (word->y1, <=, (37 + 225) * JL_MM + 2);
    }
  text = jl_pdf_text (path, 0);
  g_assert_cmpuint (count (text, "突"), ==, 160);
}

static void
test_titles (void)
{
  PangoContext *context = jl_document_context_new ();
  g_auto (GStrv) marked = jl_typeset_title (context, "关于2012年度|全省供热计量改革|工作情况的通报", JL_SIZE_2, JL_TYPE_WIDTH);
  g_auto (GStrv) one = jl_typeset_title (context, "关于|情况的通报", JL_SIZE_2, JL_TYPE_WIDTH);
  g_autofree char *text = repeated ("关于", 25);
  g_auto (GStrv) plain = jl_typeset_title (context, text, JL_SIZE_2, JL_TYPE_WIDTH);

  g_assert_cmpuint (g_strv_length (marked), ==, 2);
  g_assert_cmpstr (marked[1], ==, "工作情况的通报");
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpstr (one[0], ==, "关于情况的通报");
  g_assert_cmpuint (g_strv_length (plain), ==, 3);
  g_assert_cmpint (labs (g_utf8_strlen (plain[0], -1) - g_utf8_strlen (plain[2], -1)), <=, 1);
  g_object_unref (context);
}

/* The date ends four characters from the edge; organ and date never stand on a page without text. */
static void
test_signature (void)
{
  for (guint lines = 15; lines <= 22; lines++)
    {
      g_autoptr (JlDocument) document = jl_document_new ();
      g_autofree char *text = repeated ("城", lines * 28), *last = NULL;
      g_autoptr (JlTestFile) path = NULL;
      g_autoptr (GPtrArray) words = NULL;
      const JlPdfWord *date;

      jl_document_add (document, JL_BLOCK_TEXT, text);
      jl_document_add_signature (document, "演练机关", "2013年6月24日");
      path = write_pdf (document);
      words = jl_pdf_words (path);
      date = jl_pdf_find (words, jl_pdf_n_pages (path), "2013");
      assert_near (date->x1, (28 + 156) * JL_MM - 4 * JL_CELL, 0.5);
      last = jl_pdf_text (path, jl_pdf_n_pages (path));
      g_assert_nonnull (strstr (last, "城"));
    }
}

static void
test_imprint (void)
{
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autofree char *text = NULL;
  g_autoptr (JlTestFile) path = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const JlPdfWord *copies, *office;

  jl_document_add (document, JL_BLOCK_TEXT, "城");
  jl_document_add_imprint (document, "抄送：省委办公厅，省人大常委会办公厅，省政协办公厅，省物价局，省财政厅，省质量技术监督局。", "演练机关", "2013年6月24日印发");
  path = write_pdf (document);
  g_assert_cmpuint (jl_pdf_n_pages (path), ==, 2);
  words = jl_pdf_words (path);
  copies = jl_pdf_find (words, 2, "抄送：");
  office = jl_pdf_find (words, 2, "演练机关");
  assert_near (copies->x0, 28 * JL_MM + 14, 0.3);
  assert_near ((office->y0 + office->y1) / 2, (37 + 225) * JL_MM - 12, 3);
}

static void
test_pdf (void)
{
  g_autoptr (JlDocument) document = jl_document_new ();
  g_autoptr (JlTestFile) one = NULL, two = NULL;
  g_autofree char *first = NULL, *second = NULL, *fonts = NULL, *info = NULL, *tags = NULL;
  g_auto (GStrv) rows = NULL;
  gsize n_first, n_second;

  jl_document_set_day (document, "2013-06-24");
  jl_document_add (document, JL_BLOCK_TITLE, "关于情况的通报");
  jl_document_add (document, JL_BLOCK_HEADING, "一、总体情况");
  jl_document_add_item (document, "（一）稳步增加。面积123.45万平方米。", strlen ("（一）稳步增加。"));
  one = write_pdf (document);
  two = write_pdf (document);
  g_assert_true (g_file_get_contents (one, &first, &n_first, NULL) && g_file_get_contents (two, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
  info = jl_pdf_ask ("pdfinfo", NULL, one);
  g_assert_nonnull (strstr (info, "关于情况的通报"));
  tags = jl_pdf_ask ("pdfinfo", "-struct", one);
  g_assert_nonnull (strstr (tags, "Document"));
  g_assert_nonnull (strstr (tags, "H2"));
  fonts = jl_pdf_ask ("pdffonts", NULL, one);
  rows = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), >=, 6);
  for (char **row = rows + 2; *row != NULL; row++)
    g_assert_nonnull (strstr (*row, " yes yes yes "));
}

static void
test_faces (void)
{
  for (JlFace face = 0; face < JL_N_FACES; face++)
    {
      gboolean         exact;
      g_autofree char *family = jl_document_face_used (face, &exact);

      g_test_message ("%s: %s%s", jl_document_face_wanted (face), family, exact ? "" : " (stands in)");
      g_assert_cmpstr (family, !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/paper/grid", test_grid);
  g_test_add_func ("/draw/paper/indent", test_indent);
  g_test_add_func ("/draw/paper/page-numbers", test_page_numbers);
  g_test_add_func ("/draw/paper/line-ends", test_line_ends);
  g_test_add_func ("/draw/paper/table", test_table);
  g_test_add_func ("/draw/paper/landscape", test_landscape);
  g_test_add_func ("/draw/paper/tall-row", test_tall_row);
  g_test_add_func ("/draw/paper/titles", test_titles);
  g_test_add_func ("/draw/paper/signature", test_signature);
  g_test_add_func ("/draw/paper/imprint", test_imprint);
  g_test_add_func ("/draw/paper/pdf", test_pdf);
  g_test_add_func ("/draw/paper/faces", test_faces);
  return g_test_run ();
}

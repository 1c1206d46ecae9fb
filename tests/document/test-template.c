/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The language of text skeletons: formats, conditions, loops, what falls and what blocks. */

#include <string.h>

#include "jl-draft.h"
#include "jl-error.h"
#include "jl-sample-year.h"

static JlDraft *
draft_of (const char *text, const JlValues *values, GError **error)
{
  g_autoptr (JlTemplate) reasons = jl_template_parse ("reasons", "[[reason falling]]下降{u.share_change:pp}个百分点。\n[[reason share]]占{u.share:pct 25}%，低于25%。\n[[reason firm]]{u.firm.n:count}家。\n",
                                                      "u", "criticised", error);
  g_autoptr (JlTemplate) body = NULL;

  g_assert_nonnull (reasons);
  body = jl_template_parse ("test", text, NULL, NULL, error);
  return body != NULL ? jl_draft_new (body, reasons, values, error) : NULL;
}

/* Paragraphs parted by |, drops counted. */
static char *
written (const char *text, const JlValues *values, guint *n_drops)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlDraft) draft = draft_of (text, values, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  jl_draft_number (draft);
  for (guint i = 0; i < draft->parts->len; i++)
    {
      const JlDraftPart *part = g_ptr_array_index (draft->parts, i);

      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", part->paragraph->text);
    }
  if (n_drops != NULL)
    *n_drops = draft->drops->len;
  return g_string_free (all, FALSE);
}

static void
assert_written (const JlValues *values, const char *text, const char *expected)
{
  g_autofree char *got = written (text, values, NULL);

  g_assert_cmpstr (got, ==, expected);
}

static void
assert_drops (const JlValues *values, const char *text, const char *expected, guint drops)
{
  guint            n;
  g_autofree char *got = written (text, values, &n);

  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpuint (n, ==, drops);
}

static void
assert_refused (const JlValues *values, const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlDraft) draft = draft_of (text, values, &error);

  g_assert_null (draft);
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: %s", text, error->message);
}

static void
test_formats (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_number (values, "prov.fitted", "249960000");
  assert_written (values, "{prov.fitted:area}万", "249.96万");
  jl_sample_number (values, "prov.fitted", "2499600000");
  assert_written (values, "{prov.fitted:area}万", "2499.6万");
  jl_sample_share (values, "prov.share", "312108000", "1248630000");
  assert_written (values, "{prov.share:pct 25}%", "24.996%");
  jl_sample_share (values, "prov.new.rate", "323", "409");
  assert_written (values, "{prov.new.rate:pct}%", "78.97%");
  jl_sample_share (values, "prov.new.rate", "1000000", "1000001");
  assert_written (values, "{prov.new.rate:pct}%", "99.9999%");
  jl_sample_number (values, "prov.share_change", "-0.40");
  assert_written (values, "{prov.share_change:dir_pp}，{prov.share_change:pp}", "下降0.4个百分点，0.4");
  jl_sample_number (values, "prov.share_change", "3.2");
  assert_written (values, "{prov.share_change:dir_pp}", "提高3.2个百分点");
  jl_sample_number (values, "prov.share_change", "0.00031");
  assert_written (values, "{prov.share_change:dir_pp}", "提高0.0003个百分点");
  jl_sample_number (values, "prov.share_change", "0.0");
  assert_written (values, "{prov.share_change:dir_pp}", "持平");
  jl_sample_number (values, "n_assessed", "49");
  assert_written (values, "{n_assessed:count}个", "49个");
  jl_sample_day (values, "issue.date", "2013-04-06");
  assert_written (values, "{issue.date:date}，{issue.date:year}年", "2013年4月6日，2013年");
  jl_sample_number (values, "year", "2012");
  assert_written (values, "{year}年度", "2012年度");
  jl_values_add_words (values, "checker", "演练机关");
  assert_written (values, "{checker}", "演练机关");
}

static void
test_row_formats (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_row (values, "criticised", 1, "score", (JlValue){ .number = "75.346868" });
  jl_sample_row (values, "criticised", 1, "rank", (JlValue){ .number = "2", .words = "并列" });
  jl_sample_row (values, "criticised", 1, "price.late", (JlValue){ .number = "45" });
  jl_sample_row (values, "criticised", 1, "public.deadline", (JlValue){ .day = "2011-12-31" });
  jl_sample_row (values, "criticised", 2, "score", (JlValue){ .number = "60.3" });
  jl_sample_row (values, "criticised", 2, "rank", (JlValue){ .number = "4" });
  jl_sample_row (values, "criticised", 2, "price.late", (JlValue){ .number = "1" });
  jl_sample_row (values, "criticised", 2, "public.deadline", (JlValue){ .number = "2011" });
  assert_written (values, "[[each u in criticised]]{u.score:score}分，第{u.rank:rank}位，{u.price.late:days}天，{u.public.deadline:year}年。[[end]]",
                  "75.35分，并列第2位，45天，2011年。60.30分，第4位，1天，2011年。");
}

static void
test_names (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_names (values, "below", "长春市");
  assert_written (values, "{below:names 3}", "长春市");
  jl_sample_names (values, "below", "长春市 吉林市 四平市");
  assert_written (values, "{below:names 3}", "长春市、吉林市和四平市");
  jl_sample_names (values, "below", "长春市 吉林市 四平市 辽源市 通化市 白山市 松原市 白城市");
  assert_written (values, "{below:names 3}", "长春市、吉林市、四平市、辽源市、通化市、白山市、松原市和白城市");
  jl_sample_names (values, "below", "长春市 吉林市 四平市 辽源市 通化市 白山市 松原市 白城市 榆树市");
  assert_written (values, "{below:names 3}低于25%", "长春市、吉林市、四平市等9个市县（名单见附件3）低于25%");
}

static void
test_conditions (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_number (values, "n_qualified", "25");
  jl_sample_number (values, "n_assessed", "49");
  assert_written (values, "[[if n_qualified > n_assessed ÷ 2]]多数。[[end]]甲。", "多数。甲。");
  jl_sample_number (values, "n_qualified", "24");
  assert_written (values, "[[if n_qualified > n_assessed ÷ 2]]多数。[[end]]甲。", "甲。");
  jl_sample_number (values, "n_assessed", "48");
  assert_written (values, "[[if n_qualified > n_assessed ÷ 2]]多数。[[end]]甲。", "甲。");
  assert_written (values, "[[if n_qualified = 24 and n_assessed < 49]]乙。[[end]]甲。", "乙。甲。");
  assert_written (values, "[[if n_qualified and n_assessed > 48]]乙。[[end]]甲。", "甲。");
  jl_sample_number (values, "prov.share_change", "-0.1");
  assert_written (values, "[[if prov.share_change < 0]]乙。[[end]]甲。", "乙。甲。");
  assert_written (values, "[[if below]]乙。[[end]]甲。", "甲。");
  assert_written (values, "[[if comments.sent]]乙。[[end]]甲。", "甲。");
}

static void
test_loops (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_names (values, "criticised", "白山市 白城市");
  assert_written (values, "[[each u in criticised]]{u.name}[[sep]]、[[end]]不力。", "白山市、白城市不力。");
  assert_written (values, "一、问题\n[[each u in criticised numbered （一）]]\n（{n:cn}）{u.name}。不力。\n[[end]]\n",
                  "一、问题|（一）白山市。不力。|（二）白城市。不力。");
}

/* The chain of the sentences that fire: by gravity where it is given, else as the skeleton has them. */
static void
test_reasons (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_names (values, "criticised", "白山市");
  assert_written (values, "[[each u in criticised]]{u.name}。{u.reasons}[[end]]", "白山市。");
  jl_sample_row (values, "criticised", 1, "reason.share", (JlValue){ 0 });
  jl_sample_row (values, "criticised", 1, "share", (JlValue){ .number = "1", .den = "5" });
  jl_sample_row (values, "criticised", 1, "reason.falling", (JlValue){ 0 });
  jl_sample_row (values, "criticised", 1, "share_change", (JlValue){ .number = "-1.5" });
  assert_written (values, "[[each u in criticised]]{u.name}。{u.reasons}[[end]]", "白山市。下降1.5个百分点。占20.00%，低于25%。");
  jl_sample_row (values, "criticised", 1, "reason.share", (JlValue){ .number = "1" });
  assert_written (values, "[[each u in criticised]]{u.name}。{u.reasons}[[end]]", "白山市。占20.00%，低于25%。下降1.5个百分点。");
  jl_sample_row (values, "criticised", 1, "reason.firm", (JlValue){ 0 });
  assert_drops (values, "[[each u in criticised]]{u.name}。{u.reasons}[[end]]", "白山市。占20.00%，低于25%。下降1.5个百分点。", 1);
}

/* Missing, zero and empty: the clause falls and is listed; never 0, never — in running text. */
static void
test_drops (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_number (values, "prov.fitted", "100000000");
  jl_sample_number (values, "prov.n_pass", "0");
  jl_values_add (values, NULL, 0, "prov.share", &(JlValue){ .missing = "2家未报" });
  assert_drops (values, "安装{prov.fitted:area}万。占{prov.share:pct 25}%。", "安装100万。", 1);
  assert_drops (values, "安装{prov.fitted:area}万；占{prov.share:pct 25}%。完。", "安装100万。完。", 1);
  assert_drops (values, "占{prov.share:pct 25}%；安装{prov.fitted:area}万。", "安装100万。", 1);
  assert_drops (values, "安装{prov.fitted:area}万。达到{prov.n_pass:count}个。", "安装100万。", 1);
  assert_drops (values, "{below:names 3}低。甲。", "甲。", 1);
  assert_drops (values, "[[if nodocs]]{nodocs:names 3}未出台。[[end]]甲。", "甲。", 0);
  jl_values_add (values, NULL, 0, "nodocs", &(JlValue){ .missing = "没有台账" });
  assert_drops (values, "[[if nodocs]]{nodocs:names 3}未出台。[[end]]甲。", "甲。", 1);
  assert_drops (values, "安装{prov.fitted:area}万[[if prov.share]]，占{prov.share:pct 25}%[[end]]。", "安装100万。", 1);
  assert_drops (values, "安装{prov.fitted:area}万[[if prov.n_pass]]，达到{prov.n_pass:count}个[[end]]。", "安装100万。", 0);
}

static void
test_drop_reason (void)
{
  g_autoptr (JlValues) values = jl_values_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JlDraft) draft = NULL;
  const char *line;

  jl_values_add (values, NULL, 0, "prov.share", &(JlValue){ .missing = "2家未报" });
  draft = draft_of ("占{prov.share:pct 25}%。", values, &error);
  g_assert_no_error (error);
  line = g_ptr_array_index (draft->drops, 0);
  g_assert_cmpstr (line, ==, "“占…%。”: 住宅计量收费面积占比: 2家未报");
}

/* A paragraph of which only the run-in heading remains falls, a heading over nothing falls, the numbers move up. */
static void
test_renumbering (void)
{
  g_autoptr (JlValues) values = jl_values_new ();
  static const char text[] = "一、情况\n（一）甲。有{prov.meter.first:pct}%。\n二、问题\n（一）乙。[[if below]]{below:names 3}低。[[end]]\n"
                             "（二）丙。{behind:names 3}落后。\n（三）丁。应改。\n三、要求\n各地要改。\n";

  jl_sample_names (values, "behind", "四平市");
  assert_written (values, text, "一、问题|（一）丙。四平市落后。|（二）丁。应改。|二、要求|各地要改。");
  jl_sample_names (values, "below", "长春市");
  assert_written (values, text, "一、问题|（一）乙。长春市低。|（二）丙。四平市落后。|（三）丁。应改。|二、要求|各地要改。");
}

static void
test_many_numbers (void)
{
  static const char *const expected[] = { "一", "九", "十", "十一", "十九", "二十", "二十一", "九十九" };
  static const guint       numbers[] = { 1, 9, 10, 11, 19, 20, 21, 99 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *ordinal = jl_phrase_ordinal (numbers[i]);

      g_assert_cmpstr (ordinal, ==, expected[i]);
    }
}

static void
test_trends (void)
{
  static const char text[] = "（一）面积{prov.metered_trend:稳步增加/基本持平/有所下降}。见表。";
  static const char pair[] = "（一）监管{new.trend:得到加强/仍需加强}。见表。";
  g_autoptr (JlValues) values = jl_values_new ();

  jl_sample_row (values, NULL, 0, "prov.metered_trend", (JlValue){ .words = "稳步增加", .number = "12.5" });
  assert_written (values, text, "（一）面积稳步增加。见表。");
  jl_sample_row (values, NULL, 0, "prov.metered_trend", (JlValue){ .words = "稳步增加", .number = "-12.5" });
  assert_refused (values, text, "稳步增加");
  jl_sample_row (values, NULL, 0, "prov.metered_trend", (JlValue){ .words = "有所下降", .number = "3" });
  assert_refused (values, text, "有所下降");
  jl_sample_row (values, NULL, 0, "prov.metered_trend", (JlValue){ .words = "突飞猛进", .number = "3" });
  assert_refused (values, text, "突飞猛进");
  jl_sample_row (values, NULL, 0, "new.trend", (JlValue){ .words = "得到加强", .number = "0" });
  assert_written (values, pair, "（一）监管得到加强。见表。");
  jl_sample_row (values, NULL, 0, "new.trend", (JlValue){ .words = "仍需加强", .number = "0.2" });
  assert_refused (values, pair, "仍需加强");
}

static void
test_refused (void)
{
  static const char *const faulty[] = { "{nothing.known}", "{prov.share}", "{prov.share:area}", "{prov.share:pct", "a}b", "[[if ]]x[[end]]",
                                        "[[if year]]x", "x[[end]]", "[[each u in year]]x[[end]]", "[[each u of below]]x[[end]]",
                                        "[[what]]x", "[[if year > ]]x[[end]]", "[[if year ~ 2]]x[[end]]", "[[if year ÷ 2]]x[[end]]",
                                        "{u.name}", "[[each u in criticised]]{u.unknown}[[end]]", "[[if year]]a[[sep]]b[[end]]",
                                        "{below:area}", "{n:cn}", "{prov.metered_trend:稳步增加}" };
  g_autoptr (JlValues) values = jl_values_new ();

  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autofree char *second = g_strdup_printf ("# a comment\n%s\n", faulty[i]);

      assert_refused (values, second, "line 2");
    }
}

static void
test_must (void)
{
  g_autoptr (JlValues) values = jl_values_new ();

  assert_refused (values, "{n_assessed:count}个", "考核对象数");
  assert_refused (values, "[[each u in criticised]]{u.name}[[end]]", "拟通报批评的考核对象");
  assert_refused (values, "{criticised:names 1}", "拟通报批评的考核对象");
}

/* The spans of a paragraph quote exactly the values, after numbering too. */
static void
test_bounds (void)
{
  g_autoptr (JlValues) values = jl_values_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JlDraft) draft = NULL;
  const JlDraftPart *part;

  jl_sample_number (values, "prov.fitted", "100000000");
  jl_sample_number (values, "n_assessed", "49");
  draft = draft_of ("（三）甲。占{prov.share:pct}%。有{prov.fitted:area}万和{n_assessed:count}个。", values, &error);
  g_assert_no_error (error);
  jl_draft_number (draft);
  part = g_ptr_array_index (draft->parts, 0);
  g_assert_cmpstr (part->paragraph->text, ==, "（一）甲。有100万和49个。");
  g_assert_cmpuint (part->paragraph->lead, ==, strlen ("（一）甲。"));
  g_assert_cmpuint (part->paragraph->bounds->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const JlBound   *bound = g_ptr_array_index (part->paragraph->bounds, i);
      g_autofree char *quoted = g_strndup (part->paragraph->text + bound->start, bound->end - bound->start);

      g_assert_cmpstr (quoted, ==, i == 0 ? "100" : "49");
      g_assert_cmpstr (bound->name, ==, i == 0 ? "prov.fitted" : "n_assessed");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/template/formats", test_formats);
  g_test_add_func ("/draw/template/row-formats", test_row_formats);
  g_test_add_func ("/draw/template/names", test_names);
  g_test_add_func ("/draw/template/conditions", test_conditions);
  g_test_add_func ("/draw/template/loops", test_loops);
  g_test_add_func ("/draw/template/reasons", test_reasons);
  g_test_add_func ("/draw/template/drops", test_drops);
  g_test_add_func ("/draw/template/drop-reason", test_drop_reason);
  g_test_add_func ("/draw/template/renumbering", test_renumbering);
  g_test_add_func ("/draw/template/many-numbers", test_many_numbers);
  g_test_add_func ("/draw/template/trends", test_trends);
  g_test_add_func ("/draw/template/refused", test_refused);
  g_test_add_func ("/draw/template/must", test_must);
  g_test_add_func ("/draw/template/bounds", test_bounds);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

#include "jl-sample-year.h"

static const char *const counties[] = { "榆树市", "德惠市", "农安县", "蛟河市", "桦甸市", "舒兰市", "磐石市", "永吉县", "公主岭市", "双辽市",
                                        "梨树县", "伊通满族自治县", "东丰县", "东辽县", "梅河口市", "集安市", "通化县", "辉南县",
                                        "柳河县", "临江市", "抚松县", "靖宇县", "长白朝鲜族自治县", "前郭尔罗斯蒙古族自治县" };

static const struct
{
  const char *name, *words, *number, *den, *day;
} scalars[] = {
  { "recipients", "各市（州）人民政府，长白山管委会，各县（市）人民政府，省政府各厅委办、各直属机构", NULL, NULL, NULL },
  { "issuer.name", "吉林省城镇供热体制改革领导小组", NULL, NULL, NULL },
  { "issue.date", NULL, NULL, NULL, "2013-06-24" },
  { "frozen.date", NULL, NULL, NULL, "2013-06-20" },
  { "scheme.title", "《供热计量改革工作年度考核评分表》", NULL, NULL, NULL },
  { "season.name", "2012—2013年采暖期", NULL, NULL, NULL },
  { "denominator.name", "集中供热总面积", NULL, NULL, NULL },
  { "cutoff.task", NULL, NULL, NULL, "2012-12-31" },
  { "cutoff.billing", NULL, NULL, NULL, "2013-04-30" },
  { "n_assessed", NULL, "49", NULL, NULL },
  { "n_qualified", NULL, "38", NULL, NULL },
  { "report.to", "省城镇供热体制改革领导小组办公室", NULL, NULL, NULL },
  { "plan.deadline", NULL, NULL, NULL, "2013-07-31" },
  { "report.deadline", NULL, NULL, NULL, "2013-10-15" },
  { "copy.recipients", "省委办公厅，省人大常委会办公厅，省政协办公厅，省物价局，省财政厅，省质量技术监督局", NULL, NULL, NULL },
  { "print.organ", "省城镇供热体制改革领导小组办公室", NULL, NULL, NULL },
  { "print.date", NULL, NULL, NULL, "2013-06-24" },
  { "decision.by", "省政府", NULL, NULL, NULL },
  { "criticised.kind_words", "市、县", NULL, NULL, NULL },
  { "barred.awards", "国家园林城市、中国人居环境奖和联合国人居奖", NULL, NULL, NULL },
  { "checker", "省城镇供热体制改革领导小组", NULL, NULL, NULL },
  { "month_from", "2012年12月", NULL, NULL, NULL },
  { "month_to", "2013年5月", NULL, NULL, NULL },
  { "prov.metered_trend", "稳步增加", "159700000", NULL, NULL },
  { "prov.fitted", NULL, "1164135000", NULL, NULL },
  { "prov.metered", NULL, "1054955000", NULL, NULL },
  { "prov.metered_res", NULL, "977715000", NULL, NULL },
  { "prov.metered_pub", NULL, "77240000", NULL, NULL },
  { "prov.share", NULL, "977715000", "4394200000", NULL },
  { "prov.share_change", NULL, "3.1834", NULL, NULL },
  { "prov.n_pass", NULL, "14", NULL, NULL },
  { "prov.n_priced_pref", NULL, "8", NULL, NULL },
  { "prov.n_priced_county", NULL, "37", NULL, NULL },
  { "new.trend", "得到加强", "1.27", NULL, NULL },
  { "prov.new.total", NULL, "231840000", NULL, NULL },
  { "prov.new.fitted", NULL, "216678000", NULL, NULL },
  { "prov.new.rate", NULL, "216678000", "231840000", NULL },
  { "retrofit.trend", "进展不平衡", "-4.1", NULL, NULL },
  { "prov.public.done", NULL, "174209000", NULL, NULL },
  { "prov.public.rate", NULL, "174209000", "221528000", NULL },
  { "prov.exist.done", NULL, "302450000", NULL, NULL },
  { "prov.exist.rate", NULL, "302450000", "611200000", NULL },
  { "prov.nonsaving.done", NULL, "96320000", NULL, NULL },
  { "prov.fitted_unbilled", NULL, "109175000", NULL, NULL },
  { "prov.fitted_unbilled_share", NULL, "109175000", "1164135000", NULL },
};

static const struct
{
  const char *list, *names;
} lists[] = {
  { "barred", "白山市 白城市 公主岭市" },
  { "pass_top", "梅河口市 通化市 吉林市" },
  { "new_full", "长春市 吉林市 辽源市 通化市 松原市" },
  { "below", "长春市 四平市 白山市 松原市 白城市 榆树市 德惠市 农安县 蛟河市 桦甸市" },
  { "falling", "白山市 公主岭市" },
  { "unbilled_top", "长春市 四平市 白城市" },
  { "new_low", "白山市 白城市 靖宇县" },
  { "behind", "四平市 白山市 白城市 公主岭市" },
  { "unreported", "靖宇县 长白朝鲜族自治县" },
};

void
jl_sample_number (JlValues *values, const char *name, const char *number)
{
  jl_values_add (values, NULL, 0, name, &(JlValue){ .number = number });
}

void
jl_sample_share (JlValues *values, const char *name, const char *number, const char *den)
{
  jl_values_add (values, NULL, 0, name, &(JlValue){ .number = number, .den = den });
}

void
jl_sample_day (JlValues *values, const char *name, const char *day)
{
  jl_values_add (values, NULL, 0, name, &(JlValue){ .day = day });
}

void
jl_sample_names (JlValues *values, const char *list, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    jl_values_add (values, list, i + 1, "name", &(JlValue){ .words = parts[i] });
}

void
jl_sample_row (JlValues *values, const char *list, guint ordinal, const char *name, JlValue value)
{
  jl_values_add (values, list, ordinal, name, &value);
}

static void
add_criticised (JlValues *values, guint n, const char *name, const char *kind, const char *score)
{
  jl_sample_row (values, "criticised", n, "name", (JlValue){ .words = name });
  jl_sample_row (values, "criticised", n, "kind", (JlValue){ .words = kind });
  jl_sample_row (values, "criticised", n, "score", (JlValue){ .number = score });
  jl_sample_row (values, "criticised", n, "grade", (JlValue){ .words = "不合格" });
}

/* 24.996 %: under the line, and printed as such. */
static void
add_share_reason (JlValues *values, guint n, const char *metered, const char *heated)
{
  jl_sample_row (values, "criticised", n, "reason.share", (JlValue){ 0 });
  jl_sample_row (values, "criticised", n, "metered_res", (JlValue){ .number = metered });
  jl_sample_row (values, "criticised", n, "heated", (JlValue){ .number = heated });
  jl_sample_row (values, "criticised", n, "share", (JlValue){ .number = metered, .den = heated });
}

static void
add_reasons (JlValues *values)
{
  add_share_reason (values, 1, "312108000", "1248630000");
  jl_sample_row (values, "criticised", 1, "reason.falling", (JlValue){ 0 });
  jl_sample_row (values, "criticised", 1, "share_change", (JlValue){ .number = "-0.8812" });
  jl_sample_row (values, "criticised", 1, "reason.price_none", (JlValue){ .number = "0" });
  jl_sample_row (values, "criticised", 1, "price.late", (JlValue){ .number = "798" });
  add_share_reason (values, 2, "30900000", "211375000");
  jl_sample_row (values, "criticised", 2, "reason.new", (JlValue){ 0 });
  jl_sample_row (values, "criticised", 2, "new.total", (JlValue){ .number = "10310000" });
  jl_sample_row (values, "criticised", 2, "new.unfitted", (JlValue){ .number = "3120000" });
  jl_sample_row (values, "criticised", 2, "new.rate", (JlValue){ .number = "7190000", .den = "10310000" });
  jl_sample_row (values, "criticised", 2, "reason.exist", (JlValue){ 0 });
  jl_sample_row (values, "criticised", 2, "exist.done", (JlValue){ .number = "12045000" });
  jl_sample_row (values, "criticised", 2, "exist.rate", (JlValue){ .number = "12045000", .den = "41700000" });
  jl_sample_row (values, "criticised", 2, "exist.gap", (JlValue){ .number = "11.115" });
  jl_sample_row (values, "criticised", 3, "reason.return", (JlValue){ 0 });
  jl_sample_row (values, "criticised", 3, "return.missing", (JlValue){ .words = "计量收费报表" });
  jl_sample_row (values, "criticised", 3, "return.reminders", (JlValue){ .number = "2" });
}

JlValues *
jl_sample_values (void)
{
  JlValues *values = jl_values_new ();

  for (guint i = 0; i < G_N_ELEMENTS (scalars); i++)
    {
      const JlValue value = { scalars[i].number, scalars[i].den, scalars[i].day, scalars[i].words, NULL };

      jl_values_add (values, NULL, 0, scalars[i].name, &value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    jl_sample_names (values, lists[i].list, lists[i].names);
  add_criticised (values, 1, "白山市", "市", "48.2133");
  add_criticised (values, 2, "白城市", "市", "57.1");
  add_criticised (values, 3, "靖宇县", "县", "41.005");
  add_reasons (values);
  return values;
}

/* ---- annexes */

static JlAnnexTable *
results (gboolean county)
{
  static const char *const columns[] = { "位次", "考核对象", "考核得分", "等次", "住宅计量收费面积占比（%）" };
  static const char *const cities[] = { "通化市", "吉林市", "辽源市", "长春市", "松原市", "四平市", "白城市", "白山市" };
  const double             widths[] = { 0.12, 0.3, 0.18, 0.15, 0.25 };
  const JlAlign            aligns[] = { JL_ALIGN_CENTER, JL_ALIGN_LEFT, JL_ALIGN_RIGHT, JL_ALIGN_CENTER, JL_ALIGN_RIGHT };
  JlAnnexTable            *table = jl_annex_table_new (columns, widths, aligns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < (county ? G_N_ELEMENTS (counties) : G_N_ELEMENTS (cities)); i++)
    {
      g_autofree char *rank = g_strdup_printf (i == 2 ? "并列%u" : "%u", i == 2 ? 2 : i + 1);
      g_autofree char *score = g_strdup_printf ("%u.%02u", 93 - 2 * i, (i * 37) % 100);
      g_autofree char *share = g_strdup_printf ("%u.%02u", 36 - i, (i * 53) % 100);
      const char      *cells[] = { rank, county ? counties[i] : cities[i], score, i < 2 ? "优秀" : i < 12 ? "良好"
                                                                                                          : "合格",
                                   share };

      jl_annex_table_add_row (table, cells);
    }
  if (!county)
    jl_annex_table_add_note (table, "注：长白山管委会单列，不参加排名。");
  return table;
}

static JlAnnexTable *
overview (void)
{
  static const char *const columns[] = { "序号", "考核对象", "集中供热面积（万㎡）", "其中：住宅（万㎡）", "住宅供热计量收费面积（万㎡）",
                                         "住宅计量收费面积占比（%）", "装置安装面积（万㎡）", "已安装未计量收费面积（万㎡）",
                                         "同步安装率（%）", "公共建筑改造完成率（%）", "既有居住建筑改造完成率（%）" };
  const double             widths[] = { 0.05, 0.16, 0.09, 0.09, 0.09, 0.09, 0.09, 0.09, 0.08, 0.08, 0.09 };
  JlAlign                  aligns[G_N_ELEMENTS (columns)] = { JL_ALIGN_CENTER, JL_ALIGN_LEFT };
  JlAnnexTable            *table;

  for (guint i = 2; i < G_N_ELEMENTS (columns); i++)
    aligns[i] = JL_ALIGN_RIGHT;
  table = jl_annex_table_new (columns, widths, aligns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (counties); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char      *cells[] = { number, counties[i], "12486.30", "9711.02", "3121.08", "24.996", "4012.55", "891.47", "93.46", i == 3 ? "—" : "78.64", "未报" };

      jl_annex_table_add_row (table, cells);
    }
  return table;
}

static JlAnnexTable *
problems (void)
{
  static const char *const columns[] = { "序号", "考核对象", "考核得分", "住宅计量收费面积占比（%）", "主要问题" };
  static const char *const rows[][5] = {
    { "1", "白山市", "48.21", "24.996", "住宅供热计量收费面积占比低于25%的要求；未出台供热计量价格及收费政策，超过规定时限798天。" },
    { "2", "白城市", "57.10", "14.62", "住宅供热计量收费面积占比低于25%的要求；新竣工建筑未同步安装供热计量装置；既有居住建筑改造落后序时进度。" },
    { "3", "靖宇县", "41.01", "未报", "未按规定报送计量收费报表。" },
  };
  const double  widths[] = { 0.08, 0.14, 0.13, 0.2, 0.45 };
  const JlAlign aligns[] = { JL_ALIGN_CENTER, JL_ALIGN_LEFT, JL_ALIGN_RIGHT, JL_ALIGN_RIGHT, JL_ALIGN_LEFT };
  JlAnnexTable *table = jl_annex_table_new (columns, widths, aligns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    jl_annex_table_add_row (table, rows[i]);
  return table;
}

static JlAnnexTable *
barred (void)
{
  static const char *const columns[] = { "序号", "考核对象", "不得申报的奖项和称号", "依据" };
  static const char *const rows[][4] = {
    { "1", "白山市", "国家园林城市、中国人居环境奖和联合国人居奖", "五（二）3" },
    { "2", "白城市", "国家园林城市、中国人居环境奖和联合国人居奖", "五（二）3" },
    { "3", "公主岭市", "国家园林城市、中国人居环境奖和联合国人居奖", "五（二）3" },
  };
  const double  widths[] = { 0.1, 0.2, 0.5, 0.2 };
  const JlAlign aligns[] = { JL_ALIGN_CENTER, JL_ALIGN_LEFT, JL_ALIGN_LEFT, JL_ALIGN_CENTER };
  JlAnnexTable *table = jl_annex_table_new (columns, widths, aligns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    jl_annex_table_add_row (table, rows[i]);
  return table;
}

GPtrArray *
jl_sample_tables (JlCircularKind kind)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_annex_table_free);

  if (kind == JL_CIRCULAR_SITUATION)
    {
      g_ptr_array_add (tables, results (FALSE));
      g_ptr_array_add (tables, results (TRUE));
      g_ptr_array_add (tables, overview ());
      return tables;
    }
  g_ptr_array_add (tables, problems ());
  g_ptr_array_add (tables, barred ());
  return tables;
}

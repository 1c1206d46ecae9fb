/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What an import takes for a person's: heads of columns, mobile numbers, identity numbers. All numbers are made up. */

#include "jl-personal.h"

static void
test_heads (void)
{
  static const char *const personal[] = { "姓名", "姓　名", "户主姓名", "联系人", "业主", "联系电话", "手　机", "身份证号", "证件号码", "Phone", "ID Card", NULL };
  static const char *const others[] = { "名称", "建筑名称", "供热单位", "单位编号", "文号", "面积", "备注", "", NULL };

  for (gsize i = 0; personal[i] != NULL; i++)
    {
      g_test_message ("%s", personal[i]);
      g_assert_true (jl_personal_is_head (personal[i]));
    }
  for (gsize i = 0; others[i] != NULL; i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (jl_personal_is_head (others[i]));
    }
}

static void
test_cells (void)
{
  static const struct
  {
    const char *cell;
    const char *found;
  } cases[] = {
    { "13800000000", "a mobile number" },
    { "电话：19900000001", "a mobile number" },
    { "１３８００００００００", "a mobile number" },
    { "12800000000", NULL },
    { "138000000000", NULL },
    { "11010519491231002X", "an identity number" },
    { "11010519491231002x", "an identity number" },
    { "户主 440524188001010014", "an identity number" },
    { "110105194912310021", NULL },
    { "110105194913310020", NULL },
    { "110105491231002", "an identity number" },
    { "110105491331002", NULL },
    { "990105491231002", NULL },
    { "220102-00001", NULL },
    { "吉政发〔2010〕20号", NULL },
    { "0431-80000000", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].cell);
      g_assert_cmpstr (jl_personal_find (cases[i].cell), ==, cases[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/personal/heads", test_heads);
  g_test_add_func ("/unit/personal/cells", test_cells);
  return g_test_run ();
}

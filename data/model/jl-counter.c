/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Chinese counts each kind of thing with a word of its own. */

#include "jl-register.h"

#include <glib/gi18n-lib.h>

#include "jl-quantity.h"

/* Translators: a number with separators and what is counted */
static const char *
format_of (JlCounter self, gulong n)
{
  switch (self)
    {
    case JL_COUNTER_RECORD:
      return ngettext ("%s record", "%s records", n);
    case JL_COUNTER_BUILDING:
      return ngettext ("%s building", "%s buildings", n);
    case JL_COUNTER_COMPANY:
      return ngettext ("%s body", "%s bodies", n);
    case JL_COUNTER_ITEM:
      return ngettext ("%s item", "%s items", n);
    case JL_COUNTER_DOCUMENT:
      return ngettext ("%s document", "%s documents", n);
    case JL_COUNTER_PAPER:
      return ngettext ("%s paper", "%s papers", n);
    case JL_COUNTER_OCCASION:
      return ngettext ("%s occasion", "%s occasions", n);
    case JL_COUNTER_CASE:
      return ngettext ("%s case", "%s cases", n);
    case JL_COUNTER_PRODUCT:
      return ngettext ("%s product", "%s products", n);
    case JL_COUNTER_BATCH:
      return ngettext ("%s batch", "%s batches", n);
    case JL_COUNTER_SUM:
      return ngettext ("%s sum of money", "%s sums of money", n);
    case JL_COUNTER_ACCOUNT:
      return ngettext ("%s account", "%s accounts", n);
    case JL_COUNTER_PLANT:
      return ngettext ("%s plant", "%s plants", n);
    }
  return "%s";
}

/**
 * jl_counter_text:
 * @self: what is counted
 * @n: how many
 *
 * Returns: (transfer full): the number with its counting word
 */
char *
jl_counter_text (JlCounter self, gint64 n)
{
  g_autofree char *number = jl_format_count (n, JL_NUMBER_SCREEN);
  GString         *text = g_string_new (format_of (self, (gulong) n));

  g_string_replace (text, "%s", number, 1);
  return g_string_free (text, FALSE);
}

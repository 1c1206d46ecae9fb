/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pages that exist. */

#include "jl-page-table.h"

#include <glib/gi18n.h>

#include "jl-overview-page.h"

/* clang-format off */
const JlPageKind jl_page_kinds[] = {
  { "overview", N_("Overview"), N_("Overview"), 0, jl_overview_page_new, NULL },
  { NULL },
};
/* clang-format on */

const JlPageKind *
jl_page_kind_find (const char *name)
{
  for (const JlPageKind *kind = jl_page_kinds; kind->name; kind++)
    {
      if (g_str_equal (kind->name, name))
        return kind;
    }
  return NULL;
}

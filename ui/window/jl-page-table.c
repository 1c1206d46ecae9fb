/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pages that exist. */

#include "jl-page-table.h"

#include <glib/gi18n.h>

#include "jl-assessment-page.h"
#include "jl-circular-page.h"
#include "jl-city-page.h"
#include "jl-clauses-page.h"
#include "jl-findings-page.h"
#include "jl-overview-page.h"
#include "jl-register-page.h"

/* clang-format off */
const JlPageKind jl_page_kinds[] = {
  { "overview", N_("Overview"), N_("Overview"), 0, jl_overview_page_new, NULL },
  { "city", N_("Unit"), N_("Unit"), 0, jl_city_page_new, NULL },
  { "clauses", N_("Figures of the clauses"), N_("Figures of the clauses"), 0, jl_clauses_page_new, NULL },
  { "registers", N_("Registers"), N_("Registers"), 1, jl_register_page_new, jl_register_page_open },
  { "findings", N_("List of findings"), N_("List of findings"), 1, jl_findings_page_new, jl_findings_page_open, "finding", jl_findings_page_count },
  { "assessment", N_("Assessment"), N_("Assessment"), 2, jl_assessment_page_new, NULL },
  { "circular", N_("Circulars"), N_("Circulars"), 2, jl_circular_page_new, NULL },
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

const JlPageKind *
jl_page_kind_for_register (const char *reg)
{
  const JlPageKind *found = NULL;

  for (const JlPageKind *kind = jl_page_kinds; kind->name; kind++)
    {
      if (kind->open_register && (kind->reg ? g_str_equal (kind->reg, reg) : found == NULL))
        found = kind;
    }
  return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Names of seasons and dates on paper. */

#include "jl-season.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

char *
jl_season_name (int year)
{
  /* Translators: a heating season is named by the years of its autumn and its spring */
  return g_strdup_printf (_ ("Season %d–%d"), year, year + 1);
}

/* Circulars are Chinese whatever the language of the screen, hence no gettext. Months and days
 * carry no leading zero (GB/T 9704-2012). */
char *
jl_date_paper (const char *iso)
{
  guint year, month, day;
  int   length = 0;

  if (iso == NULL || sscanf (iso, "%4u-%2u-%2u%n", &year, &month, &day, &length) != 3)
    return NULL;
  if (iso[length] != '\0' || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%u年%u月%u日", year, month, day);
}

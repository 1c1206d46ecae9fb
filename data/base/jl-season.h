/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Years, seasons and dates as officials write them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 2012 → "2012—2013年采暖期" (Chinese) or "Season 2012–2013", by the locale of messages. */
char *jl_season_name (int year);

/* ISO date text of the server ("2012-12-31") → "2012年12月31日"; NULL if it is no date. */
char *jl_date_paper (const char *iso);

/* "2012-12-31", "2012/12/31", "2012.12.31" or "2012年12月31日", digits of either width → ISO date text; JL_ERROR_INVALID says what to
 * write instead. (out) (transfer full) */
gboolean jl_parse_date (const char *typed, char **iso, GError **error);

G_END_DECLS

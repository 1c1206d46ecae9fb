/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* How a field behaves, in one word, so that a description can be read as a table. For the files of descriptions only. */

#pragma once

#include "jl-register.h"

#define PLAIN JL_FIELD_PLAIN
#define MUST JL_FIELD_REQUIRED
#define MADE JL_FIELD_DERIVED
#define LISTED JL_FIELD_LISTED
#define SEARCHED (JL_FIELD_SEARCHABLE | JL_FIELD_LISTED)
#define FILTERED (JL_FIELD_FILTER | JL_FIELD_LISTED)
#define SUMMED (JL_FIELD_TOTAL | JL_FIELD_LISTED)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where each unit of a group stands in the four tasks: mark, word and value; a row opens the unit.
 */

#pragma once

#include <adwaita.h>

#include "jl-figure.h"

G_BEGIN_DECLS

#define JL_TYPE_TASK_MATRIX (jl_task_matrix_get_type ())
G_DECLARE_FINAL_TYPE (JlTaskMatrix, jl_task_matrix, JL, TASK_MATRIX, AdwBin)

/* cutoff: the day as of which tasks are judged, as text. Copies what it shows. */
void jl_task_matrix_fill (JlTaskMatrix    *self,
                          const JlFigures *figures,
                          const char      *grp,
                          const char      *cutoff);

G_END_DECLS

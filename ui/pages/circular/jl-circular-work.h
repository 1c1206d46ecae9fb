/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the circular page asks a worker for: a circular with what stands about it on the page, or a
 * file. */

#pragma once

#include "jl-circular.h"
#include "jl-pool.h"

G_BEGIN_DECLS

/* One kind of circular of one year. */
typedef struct
{
  int            year;
  JlCircularKind kind;
  char          *path; /* (nullable): the PDF to write */
} JlCircularJob;

JlCircularJob *jl_circular_job_new (int year, JlCircularKind kind, char *path);
void           jl_circular_job_free (JlCircularJob *self);

/**
 * JlCircularProduct:
 * @circular: (nullable): none when the year is not frozen or the text cannot be drafted
 * @frozen: whether the year is frozen
 * @why_not: (nullable): why it cannot be drafted
 * @organ: (nullable): who issues it
 * @frozen_on: (nullable): ISO date
 * @denominator: (nullable): what shares are of
 */
typedef struct
{
  JlCircular *circular;
  gboolean    frozen;
  char       *why_not;
  char       *organ;
  char       *frozen_on;
  char       *denominator;
} JlCircularProduct;

void jl_circular_product_free (JlCircularProduct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlCircularProduct, jl_circular_product_free)

/* JlWorkFunc with a JlCircularJob; returns a JlCircularProduct. */
gpointer jl_circular_load_work (JlSession *session, gpointer job, GError **error);
/* JlWorkFunc; writes the PDF and returns its path. */
gpointer jl_circular_export_work (JlSession *session, gpointer job, GError **error);

G_END_DECLS

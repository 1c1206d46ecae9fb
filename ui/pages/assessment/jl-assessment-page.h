/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 年度考核: who stands where, what is proposed, and the steps to the freeze by two people. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_ASSESSMENT_PAGE (jl_assessment_page_get_type ())
G_DECLARE_FINAL_TYPE (JlAssessmentPage, jl_assessment_page, JL, ASSESSMENT_PAGE, JlPage)

GtkWidget *jl_assessment_page_new (void);

G_END_DECLS

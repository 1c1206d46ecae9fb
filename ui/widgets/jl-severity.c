/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Severities as marks. Words and marks are those of the description of the list. */

#include "jl-severity.h"

#include "jl-finding.h"
#include "jl-register.h"

JlProgress
jl_severity_mark (const char *severity)
{
  const JlField *field = jl_register_field (jl_register_find ("finding"), "severity");

  return jl_progress_from_code (jl_field_mark (field, severity));
}

void
jl_severity_show (JlStateMark *mark, const char *severity)
{
  jl_state_mark_set (mark, jl_severity_mark (severity), jl_finding_severity_word (severity));
}

GtkWidget *
jl_severity_bare_new (const char *severity)
{
  GtkWidget *mark = jl_state_mark_new ();

  jl_state_mark_set_bare (JL_STATE_MARK (mark), jl_severity_mark (severity), jl_finding_severity_word (severity));
  return mark;
}

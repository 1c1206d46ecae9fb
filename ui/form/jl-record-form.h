/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The form of a register: a row for each field that a person may type, in the order of its description. */

#pragma once

#include <gtk/gtk.h>

#include "jl-form-value.h"
#include "jl-link.h"

G_BEGIN_DECLS

#define JL_TYPE_RECORD_FORM (jl_record_form_get_type ())
G_DECLARE_FINAL_TYPE (JlRecordForm, jl_record_form, JL, RECORD_FORM, GtkBox)

GtkWidget *jl_record_form_new (void);

/* Rows for reg. units: where this official keeps records (unit_id, code, name, parent); link (nullable): where references are
 * searched; record (nullable): the row whose values stand there, NULL for a record to be made. */
void jl_record_form_start (JlRecordForm     *self,
                           const JlRegister *reg,
                           const JlResult   *units,
                           JlLink           *link,
                           const JlResult   *record);
/* Of a record that is there only these fields, each in commas (",reviewed_on,sent_back_on,"), are to be changed; NULL: all. */
void jl_record_form_allow (JlRecordForm *self, const char *fields);
/* A value that stands in a record to be made before a person types; a field that the form does not have is passed over. */
void jl_record_form_set_default (JlRecordForm *self, const char *field, const char *raw, const char *label);

/* Whether a person has changed anything. */
gboolean jl_record_form_is_changed (JlRecordForm *self);
/* Checks all rows, says under each what is wrong, and goes to the first of them. */
gboolean jl_record_form_validate (JlRecordForm *self);
/* What is to be written: of a record what has been changed, of one to be made all there is. Of #JlFormValue. (transfer full) */
GPtrArray *jl_record_form_get_values (JlRecordForm *self);
/* Says under a field what the database found wrong, and goes there; FALSE: there is no such row. */
gboolean jl_record_form_show_error (JlRecordForm *self, const char *field, const char *sentence);
void     jl_record_form_focus (JlRecordForm *self);

/* Signals: "changed" (a person changed something), "finished" (Enter was pressed in the last row). */

G_END_DECLS

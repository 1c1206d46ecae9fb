/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the files of the pane share: reading and modes (jl-record-pane.c), writing, earlier versions, leaving. Tests use it to give the
 * pane answers of their own. */

#pragma once

#include "jl-record-form.h"
#include "jl-record-pane.h"
#include "jl-record-reading.h"
#include "jl-record-work.h"

G_BEGIN_DECLS

typedef enum
{
  JL_RECORD_MODE_NOTHING,
  JL_RECORD_MODE_READING,
  JL_RECORD_MODE_LOOKING_BACK, /* at an earlier version */
  JL_RECORD_MODE_EDITING,
  JL_RECORD_MODE_MAKING, /* a record that is not there yet */
} JlRecordMode;

struct _JlRecordPane
{
  GtkBox parent_instance;

  JlLink          *link; /* (nullable) */
  JlRecordMode     mode;
  JlRecordJob      shown;     /* the record beside the list: reg, id, year */
  JlRecordJob      form_of;   /* what the form is for; of JL_RECORD_MODE_MAKING it may be a record below the one shown */
  int              unit_id;   /* of the page */
  JlRecordDetails *details;   /* (nullable): on show: of the record shown, but for one that is coming */
  gboolean         coming;    /* the record shown is still being read, and another is on show */
  GCancellable    *loading;   /* (nullable) */
  gboolean         writing;   /* the form, or a deletion, waits for the database */
  GtkWidget       *focus;     /* (nullable) (weak): had the focus before the form began to wait */
  GTask           *departure; /* (nullable): somebody waits until nothing is unsaved or being written */

  GtkLabel        *name;
  GtkLabel        *subtitle;
  GtkWidget       *edit;
  GtkWidget       *more;
  GtkWidget       *notice;
  GtkLabel        *notice_text;
  GtkWidget       *notice_back;
  GtkStack        *stack;
  JlRecordReading *reading;
  JlRecordForm    *form;
  GtkLabel        *problem;
  GtkWidget       *save;
};

/* What a person is asked about: the record and version then on show, whatever has come meanwhile when the answer does. */
typedef struct
{
  JlRecordPane *pane;
  JlRecordJob   job;
} JlRecordAsked;

JlRecordAsked *jl_record_asked_new (JlRecordPane *self);
void           jl_record_asked_free (JlRecordAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlRecordAsked, jl_record_asked_free)

gboolean   jl_record_pane_has_form (JlRecordPane *self);
gboolean   jl_record_pane_is_gone (JlRecordPane *self);   /* what is heard of later has nowhere to be shown */
gboolean   jl_record_pane_may_write (JlRecordPane *self); /* whether the form can be saved now */
void       jl_record_pane_update_actions (JlRecordPane *self);
void       jl_record_pane_set_mode (JlRecordPane *self, JlRecordMode mode);
void       jl_record_pane_set_notice (JlRecordPane *self, const char *text);  /* NULL: none */
void       jl_record_pane_set_problem (JlRecordPane *self, const char *text); /* NULL: none */
void       jl_record_pane_report (JlRecordPane *self, const char *what, const GError *error);
void       jl_record_pane_say (JlRecordPane *self, const char *text);
GtkWindow *jl_record_pane_get_window (JlRecordPane *self); /* (nullable) */

void jl_record_pane_load (JlRecordPane *self, const JlRecordJob *wish);
void jl_record_pane_reload (JlRecordPane *self);
void jl_record_pane_stop_loading (JlRecordPane *self);
void jl_record_pane_show_head (JlRecordPane *self, const JlResult *record);
void jl_record_pane_show_reading (JlRecordPane *self);
void jl_record_pane_stop_form (JlRecordPane *self);

void jl_record_pane_save (JlRecordPane *self);
void jl_record_pane_restore (JlRecordPane *self, const JlRecordJob *job);
void jl_record_pane_delete_action (GtkWidget *widget, const char *name, GVariant *parameter);

void jl_record_pane_show_version_action (GtkWidget *widget, const char *name, GVariant *parameter);
void jl_record_pane_show_present_action (GtkWidget *widget, const char *name, GVariant *parameter);
void jl_record_pane_restore_version_action (GtkWidget *widget, const char *name, GVariant *parameter);

void jl_record_pane_answer_departure (JlRecordPane *self, gboolean free);
void jl_record_pane_left_form_cb (GObject *source, GAsyncResult *result, gpointer user_data);
void jl_record_pane_left_pane_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* Takes details: those of the record, or of the form, that was asked for last. */
void jl_record_pane_show (JlRecordPane *self, JlRecordDetails *details);
/* Another has saved the record meanwhile. */
void jl_record_pane_meet (JlRecordPane *self, const JlRecordOutcome *outcome);

G_END_DECLS

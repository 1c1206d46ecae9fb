/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The database does the work: it checks rights and versions, keeps history and audit, and raises what is wrong. Here stand only its
 * calls. */

#include "jl-register-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-plain-text.h"

#define MAX_PAPER (20u * 1024 * 1024)

static const JlStatement save = { "record-save", "select id, version from jl_api.record_save($1, $2::bigint, $3::int, $4::jsonb)", 4 };
static const JlStatement delete = { "record-delete", "select jl_api.record_delete($1, $2::bigint, $3::int)", 3 };
static const JlStatement restore = { "record-restore", "select id, version from jl_api.record_restore($1, $2::bigint, $3::int, $4::int)", 4 };
static const JlStatement versions = { "record-versions", "select * from jl_api.record_versions($1, $2::bigint) order by version desc", 2 };
static const JlStatement history = { "record-history", "select * from jl_api.record_history($1, $2::bigint)", 2 };
static const JlStatement pick = { "record-pick", "select * from jl_api.record_pick($1, $2, $3::int, $4::int)", 4 };
static const JlStatement rights = { "register-rights", "select * from jl_api.register_rights()", 0 };
static const JlStatement papers = { "attachments", "select * from jl_api.attachments($1, $2::bigint)", 2 };
static const JlStatement paper_add = { "attachment-add", "select jl_api.attachment_add($1, $2::bigint, $3, $4, $5::bytea)", 5 };
static const JlStatement paper_remove = { "attachment-remove", "select jl_api.attachment_remove($1::int)", 1 };
static const JlStatement paper_content = { "attachment-content", "select jl_api.attachment_content($1::int) as content", 1 };

/* Whole numbers as parameters. */
typedef char Number[24];

static const char *
number (Number text, gint64 value)
{
  g_snprintf (text, sizeof (Number), "%" G_GINT64_FORMAT, value);
  return text;
}

static gboolean
was_done (JlResult *result)
{
  if (result != NULL)
    jl_result_unref (result);
  return result != NULL;
}

static JlResult *
ask_about_record (JlSession *session, const JlStatement *statement, const JlRegister *reg, gint64 id, GError **error)
{
  Number            text;
  const char *const params[] = { reg->name, number (text, id) };

  return jl_session_query (session, statement, params, error);
}

/**
 * jl_register_load_record:
 * @session: a session
 * @reg: a register
 * @id: of the record
 * @error: return location
 *
 * Returns: (transfer full): its row, or none
 */
JlResult *
jl_register_load_record (JlSession *session, const JlRegister *reg, gint64 id, GError **error)
{
  g_autofree char  *sql = g_strdup_printf ("select * from jl_api.%s_list where id = $1::bigint", reg->name);
  Number            text;
  const char *const params[] = { number (text, id) };

  return jl_session_query_text (session, sql, 1, params, error);
}

/* The server reads each value by the type of its column, so that all may travel as texts. */
static char *
values_as_json (const JlFieldValue *values, guint n)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (json, "%s\"%s\":", i > 0 ? "," : "", values[i].field->name);
      jl_append_json_text (json, values[i].raw);
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/**
 * jl_register_save_record:
 * @session: a session
 * @reg: a register
 * @id: of the record; 0: a new one
 * @version: the version that was read; 0 for a new record
 * @values: (array length=n): what is written
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full): id, version
 */
JlResult *
jl_register_save_record (JlSession          *session,
                         const JlRegister   *reg,
                         gint64              id,
                         int                 version,
                         const JlFieldValue *values,
                         guint               n,
                         GError            **error)
{
  g_autofree char  *json = values_as_json (values, n);
  Number            id_text;
  Number            version_text;
  const char *const params[] = {
    reg->name, id > 0 ? number (id_text, id) : NULL, id > 0 ? number (version_text, version) : NULL, json
  };

  return jl_session_query (session, &save, params, error);
}

gboolean
jl_register_delete_record (JlSession *session, const JlRegister *reg, gint64 id, int version, GError **error)
{
  Number            id_text;
  Number            version_text;
  const char *const params[] = { reg->name, number (id_text, id), number (version_text, version) };

  return was_done (jl_session_query (session, &delete, params, error));
}

JlResult *
jl_register_restore_record (JlSession *session, const JlRegister *reg, gint64 id, int of_version, int version, GError **error)
{
  Number            id_text;
  Number            of_text;
  Number            version_text;
  const char *const params[] = { reg->name, number (id_text, id), number (of_text, of_version), number (version_text, version) };

  return jl_session_query (session, &restore, params, error);
}

JlResult *
jl_register_versions (JlSession *session, const JlRegister *reg, gint64 id, GError **error)
{
  return ask_about_record (session, &versions, reg, id, error);
}

JlResult *
jl_register_history (JlSession *session, const JlRegister *reg, gint64 id, GError **error)
{
  return ask_about_record (session, &history, reg, id, error);
}

JlResult *
jl_register_pick (JlSession *session, const JlRegister *reg, const char *text, int unit_id, int limit, GError **error)
{
  Number            unit_text;
  Number            limit_text;
  const char *const params[] = { reg->name, text, unit_id > 0 ? number (unit_text, unit_id) : NULL, number (limit_text, limit) };

  return jl_session_query (session, &pick, params, error);
}

JlResult *
jl_registers_rights (JlSession *session, GError **error)
{
  return jl_session_query (session, &rights, NULL, error);
}

/* ---- papers */

JlResult *
jl_attachments_load (JlSession *session, const JlRegister *reg, gint64 record_id, GError **error)
{
  return ask_about_record (session, &papers, reg, record_id, error);
}

/* Told from the first bytes, whatever the name says; NULL: none of the three. */
static const char *
mime_of (const guint8 *data, gsize size)
{
  static const struct
  {
    const char *begin;
    gsize       length;
    const char *mime;
  } kinds[] = {
    { "%PDF-", 5, "application/pdf" },
    { "\x89PNG\r\n\x1a\n", 8, "image/png" },
    { "\xff\xd8\xff", 3, "image/jpeg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].length && memcmp (data, kinds[i].begin, kinds[i].length) == 0)
      return kinds[i].mime;
  return NULL;
}

/* "\x…", as the server reads bytes */
static char *
bytes_as_text (const guint8 *data, gsize size)
{
  static const char digits[] = "0123456789abcdef";
  char             *text = g_malloc (2 * size + 3);
  char             *at = g_stpcpy (text, "\\x");

  for (gsize i = 0; i < size; i++)
    {
      *at++ = digits[data[i] >> 4];
      *at++ = digits[data[i] & 15];
    }
  *at = '\0';
  return text;
}

static GBytes *
text_as_bytes (const char *text)
{
  gsize   size = strlen (text) / 2 - 1;
  guint8 *data = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (g_ascii_xdigit_value (text[2 * i + 2]) << 4 | g_ascii_xdigit_value (text[2 * i + 3]));
  return g_bytes_new_take (data, size);
}

/**
 * jl_attachment_add:
 * @session: a session
 * @reg: a register
 * @record_id: the record that the paper belongs to
 * @name: of the file
 * @content: its bytes
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
jl_attachment_add (JlSession *session, const JlRegister *reg, gint64 record_id, const char *name, GBytes *content, GError **error)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (content, &size);
  const char   *mime = mime_of (data, size);

  if (mime == NULL)
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no PDF, PNG or JPEG: scan it or save it as PDF"), name);
  else if (size > MAX_PAPER)
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is larger than 20 MB: divide it or scan it with fewer dots"), name);
  else
    {
      g_autofree char  *text = bytes_as_text (data, size);
      Number            id_text;
      const char *const params[] = { reg->name, number (id_text, record_id), name, mime, text };

      return was_done (jl_session_query (session, &paper_add, params, error));
    }
  return FALSE;
}

/* The size is asked first, so that a film is not read to be refused. */
static GBytes *
read_paper (GFile *file, char **name, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::size,standard::display-name,standard::type",
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  *name = g_strdup (g_file_info_get_display_name (info));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no file. Choose a PDF or a picture."), *name);
  else if (g_file_info_get_size (info) > MAX_PAPER)
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is larger than 20 MB. Attach a smaller scan."), *name);
  else
    return g_file_load_bytes (file, NULL, NULL, error);
  return NULL;
}

char *
jl_attachment_add_file (JlSession *session, const JlRegister *reg, gint64 record_id, GFile *file, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = read_paper (file, &name, error);

  if (content == NULL || !jl_attachment_add (session, reg, record_id, name, content, error))
    return NULL;
  return g_steal_pointer (&name);
}

gboolean
jl_attachment_remove (JlSession *session, gint64 attachment_id, GError **error)
{
  Number            text;
  const char *const params[] = { number (text, attachment_id) };

  return was_done (jl_session_query (session, &paper_remove, params, error));
}

/**
 * jl_attachment_content:
 * @session: a session
 * @attachment_id: a paper
 * @error: return location
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
jl_attachment_content (JlSession *session, gint64 attachment_id, GError **error)
{
  Number            text;
  const char *const params[] = { number (text, attachment_id) };
  g_autoptr (JlResult) result = jl_session_query (session, &paper_content, params, error);
  const char *content = result != NULL && jl_result_n_rows (result) == 1 ? jl_result_text (result, 0, "content") : NULL;

  if (content != NULL)
    return text_as_bytes (content);
  if (result != NULL)
    g_set_error_literal (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("This paper is not there any more, or not yours to see"));
  return NULL;
}

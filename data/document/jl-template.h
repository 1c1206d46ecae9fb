/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The language of text skeletons. A line is a paragraph; a line that begins with # is a comment.
 *
 *   {name} {name:format}                      a bound value
 *   [[if a > b ÷ 2 and c]] … [[end]]          keeps or drops; operators > < =; a bare name: it is there, not zero, not empty
 *   [[each u in list numbered （一）]] … [[end]]  once for each row, values as {u.name}; numbered: {n:cn} counts
 *   [[each u in list]] … [[sep]]、[[end]]      what stands between two rows
 *   [[role argument]]                         at the beginning of a line: what the paragraph is
 *
 * Reading is strict: a name that is not in names.txt, a format that does not fit, an unknown word or an unclosed part is an
 * error with its line. */

#pragma once

#include "jl-phrases.h"

G_BEGIN_DECLS

#define JL_TEMPLATE_DEPTH 8 /* loops inside of loops */

typedef enum
{
  JL_NODE_TEXT,
  JL_NODE_VALUE,
  JL_NODE_ORDINAL, /* {n:cn} */
  JL_NODE_IF,
  JL_NODE_EACH,
  JL_NODE_ROLE,
  JL_NODE_BREAK, /* end of a paragraph */
} JlNodeKind;

/**
 * JlOperand: a name (with the variable of its loop) or a number, divided by a whole number.
 */
typedef struct
{
  const JlName *name; /* NULL: a number */
  char         *variable;
  char         *key;
  gint64        number;
  gint64        divisor;
} JlOperand;

/**
 * JlTerm: left, or left op right. op: '?' for a bare name.
 */
typedef struct
{
  JlOperand left;
  char      op;
  JlOperand right;
} JlTerm;

/**
 * JlNode:
 * @text: words; the role
 * @name: the value, by its name in names.txt
 * @variable: the loop variable it belongs to, NULL outside of loops; of a loop, its own
 * @key: the value's name in its row; the list of a loop
 * @format: of the value; argument of the role
 * @terms: (element-type JlTerm): all must hold
 */
typedef struct
{
  JlNodeKind    kind;
  char         *text;
  const JlName *name;
  char         *variable;
  char         *key;
  char         *format;
  GPtrArray    *terms;
  GPtrArray    *kids;
  GPtrArray    *between;
} JlNode;

JlNode *jl_node_new (JlNodeKind kind, const char *text);
void    jl_node_free (JlNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlNode, jl_node_free)
void jl_term_free (JlTerm *self);

typedef struct _JlTemplate JlTemplate;

/**
 * jl_template_parse:
 * @file: name for messages
 * @text: the skeleton
 * @variable: (nullable): a loop variable known from outside
 * @list: (nullable): its list
 *
 * Returns: (transfer full) (nullable): the template; %JL_ERROR_INVALID with file and line
 */
JlTemplate *jl_template_parse (const char *file, const char *text, const char *variable, const char *list, GError **error);
void        jl_template_free (JlTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlTemplate, jl_template_free)

/* (element-type JlNode) */
const GPtrArray *jl_template_nodes (const JlTemplate *self);

G_END_DECLS

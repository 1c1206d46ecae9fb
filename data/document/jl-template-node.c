/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Making and freeing the parts of a template. */

#include "jl-template.h"

static void
operand_clear (JlOperand *operand)
{
  g_free (operand->variable);
  g_free (operand->key);
}

void
jl_term_free (JlTerm *term)
{
  operand_clear (&term->left);
  operand_clear (&term->right);
  g_free (term);
}

void
jl_node_free (JlNode *node)
{
  g_free (node->text);
  g_free (node->variable);
  g_free (node->key);
  g_free (node->format);
  g_clear_pointer (&node->terms, g_ptr_array_unref);
  g_clear_pointer (&node->kids, g_ptr_array_unref);
  g_clear_pointer (&node->between, g_ptr_array_unref);
  g_free (node);
}

JlNode *
jl_node_new (JlNodeKind kind, const char *text)
{
  JlNode *node = g_new0 (JlNode, 1);

  node->kind = kind;
  node->text = g_strdup (text);
  return node;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The quark of the error domain. */

#include "jl-error.h"

/* The formatter would take the name for a subtraction. */
/* clang-format off */
G_DEFINE_QUARK (jl-error-quark, jl_error)
/* clang-format on */

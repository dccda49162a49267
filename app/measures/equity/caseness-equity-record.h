/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** caseness_equity_get_figure: Returns: a value of `resources/reference/equity-figures.csv`: `older-share` … */
double caseness_equity_get_figure (const char *figure);

G_END_DECLS

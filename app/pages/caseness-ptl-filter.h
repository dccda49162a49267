/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-filter-bar.h"
#include "caseness-ptl-answer.h"

G_BEGIN_DECLS

/** caseness_ptl_filter_show: has @bar offer and show what @answer can be and is filtered by. */
void caseness_ptl_filter_show (CasenessFilterBar *bar, const CasenessPtlAnswer *answer, gboolean hides_names);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-report.h"

G_BEGIN_DECLS

/** report_text_dup: Returns: (transfer full): the words of @report's PDF in the order a reader takes them, by
 *  pdftotext; pages are parted by form feeds. */
char *report_text_dup (CasenessReport *report);

/** report_text_assert_order: asserts that @text holds these words in this order; NULL ends them. */
void report_text_assert_order (const char *text, const char *first, ...) G_GNUC_NULL_TERMINATED;

/** report_text_dup_structure: Returns: (transfer full): the tags of @report's PDF, by pdfinfo. */
char *report_text_dup_structure (CasenessReport *report);

G_END_DECLS

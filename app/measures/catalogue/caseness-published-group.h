/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"

#include "caseness-published.h"

G_BEGIN_DECLS

/*
 * Published groups and ours. Spellings vary by year, codes come and go before a name, and the deciles of deprivation
 * count the other way (rulings 62).
 */

/**
 * caseness_published_find_variable:
 * @published: as printed: `Disability Type`, `Presenting Complaint` …
 *
 * Returns: (transfer none) (nullable): our variable, NULL when it is none of ours or stands for everybody.
 */
const CasenessVariable *caseness_published_find_variable (const char *published);

/**
 * caseness_published_find_group:
 * @published: a figure of a group
 * @answer: figures by the variable of @published
 * @period: which of its periods
 * @variable: which of its variables
 *
 * Returns: the group of @answer that is meant, -1 when there is none.
 */
int caseness_published_find_group (const CasenessPublishedFigure *published, const CasenessAnswer *answer, guint period,
                                   guint variable);

/**
 * caseness_published_dup_family:
 * @group: as printed
 *
 * Returns: (transfer full) (nullable): `White` of `White: All`, which stands for several of our groups; NULL of others.
 */
char *caseness_published_dup_family (const char *group);

G_END_DECLS

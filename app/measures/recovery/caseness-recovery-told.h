/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-recovery-study.h"

G_BEGIN_DECLS

/**
 * CasenessRecoveryTold:
 *
 * What of a study may be told outside the service. No count under five is told, those that are left when what is told is
 * taken away from its total among them (methods, section 14.3): shares come from exact counts, so that a share gives its
 * count away, and whoever has all shares but one has that one. Immutable.
 */
typedef struct _CasenessRecoveryTold CasenessRecoveryTold;

/** CasenessRecoveryFigure: the shares of everybody. */
typedef enum
{
  CASENESS_RECOVERY_FIGURE_RECOVERY,
  CASENESS_RECOVERY_FIGURE_RELIABLE_RECOVERY,
  CASENESS_RECOVERY_FIGURE_IMPROVEMENT,   /* this and the next are shares of all finished courses */
  CASENESS_RECOVERY_FIGURE_NO_CHANGE,
  CASENESS_RECOVERY_FIGURE_DETERIORATION,
  CASENESS_RECOVERY_FIGURE_NO_OUTCOME,
  CASENESS_N_RECOVERY_FIGURES
} CasenessRecoveryFigure;

/** caseness_recovery_told_new: Returns: (transfer full): what of @study may be told outside. */
CasenessRecoveryTold *caseness_recovery_told_new (const CasenessRecoveryStudy *study);

/** caseness_recovery_told_free: frees it. */
void caseness_recovery_told_free (CasenessRecoveryTold *told);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRecoveryTold, caseness_recovery_told_free)

/** caseness_recovery_told_has_figure: whether the count and the share of everybody may be told. */
gboolean caseness_recovery_told_has_figure (const CasenessRecoveryTold *told, CasenessRecoveryFigure figure);

/** caseness_recovery_told_has_base: whether may be told what @figure is a share of. */
gboolean caseness_recovery_told_has_base (const CasenessRecoveryTold *told, CasenessRecoveryFigure figure);

/** caseness_recovery_told_has_size: whether may be told how many courses group @row of the comparison has. */
gboolean caseness_recovery_told_has_size (const CasenessRecoveryTold *told, guint row);

/** caseness_recovery_told_has_rate: whether its recovery may be told, and whatever it could be worked out from: ratio to
 *  what is expected, standing, its place on a chart. */
gboolean caseness_recovery_told_has_rate (const CasenessRecoveryTold *told, guint row);

/** caseness_recovery_told_has_pairs: whether therapies and problems may be told at all. Beside groups of two variables
 *  they may not: groups of one problem in all teams add up to the problem. */
gboolean caseness_recovery_told_has_pairs (const CasenessRecoveryTold *told);

/** caseness_recovery_told_has_pair_size: whether may be told how many courses a problem and a therapy have together;
 *  the number of problems, or of therapies, stands for all of them. */
gboolean caseness_recovery_told_has_pair_size (const CasenessRecoveryTold *told, guint problem, guint therapy);

/** caseness_recovery_told_has_pair_rate: whether their recovery may be told. */
gboolean caseness_recovery_told_has_pair_rate (const CasenessRecoveryTold *told, guint problem, guint therapy);

/** caseness_recovery_told_write_csv: writes the groups of @study as they may be told: counts to the nearest 5, `*` for the
 *  rest. */
void caseness_recovery_told_write_csv (CasenessCsvWriter *writer, const CasenessRecoveryStudy *study,
                                       const CasenessRecoveryTold *told);

/** caseness_recovery_told_write_pairs_csv: writes its therapies and problems likewise, a row for each pair, so that what
 *  is none is not told from what is little. */
void caseness_recovery_told_write_pairs_csv (CasenessCsvWriter *writer, const CasenessRecoveryStudy *study,
                                             const CasenessRecoveryTold *told);

G_END_DECLS

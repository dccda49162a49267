/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-access.h"
#include "caseness-archive.h"

G_BEGIN_DECLS

/* What an import plan tells of files that it does not read, one finding each. All return (transfer full)
 * (element-type CasenessFinding). */

/** caseness_plan_findings_beside: of databases among @names, the files of a folder of CSV tables. */
GPtrArray *caseness_plan_findings_beside (const GPtrArray *names);

/** caseness_plan_findings_left_out: of tables of a database, called @label, that are none of the data set. */
GPtrArray *caseness_plan_findings_left_out (const CasenessAccess *access, const char *label);

/** caseness_plan_findings_nested: of archives inside an archive. */
GPtrArray *caseness_plan_findings_nested (const CasenessArchive *archive);

G_END_DECLS

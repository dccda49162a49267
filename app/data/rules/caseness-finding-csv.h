/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"
#include "caseness-finding.h"

G_BEGIN_DECLS

/**
 * caseness_finding_csv_write:
 * @writer: what is written to
 * @findings: (element-type CasenessFinding): findings
 *
 * Appends `rule,level,table,file,row,field,value,message` and a row a finding, as the command line and the receipt of an
 * import give them; a finding of a whole file has no row.
 */
void caseness_finding_csv_write (CasenessCsvWriter *writer, const GPtrArray *findings);

G_END_DECLS

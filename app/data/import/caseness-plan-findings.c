/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-plan-findings.h"

#include "caseness-finding.h"

#include <glib/gi18n.h>

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
}

static void
add_warning (GPtrArray *findings, const char *rule, const char *file, const char *value, const char *sentence)
{
  g_ptr_array_add (findings, caseness_finding_new (rule, CASENESS_FINDING_WARNING, "", file, 0, NULL, value,
                                                   g_strdup (sentence)));
}

/* The same month exported is beside it: reading both would be reading it twice. */
GPtrArray *
caseness_plan_findings_beside (const GPtrArray *names)
{
  GPtrArray *findings = new_findings ();

  for (guint i = 0; i < names->len; i++)
    if (caseness_access_is_name (names->pdata[i]))
      add_warning (findings, "CASENESS-ACCESS-BESIDE", names->pdata[i], NULL,
                   _ ("This database lies beside CSV tables, which were read instead. Import it by itself if it is the "
                      "one you meant."));
  return findings;
}

GPtrArray *
caseness_plan_findings_left_out (const CasenessAccess *access, const char *label)
{
  GPtrArray *findings = new_findings ();
  g_autofree char *name = g_path_get_basename (label);

  for (guint i = 0; i < access->left_out->len; i++)
    add_warning (findings, "CASENESS-ACCESS-TABLE", name, access->left_out->pdata[i],
                 _ ("This table of the database is none of the data set and was not read."));
  return findings;
}

/* Archives inside an archive are told with the first thing that is read of it. */
GPtrArray *
caseness_plan_findings_nested (const CasenessArchive *archive)
{
  GPtrArray *findings = new_findings ();

  for (guint i = 0; i < archive->nested->len; i++)
    add_warning (findings, "CASENESS-ARCHIVE-NESTED", archive->nested->pdata[i], NULL,
                 _ ("This is an archive inside an archive and was not opened. Import it by itself."));
  return findings;
}

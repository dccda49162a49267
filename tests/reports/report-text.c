/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-text.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
run_on_pdf (CasenessReport *report, const char *program, const char *option)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("caseness-report-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  const char *arguments[] = { program, option, NULL, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  int status = 0;

  g_assert_no_error (error);
  path = g_build_filename (folder, "report.pdf", NULL);
  arguments[2] = path;
  caseness_report_save (report, path, CASENESS_REPORT_PDF, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_remove (path);
  g_rmdir (folder);
  return g_steal_pointer (&out);
}

char *
report_text_dup (CasenessReport *report)
{
  return run_on_pdf (report, "pdftotext", "-raw");
}

char *
report_text_dup_structure (CasenessReport *report)
{
  return run_on_pdf (report, "pdfinfo", "-struct-text");
}

void
report_text_assert_order (const char *text, const char *first, ...)
{
  const char *place = text;
  const char *words = first;
  va_list more;

  va_start (more, first);
  for (; words != NULL; words = va_arg (more, const char *))
    {
      const char *found = strstr (place, words);

      if (found == NULL)
        g_error ("“%s” is missing, or stands before what should come first", words);
      place = found + strlen (words);
    }
  va_end (more);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-receipt-private.h"

#include <glib/gi18n.h>

static void
line_free (CasenessReceiptLine *line)
{
  g_free (line->table);
  g_free (line->file);
  g_free (line->sha256);
  g_free (line);
}

CasenessReceipt *
caseness_receipt_new_held (const char *imported_at, const char *imported_by)
{
  CasenessReceipt *receipt = g_new0 (CasenessReceipt, 1);

  receipt->imported_at = g_strdup (imported_at);
  receipt->imported_by = g_strdup (imported_by);
  receipt->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  receipt->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_finding_free);
  receipt->notes = g_ptr_array_new_with_free_func (g_free);
  return receipt;
}

CasenessReceipt *
caseness_receipt_new (const CasenessImportOptions *options)
{
  const char *who = options->imported_by != NULL ? options->imported_by : g_get_user_name ();
  g_autofree char *imported_at = g_date_time_format (options->now, "%Y-%m-%d %H:%M:%S");
  g_autofree char *imported_by = g_utf8_make_valid (who, -1);

  return caseness_receipt_new_held (imported_at, imported_by);
}

char *
caseness_receipt_name_file (const char *label, const char *file)
{
  g_autofree char *path = label[0] != '\0' ? g_build_filename (label, file, NULL) : g_strdup (file);

  return g_filename_display_name (path);
}

static void
copy_notes (CasenessReceipt *receipt, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (!g_ptr_array_find_with_equal_func (receipt->notes, notes->pdata[i], g_str_equal, NULL))
      caseness_receipt_take_note (receipt, g_strdup (notes->pdata[i]));
}

const CasenessReceiptLine *
caseness_receipt_add_line (CasenessReceipt *receipt, const CasenessSubmissionTable *table, const char *label)
{
  CasenessReceiptLine *line = g_new0 (CasenessReceiptLine, 1);

  line->table = g_strdup (table->spec->name);
  line->file = caseness_receipt_name_file (label, table->file);
  line->bytes = table->bytes;
  line->sha256 = g_strdup (table->sha256);
  line->read = table->n_read;
  line->kept = table->n_read - table->n_rejected;
  line->rejected = table->n_rejected;
  line->warnings = table->n_warnings;
  g_ptr_array_add (receipt->lines, line);
  copy_notes (receipt, table->notes);
  return line;
}

const CasenessReceiptLine *
caseness_receipt_add_publication (CasenessReceipt *receipt, const CasenessPublication *publication)
{
  CasenessReceiptLine *line = g_new0 (CasenessReceiptLine, 1);

  line->table = g_strdup (CASENESS_PUBLICATION_TABLE);
  line->file = g_strdup (publication->file);
  line->bytes = publication->bytes;
  line->sha256 = g_strdup (publication->sha256);
  line->read = publication->n_rows;
  line->kept = publication->n_kept;
  g_ptr_array_add (receipt->lines, line);
  return line;
}

const CasenessReceiptLine *
caseness_receipt_add_deprivation (CasenessReceipt *receipt, const CasenessDeprivation *lookup)
{
  CasenessReceiptLine *line = g_new0 (CasenessReceiptLine, 1);
  guint first;

  line->table = g_strdup (CASENESS_DEPRIVATION_TABLE);
  line->file = g_strdup (caseness_deprivation_get_file (lookup));
  line->bytes = caseness_deprivation_get_bytes (lookup);
  line->sha256 = g_strdup (caseness_deprivation_get_sha256 (lookup));
  line->read = caseness_deprivation_get_read (lookup);
  line->rejected = caseness_deprivation_get_left_out (lookup, &first);
  line->kept = line->read - line->rejected;
  g_ptr_array_add (receipt->lines, line);
  return line;
}

void
caseness_receipt_take_findings (CasenessReceipt *receipt, GPtrArray *findings)
{
  g_ptr_array_extend_and_steal (receipt->findings, g_ptr_array_ref (findings));
}

void
caseness_receipt_take_note (CasenessReceipt *receipt, char *note)
{
  g_ptr_array_add (receipt->notes, note);
}

void
caseness_receipt_free (CasenessReceipt *receipt)
{
  if (receipt == NULL)
    return;
  g_free (receipt->imported_at);
  g_free (receipt->imported_by);
  g_ptr_array_unref (receipt->lines);
  g_ptr_array_unref (receipt->findings);
  g_ptr_array_unref (receipt->notes);
  g_free (receipt);
}

/* What is found of a file as a whole has no line. */
void
caseness_receipt_note_refusal (CasenessReceipt *receipt, const GPtrArray *findings, const char *what)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CasenessFinding *finding = findings->pdata[i];
      g_autofree char *place = NULL;

      if (finding->level != CASENESS_FINDING_FILE)
        continue;
      /* Translators: a file and the number of a line. */
      place = finding->line > 0 ? g_strdup_printf (_ ("%s line %u"), finding->file, finding->line)
                                : g_strdup (finding->file);
      /* Translators: a provider and month, then the name of a rule, and a file or a line of it. */
      caseness_receipt_take_note (
        receipt, g_strdup_printf (_ ("%s: the national system would refuse this submission (%s, %s)."), what,
                                  finding->rule, place));
      return;
    }
}

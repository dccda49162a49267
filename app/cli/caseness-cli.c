/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (caseness-cli-error-quark, caseness_cli_error)

gboolean
caseness_cli_parse (const GOptionEntry *entries, int *argc, char ***argv, int min_words, int max_words,
                    GError **error)
{
  const CasenessCliCommand *command = caseness_cli_find_command ((*argv)[0]);
  g_autoptr(GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *program = g_strdup_printf ("caseness-cli %s", command->name);
  g_autofree char *summary = command->details != NULL
                                 ? g_strdup_printf ("%s\n\n%s", _ (command->summary), _ (command->details))
                                 : g_strdup (_ (command->summary));
  GError *parse_error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &parse_error))
    {
      g_set_error_literal (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, parse_error->message);
      g_clear_error (&parse_error);
      return FALSE;
    }
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      memmove (*argv + 1, *argv + 2, sizeof (char *) * (*argc - 1));
      (*argc)--;
    }
  if (*argc - 1 < min_words || *argc - 1 > max_words)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("expected: caseness-cli %s %s"),
                   command->name, command->arguments);
      return FALSE;
    }
  return TRUE;
}

gboolean
caseness_cli_parse_date (const char *option, const char *text, CasenessDate *date, GError **error)
{
  CasenessDate parsed;

  if (text == NULL)
    return TRUE;
  parsed = caseness_date_parse (text);
  if (parsed == CASENESS_DATE_NONE)
    {
      g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE,
                   _ ("%s: “%s” is not a date; write it as 2025-06-30"), option, text);
      return FALSE;
    }
  *date = parsed;
  return TRUE;
}

gboolean
caseness_cli_split_word (const char *option, const char *word, char **name, char **value, GError **error)
{
  const char *equals = strchr (word, '=');

  g_return_val_if_fail (name != NULL && value != NULL, FALSE);
  *name = equals != NULL ? g_strstrip (g_strndup (word, equals - word)) : g_strdup ("");
  *value = equals != NULL ? g_strstrip (g_strdup (equals + 1)) : g_strdup ("");
  if (**name != '\0' && **value != '\0')
    return TRUE;
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("%s %s: write it as NAME=VALUE"), option, word);
  g_clear_pointer (name, g_free);
  g_clear_pointer (value, g_free);
  return FALSE;
}

CasenessFilter *
caseness_cli_parse_where (char **where, GError **error)
{
  g_autoptr(CasenessFilter) filter = caseness_filter_new ();
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  gsize i;

  for (i = 0; where != NULL && where[i] != NULL; i++)
    {
      g_autofree char *key = NULL, *value = NULL;
      g_autoptr(CasenessFilter) one = NULL;
      CasenessFilter *narrower;
      CasenessDimension dimension;

      if (!caseness_cli_split_word ("--where", where[i], &key, &value, error))
        return NULL;
      if (!caseness_dimension_parse (key, &dimension))
        {
          g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE,
                       _ ("--where %s: there is no variable of that name"), where[i]);
          return NULL;
        }
      one = caseness_filter_with (everybody, dimension, value);
      narrower = caseness_filter_is_empty (filter) ? caseness_filter_ref (one) : caseness_filter_and (filter, one);
      caseness_filter_unref (filter);
      filter = narrower;
    }
  return g_steal_pointer (&filter);
}

/* Opening it to write is what brings it up to date. */
static gboolean
bring_up_to_date (const char *path, GError **error)
{
  g_autoptr(CasenessStore) store = caseness_store_open (path, CASENESS_STORE_WRITE, error);

  if (store == NULL)
    return FALSE;
  g_printerr (_ ("%s: made by an older Caseness, now brought up to date\n"), path);
  return TRUE;
}

CasenessStore *
caseness_cli_open (const char *path, GError **error)
{
  g_autoptr(GError) own = NULL;
  CasenessStore *store = caseness_store_open (path, CASENESS_STORE_READ, &own);

  if (store != NULL)
    return store;
  if (!g_error_matches (own, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_TOO_OLD))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  return bring_up_to_date (path, error) ? caseness_store_open (path, CASENESS_STORE_READ, error) : NULL;
}

CasenessSnapshot *
caseness_cli_load (const char *path, GError **error)
{
  g_autoptr(CasenessStore) store = caseness_cli_open (path, error);

  if (store == NULL)
    return NULL;
  return caseness_snapshot_load (store, NULL, error);
}

gboolean
caseness_cli_refuse_option (const char *option, const char *value, GError **error)
{
  if (value == NULL)
    g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("%s is missing"), option);
  else
    g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("%s: “%s” is not one of those allowed"),
                 option, value);
  return FALSE;
}

gboolean
caseness_cli_refuse_period (const char *from, GError **error)
{
  g_set_error (error, CASENESS_CLI_ERROR, CASENESS_CLI_ERROR_USAGE, _ ("--from %s: is after --to"), from);
  return FALSE;
}

CasenessSnapshot *
caseness_cli_load_with_journal (const char *path, CasenessJournal **journal, GError **error)
{
  g_autoptr(CasenessStore) store = caseness_cli_open (path, error);

  if (store == NULL)
    return NULL;
  *journal = caseness_journal_load (store, error);
  return *journal != NULL ? caseness_snapshot_load (store, NULL, error) : NULL;
}

static gboolean
write_to (FILE *stream, const char *text, gsize length)
{
  return fwrite (text, 1, length, stream) == length && fflush (stream) == 0;
}

/* A device or a pipe is written into, where a file is replaced as a whole: replaced, it would be one no more. */
static gboolean
write_into (const char *path, const char *text, gsize length, GError **error)
{
  FILE *stream = g_fopen (path, "w");
  gboolean is_written = stream != NULL && write_to (stream, text, length);
  int fault = errno;

  if (stream != NULL)
    fclose (stream);
  if (!is_written)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (fault), _ ("%s: cannot be written: %s"), path,
                 g_strerror (fault));
  return is_written;
}

static gboolean
is_special (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 && !S_ISREG (about.st_mode) && !S_ISDIR (about.st_mode);
}

gboolean
caseness_cli_write (CasenessCsvWriter *writer, const char *output, GError **error)
{
  gsize length;
  const char *text = caseness_csv_writer_peek (writer, &length);

  if (output != NULL && is_special (output))
    return write_into (output, text, length, error);
  if (output != NULL)
    return g_file_set_contents (output, text, (gssize) length, error);
  if (!write_to (stdout, text, length))
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("cannot write to standard output: %s"),
                   g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

void
caseness_cli_show_progress (double fraction, const char *what, gpointer user_data)
{
  if (!isatty (STDERR_FILENO))
    return;
  g_printerr ("\r\033[K%3.0f%% %s", fraction * 100, fraction < 1 ? what : "");
  if (fraction >= 1)
    g_printerr ("\r\033[K");
}

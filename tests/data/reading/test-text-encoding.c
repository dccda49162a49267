/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-text-encoding.h"

#include "caseness-data-error.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *text; /* NULL: refused */
  CasenessTextEncoding encoding;
} Case;

#define BYTES(literal) literal, sizeof literal - 1

static const Case cases[] = {
  { "empty", BYTES (""), "", CASENESS_TEXT_UTF_8 },
  { "ascii", BYTES ("a,b"), "a,b", CASENESS_TEXT_UTF_8 },
  { "utf-8", BYTES ("Zo\xC3\xAB"), "Zo\xC3\xAB", CASENESS_TEXT_UTF_8 },
  { "utf-8-mark", BYTES ("\xEF\xBB\xBF" "a"), "a", CASENESS_TEXT_UTF_8 },
  { "utf-8-mark-alone", BYTES ("\xEF\xBB\xBF"), "", CASENESS_TEXT_UTF_8 },
  { "utf-16-le", BYTES ("\xFF\xFE" "a\0\xEB\0"), "a\xC3\xAB", CASENESS_TEXT_UTF_16 },
  { "utf-16-be", BYTES ("\xFE\xFF" "\0a\0\xEB"), "a\xC3\xAB", CASENESS_TEXT_UTF_16 },
  { "utf-16-mark-alone", BYTES ("\xFF\xFE"), "", CASENESS_TEXT_UTF_16 },
  { "utf-16-half", BYTES ("\xFF\xFE" "a\0b"), NULL, CASENESS_TEXT_UTF_16 },
  { "utf-16-nul", BYTES ("\xFF\xFE" "a\0\0\0"), NULL, CASENESS_TEXT_UTF_16 },
  { "utf-16-unmarked", BYTES ("a\0b\0"), NULL, CASENESS_TEXT_UTF_8 },
  { "windows-1252", BYTES ("Zo\xEB \x80\x93\x81"), "Zo\xC3\xAB \xE2\x82\xAC\xE2\x80\x9C\xC2\x81",
    CASENESS_TEXT_WINDOWS_1252 },
  { "windows-1252-after-mark", BYTES ("\xEF\xBB\xBF\xEB"), "\xC3\xAB", CASENESS_TEXT_WINDOWS_1252 },
  { "cut-short", BYTES ("a\xC3"), "a\xC3\x83", CASENESS_TEXT_WINDOWS_1252 },
  { "nul", BYTES ("a\0b"), NULL, CASENESS_TEXT_UTF_8 },
  { "picture", BYTES ("\x89PNG\r\n\x1A\n\0\0\0"), NULL, CASENESS_TEXT_UTF_8 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (c->bytes, c->length);
  g_autoptr(GError) error = NULL;
  CasenessTextEncoding encoding;
  g_autoptr(GBytes) text = caseness_text_to_utf8 (bytes, "x.csv", &encoding, &error);
  g_autofree char *copy = NULL;
  gsize size;
  const char *start;

  if (c->text == NULL)
    {
      g_assert_null (text);
      g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
      g_assert_true (g_str_has_prefix (error->message, "x.csv"));
      return;
    }
  g_assert_no_error (error);
  start = g_bytes_get_data (text, &size);
  copy = g_strndup (size == 0 ? "" : start, size);
  g_assert_cmpstr (copy, ==, c->text);
  g_assert_cmpint (encoding, ==, c->encoding);
}

/* Where a record starts that begins after so much text. */
static const struct
{
  const char *before;
  guint line;
} places[] = {
  { "", 1 }, { "a", 1 }, { "a\n", 2 }, { "a\r\n", 2 }, { "a\r", 2 }, { "a\r\rb", 3 }, { "a\n\nb", 3 },
  { "a\n\"b\nc", 2 }, { "a\n\"b\nc\"", 2 }, { "a\n\"b\nc\"\n", 4 },
};

static void
test_record_line (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpuint (caseness_text_find_record_line (places[i].before, strlen (places[i].before)), ==, places[i].line);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/text-encoding/record-line", test_record_line);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/text-encoding/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-text-encoding.h"

#include "caseness-data-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Windows-1252 between 0x80 and 0x9F; the five bytes it leaves undefined stand for themselves, as on the web. */
static const gunichar windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

guint
caseness_text_find_record_line (const char *text, gsize before)
{
  gboolean is_quoted = FALSE;
  guint line = 1, record_line = 1;

  for (gsize i = 0; i < before; i++)
    {
      is_quoted ^= text[i] == '"';
      if (text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')))
        line++;
      if (!is_quoted && (text[i] == '\r' || text[i] == '\n'))
        record_line = line;
    }
  return record_line;
}

static gboolean
starts_with (GBytes *bytes, const char *mark, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, mark, length) == 0;
}

static void
refuse_nul (const char *file, const char *text, gsize before, GError **error)
{
  /* Translators: a file name, then the number of a line. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _("%s, line %u: the file is not text: here it holds a NUL byte. Export it again as comma-separated values "
                 "in UTF-8."),
               file, caseness_text_find_record_line (text, before));
}

/* @n_read bytes of it, behind the mark, are UTF-16. */
static void
refuse_utf_16 (const char *file, const char *data, gsize n_read, const char *charset, GError **error)
{
  gsize written = 0;
  g_autofree char *text = g_convert (data + 2, (gssize) n_read, "UTF-8", charset, NULL, &written, NULL);

  /* Translators: a file name, then the number of a line. */
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _("%s, line %u: the file begins as UTF-16 but is none from here on. Export it again as comma-separated "
                 "values in UTF-8."),
               file, caseness_text_find_record_line (text, text != NULL ? written : 0));
}

static GBytes *
convert_utf_16 (GBytes *bytes, const char *charset, const char *file, GError **error)
{
  gsize size, read = 0, written;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_convert (data + 2, (gssize) size - 2, "UTF-8", charset, &read, &written, NULL);

  if (text == NULL || read < size - 2)
    {
      g_free (text);
      refuse_utf_16 (file, data, read, charset, error);
      return NULL;
    }
  return g_bytes_new_take (text, written);
}

static GBytes *
convert_windows_1252 (const guint8 *data, gsize size)
{
  GString *text = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    {
      guint8 byte = data[i];

      if (byte < 0x80)
        g_string_append_c (text, (char) byte);
      else
        g_string_append_unichar (text, byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
    }
  return g_string_free_to_bytes (text);
}

/* As nearly all files are; this looks at many bytes at once, and validating at one after the other. */
static gboolean
is_ascii (const char *data, gsize size)
{
  guint8 all = 0;

  for (gsize i = 0; i < size; i++)
    all |= (guint8) data[i];
  return all < 0x80;
}

static GBytes *
decode (GBytes *bytes, const char *file, CasenessTextEncoding *encoding, GError **error)
{
  gsize start = starts_with (bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  *encoding = CASENESS_TEXT_UTF_16;
  if (starts_with (bytes, "\xFF\xFE", 2))
    return convert_utf_16 (bytes, "UTF-16LE", file, error);
  if (starts_with (bytes, "\xFE\xFF", 2))
    return convert_utf_16 (bytes, "UTF-16BE", file, error);
  *encoding = CASENESS_TEXT_UTF_8;
  if (is_ascii (data + start, size - start) || memchr (data, '\0', size) != NULL
      || g_utf8_validate_len (data + start, size - start, NULL))
    return g_bytes_new_from_bytes (bytes, start, size - start);
  *encoding = CASENESS_TEXT_WINDOWS_1252;
  return convert_windows_1252 ((const guint8 *) data + start, size - start);
}

GBytes *
caseness_text_to_utf8 (GBytes *bytes, const char *file, CasenessTextEncoding *encoding, GError **error)
{
  g_autoptr(GBytes) text = decode (bytes, file, encoding, error);
  gsize size;
  const char *data, *nul;

  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &size);
  nul = size > 0 ? memchr (data, '\0', size) : NULL;
  if (nul != NULL)
    {
      refuse_nul (file, data, (gsize) (nul - data), error);
      return NULL;
    }
  return g_steal_pointer (&text);
}

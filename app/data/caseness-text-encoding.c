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

static gboolean
starts_with (GBytes *bytes, const char *mark, gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, mark, length) == 0;
}

static gboolean
refuse_nul (const char *file, GError **error)
{
  g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
               _("%s is not text: it holds NUL bytes. Export it again as comma-separated values in UTF-8."), file);
  return FALSE;
}

static GBytes *
convert_utf_16 (GBytes *bytes, const char *charset, const char *file, GError **error)
{
  gsize size, written;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_convert (data + 2, (gssize) size - 2, "UTF-8", charset, NULL, &written, NULL);

  if (text == NULL)
    {
      g_set_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED,
                   _("%s begins as UTF-16 but is not. Export it again as comma-separated values in UTF-8."), file);
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
  if (size == start || memchr (data, '\0', size) != NULL || g_utf8_validate_len (data + start, size - start, NULL))
    return g_bytes_new_from_bytes (bytes, start, size - start);
  *encoding = CASENESS_TEXT_WINDOWS_1252;
  return convert_windows_1252 ((const guint8 *) data + start, size - start);
}

GBytes *
caseness_text_to_utf8 (GBytes *bytes, const char *file, CasenessTextEncoding *encoding, GError **error)
{
  g_autoptr(GBytes) text = decode (bytes, file, encoding, error);
  gsize size;
  const char *data;

  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &size);
  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      refuse_nul (file, error);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-png-writer.h"

#include <string.h>

#define BYTES_PER_PIXEL 3
#define FILTER_UP 2 /* each byte is kept as its difference to the one above: white paper becomes zeros */
#define COMPRESSION 6
#define INCHES_PER_METRE (1000 / 25.4)

struct _CasenessPngWriter
{
  guint width;
  guint height;
  guint n_rows;           /* so far */
  GByteArray *file;
  guint8 *row;            /* filter type, then the bytes of one row */
  guint8 *previous;       /* bytes of the row above */
  GConverter *compressor;
  guint32 checks[256];    /* table of the cyclic redundancy check */
};

static void
fill_checks (guint32 checks[256])
{
  guint32 n;

  for (n = 0; n < 256; n++)
    {
      guint32 rest = n;
      int bit;

      for (bit = 0; bit < 8; bit++)
        rest = (rest & 1) != 0 ? 0xedb88320u ^ (rest >> 1) : rest >> 1;
      checks[n] = rest;
    }
}

static guint32
compute_check (const guint32 checks[256], const guint8 *bytes, gsize length)
{
  guint32 rest = 0xffffffffu;
  gsize i;

  for (i = 0; i < length; i++)
    rest = checks[(rest ^ bytes[i]) & 0xff] ^ (rest >> 8);
  return rest ^ 0xffffffffu;
}

static void
append_number (GByteArray *file, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (file, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_chunk (CasenessPngWriter *writer, const char *type, const guint8 *bytes, gsize length)
{
  guint start;

  append_number (writer->file, (guint32) length);
  start = writer->file->len;
  g_byte_array_append (writer->file, (const guint8 *) type, 4);
  g_byte_array_append (writer->file, bytes, length);
  append_number (writer->file, compute_check (writer->checks, writer->file->data + start, length + 4));
}

static void
append_header (CasenessPngWriter *writer, double dots_per_inch)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 eight_bit_rgb[] = { 8, 2, 0, 0, 0 };
  g_autoptr(GByteArray) header = g_byte_array_new ();
  g_autoptr(GByteArray) density = g_byte_array_new ();
  guint32 per_metre = (guint32) (dots_per_inch * INCHES_PER_METRE + 0.5);

  append_number (header, writer->width);
  append_number (header, writer->height);
  g_byte_array_append (header, eight_bit_rgb, sizeof eight_bit_rgb);
  append_number (density, per_metre);
  append_number (density, per_metre);
  g_byte_array_append (density, (const guint8 *) "\1", 1);
  g_byte_array_append (writer->file, signature, sizeof signature);
  append_chunk (writer, "IHDR", header->data, header->len);
  append_chunk (writer, "pHYs", density->data, density->len);
}

CasenessPngWriter *
caseness_png_writer_new (guint width, guint height, double dots_per_inch)
{
  CasenessPngWriter *writer = g_new0 (CasenessPngWriter, 1);

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  writer->width = width;
  writer->height = height;
  writer->file = g_byte_array_new ();
  writer->row = g_malloc0 (1 + (gsize) width * BYTES_PER_PIXEL);
  writer->previous = g_malloc0 ((gsize) width * BYTES_PER_PIXEL);
  writer->compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION));
  fill_checks (writer->checks);
  append_header (writer, dots_per_inch);
  return writer;
}

void
caseness_png_writer_free (CasenessPngWriter *writer)
{
  g_return_if_fail (writer != NULL);

  g_clear_pointer (&writer->file, g_byte_array_unref);
  g_free (writer->row);
  g_free (writer->previous);
  g_object_unref (writer->compressor);
  g_free (writer);
}

/* Feeds @bytes to the compressor and keeps what comes out, until all are taken (or, at the end, all is out). */
static gboolean
compress (CasenessPngWriter *writer, const guint8 *bytes, gsize length, GConverterFlags flags, GError **error)
{
  guint8 out[65536];
  GConverterResult result;

  do
    {
      g_autoptr(GError) local_error = NULL;
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (writer->compressor, bytes, length, out, sizeof out, flags, &n_read, &n_written,
                                    &local_error);
      if (result == G_CONVERTER_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (n_written > 0)
        append_chunk (writer, "IDAT", out, n_written);
      bytes += n_read;
      length -= n_read;
    }
  while (flags == G_CONVERTER_INPUT_AT_END ? result != G_CONVERTER_FINISHED : length > 0);
  return TRUE;
}

gboolean
caseness_png_writer_add_row (CasenessPngWriter *writer, const guint32 *pixels, GError **error)
{
  guint8 *filtered;
  guint8 *above;
  guint x;

  g_return_val_if_fail (writer != NULL, FALSE);
  g_return_val_if_fail (writer->n_rows < writer->height, FALSE);

  filtered = writer->row + 1;
  above = writer->previous;
  writer->row[0] = FILTER_UP;
  for (x = 0; x < writer->width; x++)
    {
      const guint8 colour[BYTES_PER_PIXEL] = { pixels[x] >> 16 & 0xff, pixels[x] >> 8 & 0xff, pixels[x] & 0xff };
      guint i;

      for (i = 0; i < BYTES_PER_PIXEL; i++, filtered++, above++)
        {
          *filtered = (guint8) (colour[i] - *above);
          *above = colour[i];
        }
    }
  writer->n_rows++;
  return compress (writer, writer->row, 1 + (gsize) writer->width * BYTES_PER_PIXEL, G_CONVERTER_NO_FLAGS, error);
}

GBytes *
caseness_png_writer_end (CasenessPngWriter *writer, GError **error)
{
  GBytes *bytes = NULL;

  g_return_val_if_fail (writer != NULL, NULL);
  g_return_val_if_fail (writer->n_rows == writer->height, NULL);

  if (compress (writer, (const guint8 *) "", 0, G_CONVERTER_INPUT_AT_END, error))
    {
      append_chunk (writer, "IEND", NULL, 0);
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&writer->file));
    }
  caseness_png_writer_free (writer);
  return bytes;
}

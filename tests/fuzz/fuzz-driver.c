/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-fuzz.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Runs a target without libFuzzer: the inputs kept in its folder, then changes of them for a few seconds. The changes
 * follow from the seed alone, so that a crash comes again; the input that is being run lies in a file until it is over.
 *
 * Usage: fuzz-TARGET FOLDER SECONDS [SEED] */

#define MOST_CHANGES 8
#define MOST_BYTES (64 * 1024)

/* What parsers stumble over. */
static const char *const snippets[] = {
  "\"", "\"\"", ",", ";", "\t", "\r\n", "\n\n", "\r", "\xEF\xBB\xBF", "\xFF\xFE", "\xC3", "1.02613E+15", "45778", "-1",
  "31/02/2025", "9999-12-31", "=", "[", "]", " codes", " is", " format", "\x1E", "99999999999999999999", "../", "/",
};

typedef struct
{
  GPtrArray *inputs; /* (element-type GBytes): by file name */
  GRand *random;
  int current;       /* the file with the input that is being run, open all the time */
} Driver;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
load_inputs (Driver *driver, const char *folder)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *text;
      gsize length;

      g_file_get_contents (names->pdata[i], &text, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (driver->inputs, g_bytes_new_take (text, length));
    }
  g_assert_cmpuint (driver->inputs->len, >, 0);
}

static guint
choose (Driver *driver, guint n)
{
  return (guint) g_rand_int_range (driver->random, 0, (gint32) MAX (n, 1));
}

static void
insert_snippet (Driver *driver, GByteArray *input)
{
  const char *snippet = snippets[choose (driver, G_N_ELEMENTS (snippets))];
  guint at = choose (driver, input->len + 1);
  guint length = (guint) strlen (snippet);

  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, input->len - length - at);
  memcpy (input->data + at, snippet, length);
}

/* Puts a part of another input in. */
static void
splice (Driver *driver, GByteArray *input)
{
  GBytes *other = driver->inputs->pdata[choose (driver, driver->inputs->len)];
  gsize size;
  const guint8 *data = g_bytes_get_data (other, &size);
  guint from = choose (driver, (guint) size);
  guint keep = choose (driver, input->len + 1);

  g_byte_array_set_size (input, keep);
  if (size > 0)
    g_byte_array_append (input, data + from, (guint) size - from);
}

static void
change (Driver *driver, GByteArray *input)
{
  guint at = choose (driver, input->len);

  switch (choose (driver, 5))
    {
    case 0:
      if (input->len > 0)
        input->data[at] ^= (guint8) (1 << choose (driver, 8));
      break;
    case 1:
      if (input->len > 0)
        input->data[at] = (guint8) choose (driver, 256);
      break;
    case 2:
      if (input->len > 0)
        g_byte_array_remove_range (input, at, 1 + choose (driver, MIN (input->len - at, 64)));
      break;
    case 3:
      insert_snippet (driver, input);
      break;
    default:
      splice (driver, input);
      break;
    }
}

static void
run (Driver *driver, const guint8 *data, gsize size)
{
  g_assert_cmpint (pwrite (driver->current, data, size, 0), ==, (gssize) size);
  g_assert_cmpint (ftruncate (driver->current, (off_t) size), ==, 0);
  LLVMFuzzerTestOneInput (data, size);
}

static void
run_changed (Driver *driver)
{
  GBytes *origin = driver->inputs->pdata[choose (driver, driver->inputs->len)];
  g_autoptr(GByteArray) input = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (origin, &size);

  g_byte_array_append (input, data, (guint) size);
  for (guint n = 1 + choose (driver, MOST_CHANGES); n > 0 && input->len < MOST_BYTES; n--)
    change (driver, input);
  run (driver, input->data, input->len);
}

static void
run_all (Driver *driver, double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  guint n = 0;

  for (guint i = 0; i < driver->inputs->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (driver->inputs->pdata[i], &size);

      run (driver, data, size);
    }
  printf ("ok 1 - %u inputs that are kept\n", driver->inputs->len);
  for (; g_get_monotonic_time () < end; n++)
    run_changed (driver);
  printf ("ok 2 - %u changed ones\n", n);
}

int
main (int argc, char **argv)
{
  Driver driver = { NULL };
  g_autofree char *name = g_path_get_basename (argv[0]);
  g_autofree char *file = g_strconcat (name, "-input", NULL);

  if (argc < 3)
    {
      fprintf (stderr, "Usage: %s FOLDER SECONDS [SEED]\n", name);
      return 2;
    }
  printf ("1..2\n");
  driver.inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  driver.random = g_rand_new_with_seed (argc > 3 ? (guint32) g_ascii_strtoull (argv[3], NULL, 10) : 1);
  driver.current = open (file, O_CREAT | O_RDWR | O_TRUNC | O_CLOEXEC, 0600);
  g_assert_cmpint (driver.current, >=, 0);
  load_inputs (&driver, argv[1]);
  run_all (&driver, g_ascii_strtod (argv[2], NULL));
  close (driver.current);
  remove (file);
  g_ptr_array_unref (driver.inputs);
  g_rand_free (driver.random);
  return 0;
}

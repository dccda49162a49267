/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caseness-dictionary.h"

/* None, one, both sides of a bucket more, and of what a packed block holds. */
static const guint lengths[] = { 0, 1, 3, 4, 5, 127, 128, 129, 20000 };

static CasenessDictionary *
make_dictionary (guint n)
{
  CasenessDictionary *dictionary = caseness_dictionary_new ();
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("R%u", i * 7);

      g_assert_cmpuint (caseness_dictionary_add (dictionary, text), ==, i + 1);
      g_assert_cmpuint (caseness_dictionary_add (dictionary, text), ==, i + 1);
    }
  return dictionary;
}

/* Every text is found by its number and every number by its text, and what was never added by none. */
static void
check_texts (const CasenessDictionary *dictionary, guint n)
{
  guint i;

  g_assert_cmpuint (caseness_dictionary_get_size (dictionary), ==, n + 1);
  g_assert_cmpstr (caseness_dictionary_get (dictionary, 0), ==, "");
  g_assert_cmpuint (caseness_dictionary_find (dictionary, ""), ==, 0);
  g_assert_cmpuint (caseness_dictionary_find (dictionary, NULL), ==, 0);
  g_assert_cmpuint (caseness_dictionary_find (dictionary, "R"), ==, 0);
  for (i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("R%u", i * 7), *other = g_strdup_printf ("R%u", i * 7 + 1);

      g_assert_cmpuint (caseness_dictionary_find (dictionary, text), ==, i + 1);
      g_assert_cmpuint (caseness_dictionary_find (dictionary, other), ==, 0);
      g_assert_cmpstr (caseness_dictionary_get (dictionary, i + 1), ==, text);
    }
}

static void
test_found (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(CasenessDictionary) dictionary = make_dictionary (lengths[i]);

      check_texts (dictionary, lengths[i]);
      caseness_dictionary_freeze (dictionary);
      check_texts (dictionary, lengths[i]);
    }
}

static void
test_written (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(CasenessDictionary) dictionary = make_dictionary (lengths[i]);
      g_autoptr(CasenessDictionary) taken = NULL;
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      const guint8 *position;
      gsize n_left;

      caseness_dictionary_freeze (dictionary);
      caseness_dictionary_write (dictionary, bytes);
      position = bytes->data;
      n_left = bytes->len;
      taken = caseness_dictionary_take (&position, &n_left);
      g_assert_nonnull (taken);
      g_assert_cmpuint (n_left, ==, 0);
      check_texts (taken, lengths[i]);
    }
}

/* Ids of a service are alike, so that what finds them must not take as much room as they do: less than three bytes each
 * of twenty thousand, and nothing before somebody looks for one. */
static void
test_memory (void)
{
  g_autoptr(CasenessDictionary) dictionary = make_dictionary (20000);
  gsize before;

  caseness_dictionary_freeze (dictionary);
  before = caseness_dictionary_get_memory (dictionary);
  g_assert_cmpuint (caseness_dictionary_find (dictionary, "R7"), ==, 2);
  g_assert_cmpuint (caseness_dictionary_get_memory (dictionary), >, before);
  g_assert_cmpuint (caseness_dictionary_get_memory (dictionary), <, before + 20000 * 3);
}

/* A closed one takes texts without looking whether it has them. */
static void
test_appended (void)
{
  g_autoptr(CasenessDictionary) dictionary = caseness_dictionary_new ();

  g_assert_cmpuint (caseness_dictionary_add (dictionary, "C1"), ==, 1);
  caseness_dictionary_close (dictionary);
  g_assert_cmpuint (caseness_dictionary_append (dictionary, "C1"), ==, 2);
  g_assert_cmpuint (caseness_dictionary_append (dictionary, ""), ==, 0);
  g_assert_cmpuint (caseness_dictionary_append (dictionary, "C2"), ==, 3);
  g_assert_cmpuint (caseness_dictionary_get_size (dictionary), ==, 4);
  g_assert_cmpstr (caseness_dictionary_get (dictionary, 1), ==, "C1");
  g_assert_cmpstr (caseness_dictionary_get (dictionary, 2), ==, "C1");
  g_assert_cmpstr (caseness_dictionary_get (dictionary, 3), ==, "C2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/dictionary/found", test_found);
  g_test_add_func ("/measures/dictionary/written", test_written);
  g_test_add_func ("/measures/dictionary/appended", test_appended);
  g_test_add_func ("/measures/dictionary/memory", test_memory);
  return g_test_run ();
}

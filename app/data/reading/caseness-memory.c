/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Giving back what an ordinary month frees, and getting it again, takes longer than it is worth. */
#define WORTH_IT (96 * 1024 * 1024)

/* Above the first size memory is given back to the system at once, and not kept for the thread that had it: without, a year
 * of a large provider takes twice the memory. */
#define GIVE_BACK_ABOVE (4 * 1024 * 1024)
#define KEEP_FREE (64 * 1024 * 1024)
#define TAKE_AT_LEAST (1024 * 1024)

/* What a year of a usual service needs beside what there is when it is read. */
#define TAKE_FIRST (48 * 1024 * 1024)
#define LARGE_PAGE (2 * 1024 * 1024)
#define USUAL_MAPPINGS 65536 /* glibc's own */

#ifdef __GLIBC__
/* Where the memory that all threads share is taken from, as far as it came for the months. */
static gsize
find_beginning (void)
{
  gpointer block;
  gsize begin;

  mallopt (M_MMAP_MAX, 0); /* so that it comes from where the others do */
  block = malloc (TAKE_FIRST);
  begin = (gsize) sbrk (0);
  if (block != NULL && (gsize) block < begin && begin - (gsize) block < 2 * (gsize) TAKE_FIRST)
    begin = (gsize) block;
  free (block);
  mallopt (M_MMAP_MAX, USUAL_MAPPINGS);
  return (begin + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
}

/* A quarter of the time of reading and storing a year went into pages of 4 KB, a fault for each. Where the system has no
 * large ones, nothing is different but the time. */
static void
take_large_pages (void)
{
  static gsize begin = 0; /* found once, by whoever reads first */
  gsize end;

  if (g_once_init_enter (&begin))
    g_once_init_leave (&begin, find_beginning ());
  end = (gsize) sbrk (0);
  if (end > begin)
    madvise ((gpointer) begin, end - begin, MADV_HUGEPAGE);
}
#endif

void
caseness_memory_expect_months (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, GIVE_BACK_ABOVE);
  mallopt (M_TRIM_THRESHOLD, KEEP_FREE);
  mallopt (M_TOP_PAD, TAKE_AT_LEAST);
  take_large_pages ();
#endif
}

void
caseness_memory_give_back (void)
{
#ifdef __GLIBC__
  if (mallinfo2 ().fordblks > WORTH_IT)
    malloc_trim (0);
#endif
}

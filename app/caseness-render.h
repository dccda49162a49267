/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-window.h"

G_BEGIN_DECLS

#define CASENESS_RENDER_WIDTH 1280
#define CASENESS_RENDER_HEIGHT 800

/**
 * caseness_render_async:
 * @window: a window that is not on screen yet
 * @file: (nullable): the service file to open; the first-run page without
 * @folder: where the pictures go, made when missing
 * @callback: called when done, with @window as its source
 * @user_data: closure
 *
 * Opens @file and writes a picture of every page, light (`ptl.png`) and dark (`ptl-dark.png`), without anybody there.
 */
void caseness_render_async (CasenessWindow *window, GFile *file, const char *folder, GAsyncReadyCallback callback,
                            gpointer user_data);

/** caseness_render_finish: Returns: whether all pictures were written. */
gboolean caseness_render_finish (GAsyncResult *result, GError **error);

G_END_DECLS

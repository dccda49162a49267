#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a header that names how pathways are derived: a digest of the sources that do it and of the tables they read.

Usage: digest-sources.py HEADER DEPFILE FOLDER…. A service file keeps what was derived under this name, so that a program
that derives otherwise, by however little, never takes over what another made.
"""
import hashlib
import pathlib
import sys

header, depfile, *folders = sys.argv[1:]
files = sorted(path for folder in folders for pattern in ("*.c", "*.h", "*.csv", "select-*.sql")
               for path in pathlib.Path(folder).rglob(pattern))
digest = hashlib.sha256()
for path in files:
    content = path.read_bytes()
    digest.update(f"{path.name} {len(content)}\n".encode() + content)
pathlib.Path(header).write_text(f'#pragma once\n\n#define CASENESS_DERIVATION "{digest.hexdigest()}"\n', encoding="utf-8")
pathlib.Path(depfile).write_text(f"{header}: {' '.join(str(path).replace(' ', chr(92) + ' ') for path in files)}\n",
                                 encoding="utf-8")

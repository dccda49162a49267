# SPDX-License-Identifier: GPL-3.0-or-later
# Thin fronts of meson. `make run` and `make check` need nothing but a Debian 12 machine and root for the packages.

BUILD := build
DEMO := $(BUILD)/demo
SANITIZED := $(BUILD)/sanitized
# A hundred and fifty programs are linked, which mold does in a tenth of the time.
SETUP := CC_LD=mold meson setup

PACKAGES := gcc mold meson ninja-build pkg-config gettext libgtk-4-dev libadwaita-1-dev libsqlite3-dev libcsv-dev \
  libarchive-dev mdbtools-dev nettle-dev libgsl-dev libjson-glib-dev libxlsxwriter-dev libcairo2-dev libpango1.0-dev libatspi2.0-dev \
  adwaita-icon-theme fonts-cantarell librsvg2-common \
  xvfb xauth xdotool imagemagick dbus dbus-daemon at-spi2-core poppler-utils desktop-file-utils appstream-util libxml2-utils sqlite3 locales

.PHONY: all run check bench deps install clean

all: $(BUILD)/build.ninja
	ninja -C $(BUILD)

# Installs what is missing and nothing else; silent when all is there.
deps:
	@missing=$$(for p in $(PACKAGES); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing:" $$missing; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -q -y --no-install-recommends $$missing; \
	fi

$(BUILD)/build.ninja:
	$(SETUP) $(BUILD)

# Builds the two programs only, because somebody is waiting to see them.
run: deps $(BUILD)/build.ninja
	ninja -C $(BUILD) programs
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BUILD)/app/cli/caseness-cli demo $(DEMO)/service --months 33 --referrals 33000
	$(BUILD)/app/cli/caseness-cli import $(DEMO)/demo.caseness $(DEMO)/service --service "Demo Talking Therapies" --output $(DEMO)/receipt.csv
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  meson devenv -C $(BUILD) app/caseness $(CURDIR)/$(DEMO)/demo.caseness; \
	else \
	  tests/support/render-demo $(BUILD) $(DEMO); \
	fi

# Warnings are errors here and nowhere else, so that a newer compiler never stops somebody who only wants to run it. Of the
# debugger's data there is no more than reports name lines by, which saves a fifth of compiling; what is sanitized is compiled
# twice as fast with little optimisation.
check: deps
	@[ -f $(BUILD)/check/build.ninja ] || $(SETUP) $(BUILD)/check -Dwerror=true -Dc_args=-g1
	@[ -f $(SANITIZED)/build.ninja ] || $(SETUP) $(SANITIZED) -Dwindow=false -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 -Dc_args=-g1
	ninja -C $(BUILD)/check
	ninja -C $(SANITIZED)
	@tests/support/run-tests $(BUILD)/check $(SANITIZED)

# As it is installed: optimised, and without the window that is not measured. REFERRALS="2000000" measures the country.
bench: deps
	@[ -f $(BUILD)/release/build.ninja ] || $(SETUP) $(BUILD)/release -Dbuildtype=release -Dwindow=false
	ninja -C $(BUILD)/release
	tests/bench/run $(BUILD)/release $(REFERRALS)

install: all
	meson install -C $(BUILD)

clean:
	rm -rf $(BUILD)

# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

# What ./run and ./check share: packages, fonts, locale, build, a virtual display. Sourced from the top of the tree.
# What has been prepared once is remembered in build/ and in the cache of the person; then nothing asks the network again.

build=$PWD/build
fonts=${XDG_CACHE_HOME:-$HOME/.cache}/jiliang/fonts

packages=(
  build-essential meson ninja-build pkg-config gettext locales
  libgtk-4-dev libadwaita-1-dev libpoppler-glib-dev libpq-dev libxlsxwriter-dev postgresql postgresql-pgtap
  adwaita-icon-theme fonts-noto-cjk fonts-arphic-ukai desktop-file-utils appstream libxml2-utils
  xvfb dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-gi xdotool poppler-utils
)

say () { printf '%s\n' "$*"; }
die () { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# apt-get as root, asking sudo only when it is needed.
apt () {
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null || die "please install these as root: ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q "$@"
}

# By its own name, or by a package that provides it.
is_installed () {
  dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null | grep -q '^installed' ||
    dpkg-query -W -f '${db:Status-Status} ${Provides}\n' | grep -q "^installed .*\<$1\>"
}

install_packages () {
  local missing=() package
  for package in "${packages[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  command -v apt-get > /dev/null || die "please install what corresponds to these Debian packages: ${missing[*]}"
  say "Installing: ${missing[*]}"
  apt update
  apt install -y --no-install-recommends "${missing[@]}"
}

# 仿宋 and 楷体 are in Debian only inside a TeX package: take the fonts out of it, leave the TeX.
fetch_fonts () {
  local tex=/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol work
  [ -e "$fonts/FandolFang-Regular.otf" ] && return
  mkdir -p "$fonts"
  work=$(mktemp -d)
  if [ -d $tex ]; then
    cp $tex/*.otf "$work"
  else
    say "Fetching the Fandol fonts (49 MB, once)"
    extract_fonts "$work"
  fi
  if [ -e "$work/FandolFang-Regular.otf" ]; then
    mv "$work"/*.otf "$fonts"
  else
    say "The Fandol fonts cannot be had now; circulars are set in the fonts that are here."
  fi
  rm -rf "$work"
}

extract_fonts () (
  cd "$1" || return
  apt-get -q download texlive-lang-chinese > apt.log 2>&1 ||
    { apt update > apt.log 2>&1; apt-get -q download texlive-lang-chinese > apt.log 2>&1; } || return 0
  dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb |
    tar x --wildcards --strip-components=9 '*/fandol/*.otf'
)

write_fontconfig () {
  cat > "$build/fonts.conf" << XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>$fonts</dir>
</fontconfig>
XML
}

# Without the real locale Pango takes Japanese shapes for Chinese characters; this needs no change of the system.
compile_locale () {
  local locale=$build/locales/zh_CN.UTF-8
  [ -d "$locale" ] && return
  mkdir -p "$build/locales"
  localedef -i zh_CN -f UTF-8 "$locale" || [ -d "$locale" ]
}

# The packages are asked about again only when this file has changed.
prepare_system () {
  local stamp=$build/prepared now
  now=$(cksum < app/desktop/setup.sh)
  mkdir -p "$build"
  if [ "$(cat "$stamp" 2> /dev/null)" != "$now" ]; then
    install_packages
    say "$now" > "$stamp"
  fi
  fetch_fonts
  compile_locale
  grep -qsF "$fonts" "$build/fonts.conf" || write_fontconfig
}

build_program () {
  [ -e "$build/build.ninja" ] || meson setup "$build" > "$build/setup.log" || { cat "$build/setup.log"; return 1; }
  ninja -C "$build" --quiet
}

# Everything that a program of the build folder needs to run from there.
enter_build () {
  export FONTCONFIG_FILE=$build/fonts.conf LOCPATH=$build/locales LANG=zh_CN.UTF-8
  export JILIANG_LOCALEDIR=$build/po GSETTINGS_SCHEMA_DIR=$build/app/desktop
  unset LC_ALL LANGUAGE
}

# on_virtual_display COMMAND…: its own X server, session bus and settings, ended with it, also when it is broken off.
on_virtual_display () (
  server='' status=0
  work=$(mktemp -d)
  trap 'leave_display "$server" "$work"' EXIT
  trap 'exit 143' TERM INT HUP
  mkdir -m 700 "$work/run"
  mkdir -p "$work/config/gtk-4.0"
  printf '[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n' > "$work/config/gtk-4.0/settings.ini"
  Xvfb -displayfd 7 -screen 0 1600x1000x24 -nolisten tcp -noreset 7> "$work/display" 2> "$work/xvfb.log" &
  server=$!
  until [ -s "$work/display" ]; do
    kill -0 $server 2> /dev/null || { cat "$work/xvfb.log" >&2; exit 1; }
    sleep 0.05
  done
  env -u WAYLAND_DISPLAY -u AT_SPI_BUS_ADDRESS -u GTK_A11Y \
    DISPLAY=":$(cat "$work/display")" XDG_RUNTIME_DIR="$work/run" XDG_CONFIG_HOME="$work/config" \
    GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GSETTINGS_BACKEND=memory \
    dbus-run-session -- "$@" 2> >(grep -v -e '^dbus-daemon' -e '^SpiRegistry' -e '^X connection' >&2) || status=$?
  exit $status
)

leave_display () {
  [ -z "$1" ] || kill "$1" 2> /dev/null || true
  wait 2> /dev/null || true
  rm -rf "$2"
}

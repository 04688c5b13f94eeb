# shellcheck shell=bash
# What the scripts beside this folder have in common. To be sourced, with `set -euo pipefail` in force.
#
#   set_up [COMMAND...]       checks the Swift toolchain, and installs what building needs and what brings each COMMAND
#                             (of those in `package_of`), where it is missing
#   set_up_pdf                installs what PDFs are made with and looked at with: picket loads it when it makes one
#   static_libraries          makes the folder from which a release takes SQLite, ICU, cmark, libxml2 and zlib
#   build_drill               builds the program that reads made-up files, for release, and prints where it is
#   run_logged LOG COMMAND…   runs a command quietly; its output is in LOG, and is shown if the command fails
#   usage_of SCRIPT           prints the comment at the top of a script
#   say, fail                 talk, on standard error
#
# Everything is for Debian 12. Elsewhere nothing is installed: what is missing is named.

# shellcheck disable=SC2034 # for those who source this
project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
readonly project
readonly oldest_swift=6.2

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "error: $1"
  shift
  local hint
  for hint; do say "  $hint"; done
  exit 1
}

usage_of() {
  awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$1"
}

# Which Debian package brings a command.
package_of() {
  case $1 in
    chromium) echo chromium ;;
    openssl) echo openssl ;;
    pdftotext) echo poppler-utils ;;
    pkg-config) echo pkg-config ;;
    python3) echo python3 ;;
    script) echo bsdutils ;;
    sqlite3) echo sqlite3 ;;
    strip | readelf) echo binutils ;;
    *) fail "no package is known that brings $1" ;;
  esac
}

is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Whether a library can be built against: as the package manager says, or, where Debian's is not at hand, pkg-config.
has_library() {
  if command -v dpkg-query >/dev/null; then
    is_installed "$1"
  else
    pkg-config --exists "$2" 2>/dev/null
  fi
}

set_up() {
  check_swift
  local missing=() command
  for command in pkg-config "$@"; do
    command -v "$command" >/dev/null || missing+=("$(package_of "$command")")
  done
  has_library libsqlite3-dev sqlite3 || missing+=(libsqlite3-dev)
  has_library libicu-dev icu-i18n || missing+=(libicu-dev)
  has_library libcmark-dev libcmark || missing+=(libcmark-dev)
  has_library libxml2-dev libxml-2.0 || missing+=(libxml2-dev)
  has_library zlib1g-dev zlib || missing+=(zlib1g-dev)
  # Only its headers: picket loads the library itself when it fetches a page.
  has_library libcurl4-openssl-dev libcurl || missing+=(libcurl4-openssl-dev)
  # What Debian's libxml2.a needs besides.
  has_library liblzma-dev liblzma || missing+=(liblzma-dev)
  if ((${#missing[@]} > 0)); then
    install_packages "${missing[@]}"
  fi
}

# Not needed to build: the libraries, fonts for all scripts, and Poppler, which reads a PDF as its reader does.
set_up_pdf() {
  local missing=() package
  if command -v dpkg-query >/dev/null; then
    for package in libcairo2 libpango-1.0-0 libpangocairo-1.0-0 fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji; do
      is_installed "$package" || missing+=("$package")
    done
  fi
  command -v pdftotext >/dev/null || missing+=("$(package_of pdftotext)")
  if ((${#missing[@]} > 0)); then
    install_packages "${missing[@]}"
  fi
}

install_packages() {
  local as_root=() by_hand="apt-get install $*"
  command -v apt-get >/dev/null \
    || fail "these packages of Debian are missing, and there is no apt-get: $*" \
      "Install what your system calls them, then run this again."
  if ((EUID != 0)); then
    command -v sudo >/dev/null \
      || fail "these packages are missing: $*" "As root, run: $by_hand" "Then run this again."
    as_root=(sudo)
    by_hand="sudo $by_hand"
  fi
  say "Installing what is missing: $*"
  local log
  log=$(mktemp)
  if ! "${as_root[@]}" apt-get -q update >"$log" 2>&1 \
    || ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get -q -y install --no-install-recommends "$@" >>"$log" 2>&1; then
    tail -n 15 -- "$log" >&2
    rm -f -- "$log"
    fail "could not install: $*" "Run this by hand, then run the script again: $by_hand"
  fi
  rm -f -- "$log"
}

check_swift() {
  command -v swift >/dev/null \
    || fail "there is no swift here" \
      "Install the Swift toolchain, $oldest_swift or later (https://www.swift.org/install), and put its usr/bin into PATH."
  local version
  version=$(swift --version 2>/dev/null | sed -nE 's/^.*Swift version ([0-9]+(\.[0-9]+)*).*$/\1/p' | head -n 1)
  [[ -n $version ]] || fail "swift does not tell its version" "Try: swift --version"
  [[ $(printf '%s\n' "$oldest_swift" "$version" | LC_ALL=C sort -V | head -n 1) == "$oldest_swift" ]] \
    || fail "swift is $version; Picket needs $oldest_swift or later" "See https://www.swift.org/install"
}

# `-lsqlite3`, `-licu…`, `-lcmark`, `-lxml2` and `-lz` mean the archives if the linker looks first into a folder that has
# nothing else. SwiftPM puts the folders that pkg-config names before all that is given by -Xlinker, so the folder has to
# be named there: these are Debian's own .pc files, with another libdir. libxml2's says only for --static what its archive
# needs, which SwiftPM does not ask for: it is appended.
static_libraries() {
  local folder=$project/.build/static-libraries
  rm -rf -- "$folder"
  mkdir -p -- "$folder/pkgconfig"
  local file library archive
  for file in sqlite3:sqlite3 icu-i18n:icui18n icu-uc:icuuc icu-uc:icudata libcmark:cmark \
    libxml-2.0:xml2 zlib:z liblzma:lzma; do
    library=lib${file#*:}.a
    file=${file%%:*}
    archive=$(pkg-config --variable=libdir "$file")/$library
    [[ -f $archive ]] \
      || fail "there is no $archive" \
        "Debian ships it in libsqlite3-dev, libicu-dev, libcmark-dev, libxml2-dev, zlib1g-dev or liblzma-dev." \
        "Without it: swift build -c release --product picket"
    ln -sf -- "$archive" "$folder/$library"
    # The quotes are for paths with spaces: SwiftPM reads them.
    folder=$folder awk '
      /^libdir *=/ { print "libdir=\"" ENVIRON["folder"] "\""; next }
      /^Libs:/ && / -lxml2( |$)/ { print $0 " -llzma -lz -licuuc -licudata"; next }
      { print }' \
      "$(pkg-config --variable=pcfiledir "$file")/$file.pc" >"$folder/pkgconfig/$file.pc"
  done
  printf '%s\n' "$folder"
}

run_logged() {
  local log=$1
  shift
  if ! "$@" >"$log" 2>&1; then
    # Without the lines that only count what was compiled, and the linker's command lines.
    grep -vE '^\[[0-9]+/[0-9]+\] ' -- "$log" | cut -c 1-2000 >&2 || true
    fail "this failed: $*"
  fi
}

build_drill() {
  local options=(--package-path "$project" --configuration release --product drill)
  say "Building drill for release (the first time takes some minutes) ..."
  run_logged "$project/.build/drill.log" swift build "${options[@]}"
  printf '%s/drill\n' "$(swift build "${options[@]}" --show-bin-path)"
}

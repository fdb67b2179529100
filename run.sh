#!/bin/sh
# Prepares a machine and starts the program or its tests: see usage() below, or `sh run.sh help`.
#
# On a bare Debian or Ubuntu it installs the system packages that are missing (it says which before it does), makes
# .venv at the top of the repository and fills it with the exact versions of requirements*.lock. What is there already
# is left alone, so a second run starts at once, and a run that was broken off is mended by the next one.
# Everything said here goes to standard error; standard output belongs to the program that is started.
set -eu
cd "$(dirname "$0")"
PATH=$PATH:/usr/sbin:/sbin # ldconfig and runuser live there, outside an ordinary user's path
unfinished=unfinished
marker=.venv/congress-setup # holds $unfinished while packages are being installed, afterwards what was installed

usage() {
    cat <<'TEXT'
Cách dùng / Usage:
  sh run.sh demo [--host 127.0.0.1] [--port 8000]
      chuẩn bị máy, tạo đại hội mẫu trên SQLite và mở chương trình
      prepare the machine, write the demo congress to SQLite and start the program
  sh run.sh test [pytest arguments]
      chuẩn bị máy và chạy mọi phép thử trên SQLite và PostgreSQL
      prepare the machine and run the tests on SQLite and PostgreSQL
  sh run.sh COMMAND …
      chuẩn bị máy và chạy lệnh `congress COMMAND …` (serve, create-admin, print, doctor …)
      prepare the machine and run `congress COMMAND …`
  sh run.sh help

Biến môi trường / Environment:
  CONGRESS_DATA                thư mục dữ liệu, mặc định var/ / data folder, var/ by default
  CONGRESS_DATABASE_URL        cơ sở dữ liệu khác / another database
  CONGRESS_TEST_DATABASE_URL   máy chủ PostgreSQL cho phép thử / PostgreSQL server for the tests
  CONGRESS_TEST_BROWSER        trình duyệt cho phép thử / browser for the tests
  REQUIRE_BROWSER=1, REQUIRE_POSTGRES=1
      thiếu thì báo lỗi, không bỏ qua (mặc định khi có CI) / fail instead of skipping (the default under CI)
TEXT
}

# --- Talking: every message in Vietnamese, then in English -----------------------------------------------------------

say() {
    printf '%s\n  (%s)\n' "$1" "$2" >&2
}

refuse() {
    say "$@"
    exit 1
}

install_line() {
    printf 'apt-get update && apt-get install -y --no-install-recommends %s' "$*"
}

# --- System packages -------------------------------------------------------------------------------------------------

distribution() { # value of one field of os-release, empty where there is none
    (unset "$1"; . /etc/os-release 2>/dev/null && eval "printf %s \"\${$1:-}\"") || true
}

find_python() { # prints a Python that is new enough and able to make virtual environments
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

certificates_found() { # pip refuses every index without root certificates
    for bundle in "${PIP_CERT:-}" "${SSL_CERT_FILE:-}" /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do
        if [ -s "$bundle" ]; then return 0; fi
    done
    return 1
}

library_found() {
    ldconfig -p 2>/dev/null | grep -qF "$1 "
}

fonts_found() { # version 2 of Liberation Serif; version 1 lacks Vietnamese letters (fontconfig counts 65536 per version)
    fc-list 'Liberation Serif' fontversion 2>/dev/null | grep -qE '=(1[3-9][0-9]{4}|[2-9][0-9]{5})$'
}

find_browser() { # prints a browser that starts; Ubuntu's chromium-browser is only a signpost where snap is missing
    for browser in "${CONGRESS_TEST_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "${PLAYWRIGHT_BROWSERS_PATH:-${HOME:-/root}/.cache/ms-playwright}"/chromium-*/chrome-linux*/chrome; do
        if [ -n "$browser" ] && "$browser" --version >/dev/null 2>&1; then
            command -v "$browser"
            return 0
        fi
    done
    return 1
}

find_postgres_programs() { # prints the folder of initdb and pg_ctl; root needs the user postgres too, as initdb refuses root
    if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then return 1; fi
    for initdb in /usr/lib/postgresql/*/bin/initdb "$(command -v initdb || true)"; do
        if [ -x "$initdb" ]; then
            dirname "$initdb"
            return 0
        fi
    done
    return 1
}

something_listens_on_5432() { # 1538 is 5432 in the kernel's hexadecimal, 0A the state "listening"
    grep -qE ' (0100007F|00000000|0{32}|0{16}FFFF00000100007F):1538 .* 0A ' /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

missing_packages() { # prints the system packages that `sh run.sh $1` still lacks
    if ! installed "$1"; then
        if ! venv_usable && ! find_python >/dev/null; then echo python3-venv; fi
        if ! certificates_found; then echo ca-certificates; fi
    fi
    if ! library_found libpango-1.0.so.0; then echo libpango-1.0-0; fi
    if ! library_found libpangoft2-1.0.so.0; then echo libpangoft2-1.0-0; fi
    if ! library_found libharfbuzz-subset.so.0; then echo libharfbuzz-subset0; fi
    if ! fonts_found; then
        case $(distribution VERSION_CODENAME) in
            bookworm | jammy) echo fontconfig fonts-liberation2 ;; # there fonts-liberation is still version 1
            *) echo fontconfig fonts-liberation ;;
        esac
    fi
    if [ "$1" = test ]; then
        if ! command -v pdftoppm >/dev/null; then echo poppler-utils; fi
        if ! library_found libatomic.so.1; then echo libatomic1; fi # the Node.js inside Playwright asks for it
        # Ubuntu's package chromium only leads to snap: install_browser() finds another way there.
        if [ "$(distribution ID)" != ubuntu ] && ! find_browser >/dev/null; then echo chromium; fi
        if [ -z "${CONGRESS_TEST_DATABASE_URL:-}" ] && ! something_listens_on_5432 && ! find_postgres_programs >/dev/null; then
            echo postgresql
        fi
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif ! command -v sudo >/dev/null; then
        return 1
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@" # nobody is there to type a password
    fi
}

lists_are_fresh=no
install_packages() { # returns 1 where it cannot; the caller looks again at what is missing
    if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; }; then return 1; fi
    say "Máy còn thiếu các gói hệ thống sau, chương trình sẽ cài bằng apt-get: $*" \
        "These system packages are missing and are now installed with apt-get: $*"
    if [ $lists_are_fresh = no ]; then
        as_root apt-get -qq update >&2 || true
        lists_are_fresh=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" >&2
}

install_browser() { # for Ubuntu: the build of Chromium that Playwright's pinned version brings itself
    if ! as_root true 2>/dev/null; then return 1; fi
    say "Sẽ tải Chromium cho phép thử bằng: playwright install --with-deps chromium" \
        "Chromium for the tests is now fetched with: playwright install --with-deps chromium"
    .venv/bin/python -m playwright install --with-deps chromium >&2
}

prepare_system() {
    packages=$(missing_packages "$1" | paste -sd ' ' -)
    if [ -z "$packages" ]; then return 0; fi
    # shellcheck disable=SC2086 # a list of words
    install_packages $packages || true
    packages=$(missing_packages "$1" | paste -sd ' ' -)
    if [ -z "$packages" ]; then return 0; fi
    case " $packages" in
        *" python3-venv"*)
            refuse "Thiếu Python 3.11 trở lên (có venv) và không cài được; hãy chạy bằng quyền quản trị (root) rồi thử lại: $(install_line "$packages")" \
                "Python 3.11 or newer (with venv) is missing and could not be installed; run this line as root and try again" ;;
        *" ca-certificates"*)
            refuse "Thiếu chứng thư gốc để tải thư viện và không cài được; hãy chạy bằng quyền quản trị (root) rồi thử lại: $(install_line "$packages")" \
                "Root certificates are missing and could not be installed; run this line as root and try again" ;;
    esac
    hard=
    for package in $packages; do
        case $package in chromium | postgresql) ;; *) hard="$hard $package" ;; esac # these two are judged later
    done
    if [ -z "$hard" ]; then return 0; fi
    if [ "$1" = test ]; then
        refuse "Thiếu gói hệ thống cho phép thử và không cài được:$hard; hãy chạy bằng quyền quản trị (root) rồi thử lại: $(install_line "$packages")" \
            "System packages for the tests are missing and could not be installed; run this line as root and try again"
    fi
    say "Chương trình vẫn chạy nhưng chưa in được PDF vì thiếu:$hard; để in PDF hãy chạy bằng quyền quản trị (root): $(install_line "$packages")" \
        "The program starts all the same but cannot print PDF yet; to print run this line as root"
}

# --- Python libraries ------------------------------------------------------------------------------------------------

fingerprint() { # the folder counts, because scripts in .venv/bin name it
    { pwd -P; cat pyproject.toml requirements.lock requirements-test.lock; } | cksum | tr -d ' '
}

installed() { # a test installation also serves the program, which needs fewer libraries
    [ -x .venv/bin/python ] && [ -x .venv/bin/congress ] || return 1
    state=$(cat $marker 2>/dev/null || true)
    [ "$state" = "$(fingerprint) test" ] || { [ "$1" != test ] && [ "$state" = "$(fingerprint) run" ]; }
}

venv_usable() { # not when half installed, when the folder was moved, or when the system's Python was replaced
    [ "$(cat $marker 2>/dev/null || true)" != $unfinished ] &&
        grep -qF "$(pwd -P)/.venv" .venv/bin/activate 2>/dev/null &&
        .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

fetch_libraries() { # wheels only: building a source package would bring build tools without a hash
    # uv is quicker but does not know pip's settings, so it is used only where there are none to respect.
    if command -v uv >/dev/null && [ -z "$(.venv/bin/python -m pip config list 2>/dev/null)" ] &&
        uv pip install --quiet --python .venv/bin/python --require-hashes --no-build -r "$1" >&2; then
        return 0
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$1" >&2
}

prepare_libraries() {
    if installed "$1"; then return 0; fi
    case $1 in test) kind=test lock=requirements-test.lock ;; *) kind=run lock=requirements.lock ;; esac
    say "Cài các thư viện Python theo $lock vào .venv (một đến vài phút)…" \
        "Installing the Python libraries of $lock into .venv (a minute or a few)…"
    if ! venv_usable; then
        rm -rf .venv
        mkdir .venv
        echo $unfinished >$marker
        "$(find_python)" -m venv .venv
    fi
    echo $unfinished >$marker
    if ! fetch_libraries $lock; then
        refuse "Không tải được thư viện Python; hãy kiểm tra mạng, proxy và cấu hình pip rồi chạy lại: sh run.sh $1" \
            "The Python libraries could not be fetched; check the network, proxy and pip settings, then run: sh run.sh $1"
    fi
    # The build backend is among the locked libraries, so this step needs no network.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable . >&2
    echo "$(fingerprint) $kind" >$marker
}

# --- What only tests need --------------------------------------------------------------------------------------------

prepare_browser() {
    if ! browser=$(find_browser) && { ! install_browser || ! browser=$(find_browser); }; then
        browser=
        hint=$(install_line chromium)
        if [ "$(distribution ID)" = ubuntu ]; then hint="snap install chromium"; fi
        if [ "${REQUIRE_BROWSER:-}" = 1 ]; then
            refuse "Thiếu trình duyệt Chromium cho phép thử và không cài được; hãy chạy bằng quyền quản trị (root): $hint" \
                "No Chromium for the browser tests and none could be installed; run this line as root"
        fi
        say "Thiếu trình duyệt Chromium, các phép thử bằng trình duyệt sẽ BỊ BỎ QUA; để chạy đủ hãy chạy bằng quyền quản trị (root): $hint" \
            "No Chromium: the browser tests will be SKIPPED; to run them all, run this line as root"
        return 0
    fi
    export CONGRESS_TEST_BROWSER="$browser"
}

postgres_accepts() { # $1 the address; $2 "create" asks for the right to create databases too
    .venv/bin/python - "$@" <<'PYTHON'
import sys

import psycopg

try:
    with psycopg.connect(sys.argv[1].replace("+psycopg", "", 1), connect_timeout=5) as connection:
        row = connection.execute("select rolsuper or rolcreatedb from pg_roles where rolname = current_user").fetchone()
except psycopg.Error:
    sys.exit(1)
sys.exit("create" in sys.argv and not row[0])
PYTHON
}

as_postgres() { # root hands over to the user postgres, everybody else runs the server as themselves
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

postgres_settings() { # nothing here has to outlive a power cut, so the server need not wait for the disk
    cat <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
CONF
}

cluster=
start_postgres() { # a server of our own: temporary folder, free port, loopback only, random password
    programs=$(find_postgres_programs) || return 1
    cluster=$(mktemp -d "${TMPDIR:-/tmp}/congress-postgres.XXXXXX")
    trap stop_postgres EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    password=$(.venv/bin/python -c 'import secrets; print(secrets.token_hex(16))')
    port=$(.venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    (umask 077 && echo "$password" >"$cluster/password")
    if [ "$(id -u)" = 0 ]; then chown -R postgres "$cluster"; fi
    if as_postgres "$programs/initdb" --pgdata="$cluster/data" --username=postgres --auth=scram-sha-256 \
        --pwfile="$cluster/password" --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$cluster.log" 2>&1 &&
        postgres_settings >>"$cluster/data/postgresql.conf" &&
        as_postgres "$programs/pg_ctl" --pgdata="$cluster/data" --log="$cluster/log" --wait --timeout=60 start >>"$cluster.log" 2>&1; then
        CONGRESS_TEST_DATABASE_URL="postgresql+psycopg://postgres:$password@127.0.0.1:$port/postgres"
    else
        cat "$cluster.log" "$cluster/log" >&2 2>/dev/null || true
        return 1
    fi
}

stop_postgres() {
    trap - EXIT
    as_postgres "$programs/pg_ctl" --pgdata="$cluster/data" --mode=immediate stop >/dev/null 2>&1 || true
    rm -rf "$cluster" "$cluster.log"
}

prepare_postgres() {
    if [ -n "${CONGRESS_TEST_DATABASE_URL:-}" ]; then
        CONGRESS_TEST_DATABASE_URL=postgresql+psycopg://${CONGRESS_TEST_DATABASE_URL#*://}
        export CONGRESS_TEST_DATABASE_URL
        if postgres_accepts "$CONGRESS_TEST_DATABASE_URL"; then return 0; fi
        refuse "Không kết nối được PostgreSQL theo CONGRESS_TEST_DATABASE_URL; hãy sửa địa chỉ hoặc bỏ biến này rồi chạy lại: unset CONGRESS_TEST_DATABASE_URL; sh run.sh test" \
            "The PostgreSQL server of CONGRESS_TEST_DATABASE_URL does not accept a connection; correct or unset it and run again"
    fi
    local_server=postgresql+psycopg://${PGUSER:-postgres}@127.0.0.1:5432/postgres
    if something_listens_on_5432 && postgres_accepts "$local_server" create; then
        export CONGRESS_TEST_DATABASE_URL="$local_server"
        return 0
    fi
    # A server on 5432 that refuses us looked good enough until now.
    if ! find_postgres_programs >/dev/null; then install_packages postgresql || true; fi
    if start_postgres; then
        export CONGRESS_TEST_DATABASE_URL
    elif [ "${REQUIRE_POSTGRES:-}" = 1 ]; then
        refuse "Thiếu PostgreSQL cho phép thử và không cài hoặc không mở được; hãy chạy bằng quyền quản trị (root) rồi thử lại: $(install_line postgresql)" \
            "No PostgreSQL for the tests and none could be installed or started; run this line as root and try again"
    else
        say "Thiếu PostgreSQL, phép thử CHỈ CHẠY TRÊN SQLITE; để chạy đủ hãy chạy bằng quyền quản trị (root): $(install_line postgresql)" \
            "No PostgreSQL: the tests run ON SQLITE ONLY; to run them all, run this line as root"
    fi
}

# --- The two commands ------------------------------------------------------------------------------------------------

run_tests() {
    if [ -n "${CI:-}" ]; then export REQUIRE_BROWSER=1 REQUIRE_POSTGRES=1; fi
    prepare_browser
    prepare_postgres
    if [ $# -eq 0 ]; then set -- -n auto --maxprocesses 8; fi
    if [ -z "$cluster" ]; then exec .venv/bin/python -m pytest "$@"; fi
    .venv/bin/python -m pytest "$@" # no exec: the server started above has to be stopped afterwards
}

case ${1:-help} in
    help | -h | --help)
        usage
        ;;
    test)
        prepare_system test
        prepare_libraries test
        shift
        run_tests "$@"
        ;;
    *)
        prepare_system "$1"
        prepare_libraries "$1"
        exec .venv/bin/congress "$@"
        ;;
esac

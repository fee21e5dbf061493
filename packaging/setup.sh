# shellcheck shell=sh
# Sets up what Customer Book needs on this computer; read in by run.sh and test.sh.
#
# Nothing that is already there is installed again, and the system's own Python packages are left
# alone: everything from Python goes into .venv (the program) and .venv-uv (the tool uv) beside the
# code. Where a package is missing, Debian's package manager is asked, as root or through sudo.

export UV_PYTHON_PREFERENCE=only-system UV_PYTHON_DOWNLOADS=never
export PIP_DISABLE_PIP_VERSION_CHECK=1
unset VIRTUAL_ENV

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "Customer Book could not be set up: $*"
    exit 1
}

# Libraries that Qt asks for by name, and the Debian package that has each. A package that Debian 13
# renamed (libglib2.0-0t64) still answers to its old name.
# shellcheck disable=SC2034  # run.sh and test.sh use it
window_libraries='
libGL.so.1=libgl1
libEGL.so.1=libegl1
libX11.so.6=libx11-6
libglib-2.0.so.0=libglib2.0-0
libgthread-2.0.so.0=libglib2.0-0
libxkbcommon.so.0=libxkbcommon0
libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1
libfreetype.so.6=libfreetype6
libgssapi_krb5.so.2=libgssapi-krb5-2
libbrotlidec.so.1=libbrotli1
libz.so.1=zlib1g
libzstd.so.1=libzstd1
libxcb-cursor.so.0=libxcb-cursor0
libxcb-icccm.so.4=libxcb-icccm4
libxcb-image.so.0=libxcb-image0
libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-randr.so.0=libxcb-randr0
libxcb-render-util.so.0=libxcb-render-util0
libxcb-shape.so.0=libxcb-shape0
libxcb-shm.so.0=libxcb-shm0
libxcb-sync.so.1=libxcb-sync1
libxcb-util.so.1=libxcb-util1
libxcb-xfixes.so.0=libxcb-xfixes0
libxcb-xkb.so.1=libxcb-xkb1
libX11-xcb.so.1=libx11-xcb1
libxkbcommon-x11.so.0=libxkbcommon-x11-0
libwayland-client.so.0=libwayland-client0
libwayland-cursor.so.0=libwayland-cursor0
libwayland-egl.so.1=libwayland-egl1
libcups.so.2=libcups2
'

# What the tests need to look at the window as a screen reader does: a screen that nobody sees, a
# bus of their own, and the bus of screen readers.
# shellcheck disable=SC2034  # test.sh uses it
screen_reader_programs='
Xvfb=xvfb
dbus-daemon=dbus-daemon
/usr/share/dbus-1/services/org.a11y.Bus.service=at-spi2-core
'

# What the tests need to keep secrets as a desktop does: a keyring, and a bus of their own for it.
# shellcheck disable=SC2034  # test.sh uses it
keyring_programs='
gnome-keyring-daemon=gnome-keyring
dbus-run-session=dbus-daemon
'

# Debian packages that are missing, of what is named by $1 (name=package lines): a library, a file
# with its whole path, or a program.
missing_packages() {
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        printf '%s\n' python3 python3-venv
    fi
    if [ ! -e /etc/ssl/certs/ca-certificates.crt ]; then
        printf '%s\n' ca-certificates
    fi
    present=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null) || present=
    for wanted in $1; do
        name=${wanted%%=*}
        case "$name" in
            *.so.*) case "$present" in *"$name "*) continue ;; esac ;;
            /*) [ ! -e "$name" ] || continue ;;
            *) ! command -v "$name" >/dev/null || continue ;;
        esac
        printf '%s\n' "${wanted#*=}"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Run a command whose report is only of interest when it fails: $1 says what it is for.
quietly() {
    purpose=$1
    shift
    report=$(mktemp)
    if ! "$@" >"$report" 2>&1; then
        tail -n 20 "$report" >&2
        rm -f "$report"
        fail "$purpose did not work; the end of its report stands above."
    fi
    rm -f "$report"
}

install_packages() {
    missing=$(missing_packages "$1" | sort -u | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null ||
        fail "this system has no apt-get. Please install what Debian calls: $missing"
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
        fail "please run this as root first: apt-get install $missing"
    say "Installing from Debian: $missing"
    quietly "Reading Debian's package lists" as_root apt-get -q update
    # $missing is a list of words.
    # shellcheck disable=SC2086
    quietly "Installing the Debian packages" \
        as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o Dpkg::Use-Pty=0 install --no-install-recommends $missing
}

# Have the uv named by $1 read the lock file: true where it starts and is new enough.
try_uv() {
    "$1" export --frozen --quiet --output-file /dev/null
}

# Put the uv to use into $uv: the one on the path, else one of our own in .venv-uv.
find_uv() {
    for uv in uv .venv-uv/bin/uv; do
        try_uv "$uv" 2>/dev/null && return 0
    done
    say "Fetching uv, the tool that installs the Python packages, into .venv-uv."
    quietly "Making a Python environment for uv" python3 -m venv --clear .venv-uv
    quietly "Fetching uv" .venv-uv/bin/python -m pip install --quiet uv
    quietly "Starting uv" try_uv "$uv"
}

# Bring .venv to the versions of uv.lock; what is given is handed on to uv.
install_python_packages() {
    [ -d .venv ] || say "Fetching the Python packages into .venv (about 200 MB, the first time only)."
    if [ -t 2 ]; then
        "$uv" sync --locked "$@" || fail "the Python packages could not be installed."
    else
        quietly "Installing the Python packages" "$uv" sync --locked "$@"
    fi
}

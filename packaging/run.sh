#!/bin/sh
# Sets up what is missing and opens Customer Book with a sample book.
#
# Without a display it does the main job in the terminal instead: takes over an export, finds a
# customer by the last four digits, logs a visit with a promise, writes the confirmation as PDF and
# lists what is due.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

books=${XDG_DATA_HOME:-$HOME/.local/share}/customerbook
export CUSTOMERBOOK_PASSPHRASE="seven wet tandems at noon"

customerbook() {
    "$uv" run --no-sync --quiet customerbook-cli "$@"
}

# One value out of the JSON on standard input: $1 is a Python expression over `it`.
pick() {
    "$uv" run --no-sync --quiet python -c "import json, sys; it = json.load(sys.stdin); print($1)"
}

step() {
    printf '\n%s\n' "$*"
}

open_window() {
    book="$books/Sample shop.customerbook"
    if [ ! -e "$book" ]; then
        say "Making a sample book …"
        customerbook sample "$book" >/dev/null
    fi
    say "The sample book: $book"
    say "Its passphrase:  $CUSTOMERBOOK_PASSPHRASE"
    exec "$uv" run --no-sync --quiet customerbook "$book"
}

do_the_main_job() {
    folder=$(mktemp -d "$books/sample-$(date +%Y%m%d-%H%M%S)-XXXX")
    book="$folder/Sample shop.customerbook"
    export_file=resources/examples/customers.vcf
    last_four=0142
    pdf="$folder/confirmation.pdf"

    step "There is no display, so this is the main job in the terminal. A fresh sample book:"
    customerbook sample "$book"

    step "Taking over the customers of $export_file:"
    customerbook import "$book" "$export_file"

    step "Someone calls; the display shows a number that ends in $last_four. Who is it?"
    customerbook find "$book" "$last_four"
    customer=$(customerbook find "$book" "$last_four" --json | pick 'it[0]["id"]')

    step "They come by. The visit, and what was promised:"
    reference=$(customerbook log "$book" visit --customer "$customer" \
        --note "Rear wheel wobbles; the rim is worn. A new one is ordered." \
        --outcome promised --promise "Call when the wheel is here" --by "fri 14:00" \
        --json | pick 'it["reference"]')
    customerbook show "$book" "$customer"

    step "The confirmation to hand over:"
    customerbook print "$book" confirmation "$reference" --to "$pdf"

    step "What is due:"
    customerbook due "$book"

    step "The files lie in $folder"
    ls -l "$folder"
    say "The passphrase of this book is: $CUSTOMERBOOK_PASSPHRASE"
}

mkdir -p "$books"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    install_packages "$window_libraries"
else
    install_packages ""
fi
find_uv
install_python_packages --no-dev --inexact
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    open_window
else
    do_the_main_job
fi

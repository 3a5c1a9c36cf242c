"""`python -m quality`: measure, tabulate, hold against the floors."""

from __future__ import annotations

import argparse
import sys
import time

from quality.gate import fallen, moved, read_floors, write_floors
from quality.measure import KIT, Measured, NotMeasuredError, measure, sets
from quality.table import table, write_page


def main() -> int:
    """Exit code 1 when a figure fell below its floor."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--only", default="", help="measure only the sets whose name holds this")
    ap.add_argument("--pin", action="store_true", help="raise the floors to the figures reached")
    ap.add_argument(
        "--lower", action="store_true", help="set the floors to the figures reached even where that lowers them"
    )
    ap.add_argument("--write", action="store_true", help="write the table into docs/quality.md")
    args = ap.parse_args()
    if not KIT.is_dir():
        print(f"quality: nothing measured: the evaluation kit is not at {KIT}", file=sys.stderr)
        return 0
    found: list[Measured] = []
    for spec in sets(args.only):
        begun = time.monotonic()
        try:
            found.extend(measure(spec))
        except NotMeasuredError as e:
            print(f"{spec['name']}: not measured: {e}", file=sys.stderr)
            continue
        print(f"{spec['name']}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    print(table(found))
    floors = read_floors()
    below = fallen(found, floors)
    for line in below:
        print(f"below its floor: {line}", file=sys.stderr)
    if args.pin or args.lower:
        write_floors(moved(found, floors, lower=args.lower))
    if args.write:
        write_page(found)
    return 1 if below and not args.lower else 0


if __name__ == "__main__":
    sys.exit(main())

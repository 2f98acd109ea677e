#!/usr/bin/env python3
"""What Python's csv makes of tables: the second opinion of tests/exchange/tables/judged.rs.

    tables.py DELIMITER FILE.csv...

Prints one JSON line for each file: its rows, each a list of cells, read strictly.
"""
import csv
import json
import sys


def main():
    delimiter = sys.argv[1]
    for path in sys.argv[2:]:
        with open(path, newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file, delimiter=delimiter, strict=True))
        print(json.dumps(rows, ensure_ascii=False))


if __name__ == "__main__":
    main()

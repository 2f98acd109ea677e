"""SQLite FTS5 on the rows of search_bench: prints one letter p50 p99, more letters p50 p99, in milliseconds."""

import re
import sqlite3
import sys
import time
from pathlib import Path

folder = Path(sys.argv[1])
base = sqlite3.connect(folder / "judge.sqlite")
base.execute("PRAGMA synchronous=OFF")
for kind in range(3):
    base.execute(
        f"CREATE VIRTUAL TABLE kind{kind} USING fts5(name, line, text, detail=column,"
        " prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2')"
    )
with open(folder / "rows", encoding="utf-8") as rows:
    for row in rows:
        kind, *texts = row.rstrip("\n").split("\t")
        base.execute(f"INSERT INTO kind{kind} VALUES (?, ?, ?)", (texts + ["", "", ""])[:3])
base.commit()

one, more = [], []
typed = [line for line in sys.stdin.read().split("\n") if line]
for turn in range(12):
    for text in typed:
        match = " ".join(f"{word}*" for word in re.findall(r"\w+", text))
        begin = time.perf_counter()
        for kind in range(3):
            base.execute(f"SELECT rowid FROM kind{kind} WHERE kind{kind} MATCH ? LIMIT 50", (match,)).fetchall()
        took = (time.perf_counter() - begin) * 1e3
        if turn >= 2:
            (one if len(text) == 1 else more).append(took)
for values in (one, more):
    values.sort()
    print(values[len(values) // 2], values[min(len(values) - 1, round(len(values) * 0.99))])

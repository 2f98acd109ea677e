"""SQLite asked what path_bench asks: prints a JSON list of {name, took (ms), rows}."""

import json
import re
import sqlite3
import sys
import time
from pathlib import Path

folder = Path(sys.argv[1])
asked = json.loads((folder / "asked.json").read_text(encoding="utf-8"))
NOW, TODAY = asked["now"], asked["now"] // 1440
PLANNED, HELD = 3, 0
TABLES = {
    "client": "id INTEGER PRIMARY KEY, name, folded, look_again INT, phone INT, video INT, visit INT, visit_ideal INT",
    "need": "client INT, day INT, words, open INT",
    "promise": "client INT, ours INT, words, due INT",
    "contact": "id INTEGER PRIMARY KEY, client INT, name, email",
    "touchpoint": "id INTEGER PRIMARY KEY, client INT, kind INT, state INT, begins INT, ends INT, title, reason,"
    " outcome, seen INT, turned INT, off INT, wants INT",
    "participant": "touchpoint INT, email",
}
base = sqlite3.connect(folder / "judge.sqlite")
base.execute("PRAGMA synchronous=OFF")
base.execute("PRAGMA cache_size=-262144")
for name, columns in TABLES.items():
    base.execute(f"CREATE TABLE {name} ({columns})")
    width = columns.count(",") + 1
    with open(folder / name, encoding="utf-8") as rows:
        values = ([value or None for value in row.rstrip("\n").split("\t")] for row in rows)
        base.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * width)})", values)
# An order for each question.
for order in (
    "need(client)",
    "promise(client, due)",
    "promise(due)",
    "contact(client)",
    "participant(touchpoint, email)",
    "touchpoint(begins)",
    "touchpoint(client, begins)",
    "touchpoint(client, turned, begins)",
    "touchpoint(client, off, ends)",
    "touchpoint(ends, client) WHERE wants",
):
    base.execute(f"CREATE INDEX o{abs(hash(order))} ON {order}")
base.execute("CREATE VIRTUAL TABLE named USING fts5(name, prefix='2 3 4', tokenize='unicode61 remove_diacritics 2')")
base.execute("INSERT INTO named(rowid, name) SELECT id, name FROM client")
base.execute("INSERT INTO named(rowid, name) SELECT 1000000000 + id, name FROM contact")
base.commit()
base.execute("ANALYZE")

said = []


def measure(name, questions, ask, turns=1, counted=True):
    took, rows = [], 0
    for turn in range(turns):
        for question in questions:
            begin = time.perf_counter()
            answered = ask(question)
            took.append((time.perf_counter() - begin) * 1e3)
            rows += answered if turn == 0 else 0
    said.append({"name": name, "took": took, "rows": rows if counted else None})


def all_of(sql, *values):
    return base.execute(sql, values).fetchall()


WORN = {
    kind: f"(SELECT max(begins) / 1440 FROM touchpoint WHERE client = c.id AND turned = {at}"
    f" AND begins < {(TODAY + 1) * 1440})"
    for at, kind in ((1, "phone"), (2, "video"), (3, "visit"))
}
UNMET = (
    "SELECT name FROM contact WHERE client = ?1 AND NOT EXISTS (SELECT 1 FROM touchpoint t JOIN participant p"
    " ON p.touchpoint = t.id AND p.email = contact.email WHERE t.client = ?1 AND t.state = 0 AND t.ends <= ?2)"
)


def material(client):
    promises = all_of("SELECT words FROM promise WHERE client = ? AND ours = 1 ORDER BY due LIMIT 3", client)
    needs = all_of("SELECT words FROM need WHERE client = ? AND open = 1 ORDER BY rowid DESC LIMIT 3", client)
    past = "FROM touchpoint WHERE client = ? AND state = 0 AND begins < ?"
    last = all_of(f"SELECT outcome {past} AND outcome <> '' ORDER BY begins DESC LIMIT 1", client, NOW)
    seen = all_of(f"SELECT max(seen & 1), max(seen & 2) {past} AND kind = 2", client, NOW)
    reason = all_of(
        "SELECT reason FROM touchpoint WHERE client = ? AND reason <> '' AND begins < ? ORDER BY begins DESC LIMIT 1",
        client,
        NOW,
    )
    clocks = all_of(f"SELECT {', '.join(WORN.values())} FROM client c WHERE id = ?", client)
    unmet = all_of(UNMET, client, NOW)
    return len(promises) + len(needs) + len(last) + len(seen) + len(reason) + len(clocks) + len(unmet)


def brief(touchpoint):
    [(client, *_)] = all_of("SELECT t.client, t.*, c.* FROM touchpoint t JOIN client c ON c.id = t.client WHERE t.id = ?", touchpoint)
    material(client)
    ours = all_of("SELECT * FROM promise WHERE client = ? AND ours = 1 ORDER BY due", client)
    theirs = all_of("SELECT * FROM promise WHERE client = ? AND ours = 0 ORDER BY due LIMIT 1", client)
    needs = all_of("SELECT * FROM need WHERE client = ? AND open = 1 ORDER BY rowid DESC", client)
    unmet = all_of(UNMET, client, NOW)
    last = all_of(
        "SELECT * FROM touchpoint WHERE client = ? AND state = 0 AND ends <= ? ORDER BY begins DESC LIMIT 3", client, NOW
    )
    return len(ours) + len(theirs) + len(needs) + len(unmet) + len(last)


def day(_):
    around = all_of(
        "SELECT t.id, t.begins, t.ends, t.state, t.wants, t.title, t.reason, t.outcome, c.name FROM touchpoint t"
        " JOIN client c ON c.id = t.client WHERE t.begins >= ? AND t.begins < ? ORDER BY t.begins",
        (TODAY - 21) * 1440,
        (TODAY + 14) * 1440,
    )
    owed = all_of(
        "SELECT p.*, c.name FROM promise p JOIN client c ON c.id = p.client WHERE p.due < ? ORDER BY p.due LIMIT 50",
        TODAY + 8,
    )
    blocks = [one for one in around if one[1] // 1440 == TODAY]
    planned = [one for one in around if one[3] == PLANNED]
    coming = [one for one in planned if one[2] > NOW]
    wanting = [one for one in around if one[4] and one[2] > NOW]
    brief(coming[0][0])
    return len(blocks) + len(owed) + len(planned) - len(coming) + len(wanting)


def sentence(text):
    """Names by the words, then what the reason and the hour are held against: SQLite reads no sentence."""
    found = []
    for word in re.findall(r"[^\W\d]{2,}", text):
        found += all_of("SELECT rowid, name FROM named WHERE named MATCH ? LIMIT 100", f'"{word}"*')
    for row, _ in found[:1]:
        client = row
        if row >= 1_000_000_000:
            [(client,)] = all_of("SELECT client FROM contact WHERE id = ?", row - 1_000_000_000)
        all_of("SELECT reason FROM touchpoint WHERE client = ? AND reason <> '' ORDER BY begins DESC LIMIT 1", client)
    all_of("SELECT id, title FROM touchpoint WHERE begins >= ? AND begins < ?", (TODAY + 7) * 1440, (TODAY + 8) * 1440)
    return len(found)


COMING = f"EXISTS (SELECT 1 FROM touchpoint WHERE client = c.id AND off = 0 AND ends > {NOW})"
MET = f"EXISTS (SELECT 1 FROM touchpoint WHERE client = c.id AND off = 0 AND ends <= {NOW})"
LISTS = {
    "to see in person": f"CASE WHEN {WORN['visit']} IS NULL THEN {MET} ELSE {TODAY} - {WORN['visit']} > visit_ideal END",
    "promises due": f"EXISTS (SELECT 1 FROM promise WHERE client = c.id AND due <= {TODAY})",
    "looking for a reason": f"id IN (SELECT client FROM touchpoint WHERE wants AND ends > {NOW})",
    "without a next step": f"NOT {COMING} AND coalesce(look_again, 0) < {TODAY}",
}


def window(list_and_from):
    asks, begin = list_and_from
    worn = ", ".join(f"coalesce(({TODAY} - {last}) * 1000 / {kind}, -1)" for kind, last in WORN.items())
    rows = all_of(
        f"SELECT id, count(*) OVER () FROM (SELECT id, folded, max({worn}) AS worn FROM client c WHERE {LISTS[asks]})"
        " ORDER BY worn DESC, folded LIMIT 60 OFFSET ?",
        begin,
    )
    for client, _ in rows:
        all_of(f"SELECT c.*, {', '.join(WORN.values())} FROM client c WHERE id = ?", client)
        all_of("SELECT name FROM contact WHERE client = ? ORDER BY name LIMIT 3", client)
        shown = "SELECT * FROM touchpoint WHERE client = ? AND off = 0 AND ends"
        all_of(f"{shown} <= ? ORDER BY ends DESC LIMIT 1", client, NOW)
        all_of(f"{shown} > ? ORDER BY ends LIMIT 1", client, NOW)
        all_of("SELECT count(*) FROM touchpoint WHERE client = ?", client)
    return rows[0][1] if rows else 0


measure("material", asked["clients"], material, counted=False)
measure("brief", asked["touchpoints"], brief)
measure("day", [None], day, turns=20)
measure("sentence as typed", asked["sentences"], sentence, counted=False)
totals = {}
for name in LISTS:
    measure(f"list {name}", [(name, 0)], window, turns=5)
    totals[name] = said[-1]["rows"]
further = [(name, totals[name] * part // 5) for name in LISTS for part in range(1, 5)]
measure("list, another window of 60", further, window, counted=False)
print(json.dumps(said))

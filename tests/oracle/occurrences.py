#!/usr/bin/env python3
"""What recurring-ical-events makes of calendar files: the second opinion of tests/exchange/oracle.rs.

    occurrences.py FILE.ics...

Prints one JSON line for each file and window: the window (from a day before the file's first event on, and again twelve
years later, where a reader that skips ahead must still land on the same days), and every occurrence in it:
[uid, start, end]. A file it cannot read is {"file", "refused"}. Times with a zone are given in UTC, floating ones without a zone, whole days as dates.
"""
import datetime
import json
import os
import sys

import icalendar
import recurring_ical_events

UTC = datetime.timezone.utc
WINDOWS = ((-1, 800), (12 * 366, 400))  # days after the first event, length in days


def shown(time):
    if not isinstance(time, datetime.datetime):
        return time.isoformat()
    if time.tzinfo is None:
        return time.strftime("%Y-%m-%dT%H:%M:%S")
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def start_of(event):
    """The start of an event, or nothing when there is none that can be read."""
    try:
        return event["DTSTART"].dt
    except (KeyError, AttributeError, ValueError):
        return None


def calendars(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    for calendar in icalendar.Calendar.from_ical(text, multiple=True):
        # An event without a start is nobody's opinion; it must not take the file with it.
        calendar.subcomponents = [
            part for part in calendar.subcomponents if part.name != "VEVENT" or start_of(part) is not None
        ]
        yield calendar


def main():
    for path in sys.argv[1:]:
        try:
            read = list(calendars(path))
        except ValueError as problem:
            print(json.dumps({"file": os.path.basename(path), "refused": str(problem)}))
            continue
        starts = [start_of(event) for calendar in read for event in calendar.walk("VEVENT")]
        days = [datetime.date(start.year, start.month, start.day) for start in starts]
        if not days:
            continue
        for after, length in WINDOWS:
            begin = min(days) + datetime.timedelta(days=after)
            end = begin + datetime.timedelta(days=length)
            span = [datetime.datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (begin, end)]
            found = set()
            for calendar in read:
                query = recurring_ical_events.of(calendar, skip_bad_series=True)
                for event in query.between(*span):
                    found.add((str(event.get("UID", "")), shown(event.start), shown(event.end)))
            print(
                json.dumps(
                    {
                        "file": os.path.basename(path),
                        "from": begin.isoformat(),
                        "until": end.isoformat(),
                        "occurrences": sorted(found),
                    },
                    ensure_ascii=False,
                )
            )


if __name__ == "__main__":
    main()

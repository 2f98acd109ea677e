#!/usr/bin/env python3
"""What icalendar makes of iTIP messages, held to RFC 5546 §3.2.2 and §3.2.5: one line for each file, or a failure.

    messages.py FILE.ics...
"""
import sys

import icalendar


def held(calendar):
    method = str(calendar["METHOD"])
    assert method in ("REQUEST", "CANCEL"), method
    events = calendar.walk("VEVENT")
    assert len(events) == 1, "one event"
    event = events[0]
    for name in ("UID", "DTSTAMP", "DTSTART", "ORGANIZER", "SEQUENCE", "ATTENDEE", "SUMMARY"):
        assert name in event, name
    assert event["DTSTART"].dt.utcoffset() is not None, "a time in a zone"
    assert str(event["ORGANIZER"]).startswith("mailto:")
    guests = event["ATTENDEE"]
    guests = guests if isinstance(guests, list) else [guests]
    for guest in guests:
        assert str(guest).startswith("mailto:") and "@" in str(guest), guest
        if method == "REQUEST":
            assert guest.params["PARTSTAT"] == "NEEDS-ACTION", guest.params
            assert guest.params["RSVP"] == "TRUE", guest.params
            assert guest.params["ROLE"] == "REQ-PARTICIPANT", guest.params
    # A guest who is no longer invited is told without one: the meeting takes place.
    if method == "REQUEST" or "STATUS" in event:
        assert str(event["STATUS"]) == ("CONFIRMED" if method == "REQUEST" else "CANCELLED")
    assert not [name for name in event if name.startswith("X-")], list(event)
    return f"{method} {event['UID']} {event['SEQUENCE']} {event['DTSTART'].dt.isoformat()} {len(guests)}"


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        print(held(icalendar.Calendar.from_ical(file.read())))

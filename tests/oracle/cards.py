#!/usr/bin/env python3
"""What vobject and khard make of card files: the judges of tests/exchange/cards/judged.rs.

    cards.py FILE.vcf...

Prints one JSON line for each card: {"vobject": {...}, "khard": {...}}, each with the fields it read, as it read them.
vobject keeps the order of a file; khard sorts, and shows a number under the words that say what it is for.
"""
import json
import sys

import vobject
from khard.contacts import VCardWrapper


def text(value):
    """vobject gives a list where a value has commas that are not escaped."""
    return value if isinstance(value, str) else ", ".join(value)


def types(line):
    return sorted(word.lower() for word in line.params.get("TYPE", []) if word.lower() != "pref")


def all_of(card, name):
    return card.contents.get(name, [])


def first(card, name):
    lines = all_of(card, name)
    return lines[0].value if lines else ""


def address(value):
    parts = (value.box, value.extended, value.street, value.city, value.region, value.code, value.country)
    return [text(part) for part in parts]


def by_vobject(card):
    # A card of version 4 needs no N.
    name = first(card, "n") or vobject.vcard.Name()
    return {
        "uid": first(card, "uid"),
        "name": card.fn.value,
        "names": [text(part) for part in (name.family, name.given, name.additional, name.prefix, name.suffix)],
        "nickname": text(first(card, "nickname")),
        "organisation": first(card, "org") or [],
        "role": first(card, "title"),
        "phones": [[types(line), line.value] for line in all_of(card, "tel")],
        "emails": [[types(line), line.value] for line in all_of(card, "email")],
        "addresses": [[types(line), address(line.value)] for line in all_of(card, "adr")],
        "links": [line.value for line in all_of(card, "url")],
        "birthday": first(card, "bday"),
        "notes": [line.value for line in all_of(card, "note")],
        "tags": sorted(tag for line in all_of(card, "categories") for tag in line.value),
    }


def flat(found):
    return sorted(value for values in found.values() for value in values)


def by_khard(card):
    read = VCardWrapper(card)
    born = read.birthday
    found = read.post_addresses
    order = ("box", "extended", "street", "city", "region", "code", "country")
    places = [[text(place[part]) for part in order] for places in found.values() for place in places]
    return {
        "uid": read.uid,
        "name": read.formatted_name,
        "family": read._get_last_names(),
        "given": read._get_first_names(),
        "organisation": read.organisations,
        "role": read.titles,
        "phones": flat(read.phone_numbers),
        "emails": flat(read.emails),
        "addresses": sorted(places),
        "links": read.webpages,
        "birthday": born if isinstance(born, (str, type(None))) else born.strftime("%Y-%m-%d"),
        "notes": read.notes,
        "tags": sorted(read.categories),
    }


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            for card in vobject.readComponents(file.read()):
                print(json.dumps({"vobject": by_vobject(card), "khard": by_khard(card)}, ensure_ascii=False))


if __name__ == "__main__":
    main()

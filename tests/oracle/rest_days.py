#!/usr/bin/env python3
"""What Python's `holidays` says of each region: the second opinion of the domain's tests/domain/holidays.rs.

    rest_days.py FIRST_YEAR LAST_YEAR

Prints a line for each region and year: the region as the settings write it, then the days, in their order.
"""
import sys

import holidays

FRANCE = {
    "france": None,
    "alsace_moselle": "57",
    "guadeloupe": "971",
    "martinique": "972",
    "guyane": "973",
    "reunion": "974",
    "mayotte": "976",
    "saint_barthelemy": "BL",
    "saint_martin": "MF",
    "saint_pierre_et_miquelon": "PM",
    "polynesie": "PF",
    "nouvelle_caledonie": "NC",
    "wallis_et_futuna": "WF",
}
SWITZERLAND = {
    "switzerland": None,
    "bale_ville": "BS",
    "berne": "BE",
    "fribourg": "FR",
    "geneve": "GE",
    "jura": "JU",
    "neuchatel": "NE",
    "tessin": "TI",
    "valais": "VS",
    "vaud": "VD",
    "zurich": "ZH",
}
GERMANY = {
    "baden_wurttemberg": "BW",
    "bavaria": "BY",
    "berlin": "BE",
    "brandenburg": "BB",
    "bremen": "HB",
    "hamburg": "HH",
    "hesse": "HE",
    "lower_saxony": "NI",
    "mecklenburg": "MV",
    "north_rhine": "NW",
    "rhineland": "RP",
    "saarland": "SL",
    "saxony": "SN",
    "saxony_anhalt": "ST",
    "schleswig_holstein": "SH",
    "thuringia": "TH",
}
UNITED_KINGDOM = {"england_and_wales": "ENG", "scotland": "SCT", "northern_ireland": "NIR"}
REGIONS = {
    "FR": FRANCE,
    "CH": SWITZERLAND,
    "BE": {"belgium": None},
    "LU": {"luxembourg": None},
    "DE": GERMANY,
    "AT": {"austria": None},
    "IT": {"italy": None},
    "ES": {"spain": None},
    "PT": {"portugal": None},
    "NL": {"netherlands": None},
    "GB": UNITED_KINGDOM,
}


def main():
    first, last = int(sys.argv[1]), int(sys.argv[2])
    for country, regions in REGIONS.items():
        for region, code in regions.items():
            for year in range(first, last + 1):
                days = sorted(holidays.country_holidays(country, subdiv=code, years=year))
                # A substitute may fall into the next year: it is that year's to say.
                print(region, *(day for day in days if day.year == year))


if __name__ == "__main__":
    main()

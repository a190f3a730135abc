import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippets.importing.values.dates import read_date


@pytest.mark.parametrize(
    "written",
    [
        *("2024-12-31", "31.12.2024", "31/12/2024", "31-12-2024", "31.12.2024 r."),
        *("2024-12-31 00:00:00", "2024-12-31T00:00", "31 grudnia 2024", "45657"),
        *("31 grudnia 2024 r.", "31 Grudnia 2024 roku", "45657.0", "31. 12. 2024"),
    ],
)
def test_date_is_read(written):
    read = read_date("opp_since", written)

    assert (read.value, read.notes) == ("2024-12-31", ())


@pytest.mark.parametrize(
    "written",
    ["2024", "30.02.2024", "12/31/2024", "99999", "1.1.0001", "wczoraj", "4565"],
)
def test_other_texts_are_told(written):
    read = read_date("opp_since", written)

    assert (read.value, [note.code for note in read.notes]) == ("", ["invalid_date"])


def test_no_date_is_no_mistake():
    assert read_date("opp_since", "brak") == read_date("opp_since", "")


@given(st.dates(datetime.date(1928, 1, 1), datetime.date(2100, 12, 31)))
def test_each_way_of_writing_gives_the_same_day(day):
    serial = (day - datetime.date(1899, 12, 30)).days
    written = (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", str(serial))

    assert {read_date("verified_at", text).value for text in written} == {
        day.isoformat()
    }

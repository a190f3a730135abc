from hypothesis import given
from hypothesis import strategies as st

from snippets.importing.layout import Layout, find_layout, read_content

from .tables import is_known, knows_nothing, organisations, table_of

NAMES = ("Nazwa", "KRS", "Miasto")
cells = st.sampled_from(
    [
        "",
        "Nazwa",
        "KRS",
        "Miasto",
        "Razem",
        "A. Kluby",
        "12",
        "0000000168",
        "Łomża",
        "*",
    ]
)
tables = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=12)
ranges = st.tuples(*[st.integers(0, 12)] * 4)


def test_totals_sources_and_blank_rows_are_after_the_data():
    table = table_of(
        ("Wykaz",), NAMES, *organisations(3), ("",), ("Razem", "3"), ("",),
        ("Źródło: KRS",), ("12.",), ("Sporządził: wydział",),
    )  # fmt: skip

    assert find_layout(table, is_known) == Layout(1, 1, 2, 5)


def test_heading_of_a_section_with_nothing_under_it_is_after_the_data():
    table = table_of(
        ("Lp.", *NAMES), ("1", *organisations(1)[0]), ("B. Fundacje",), ("Razem", "1")
    )

    assert find_layout(table, is_known).data_end == 2


def test_last_record_with_a_name_alone_is_data():
    table = table_of(NAMES, *organisations(3), ("Koło Gospodyń",))

    assert find_layout(table, is_known).data_end == 5


@given(tables, st.lists(ranges, max_size=3), st.sampled_from([is_known, knows_nothing]))
def test_any_table_has_a_layout_that_can_be_read(rows, merged, known):
    merged = [
        (min(top, bottom), min(left, right), max(top, bottom), max(left, right))
        for top, left, bottom, right in merged
    ]
    table = table_of(*rows, merged=merged)

    layout = find_layout(table, known)
    content = read_content(table, layout)

    assert 0 <= layout.header_first <= layout.data_first <= len(rows)
    assert layout.header_rows <= 3
    assert sum(content.sections.values()) <= len(content.records)
    numbers = [record.number for record in content.records]
    assert numbers == sorted(set(numbers))


def test_layout_comes_back_from_what_is_kept():
    layout = Layout(3, 2, 5, 100)

    assert Layout.from_json(layout.to_json()) == layout

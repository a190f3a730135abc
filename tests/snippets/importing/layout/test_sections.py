import pytest

from .tables import content_of, names_of, organisations, table_of, text_table

HEADER = ("Lp.", "Nazwa", "KRS", "Miasto")


def numbered(count, start=1):
    rows = organisations(count, start=start)
    return [(str(at), *row) for at, row in enumerate(rows, start)]


@pytest.mark.parametrize(
    "heading",
    [
        ("A. Stowarzyszenia i inne",),
        ("Kultura i sztuka",),
        ("", "I. Kultura"),
        ("", "2) Sport"),
        ("", "Fundacje"),
        ("", "", "", "Gmina Łapy"),
        ("II", "Fundacje"),
    ],
)
def test_heading_of_a_section_is_carried_down_and_counted(heading):
    table = table_of(HEADER, *numbered(3), heading, *numbered(2, start=4))

    content = content_of(table)

    text = " ".join(cell for cell in heading if cell)
    assert content.sections == {text: 2}
    assert [record.section for record in content.records] == ["", "", "", text, text]


def test_merged_cell_is_a_heading_whatever_it_says():
    rows = organisations(4)
    table = table_of(
        ("Nazwa", "KRS", "Miasto"), ("Kultura",), *rows[:3], ("Sport",), rows[3],
        merged=[(1, 0, 1, 2), (5, 0, 5, 2)],
    )  # fmt: skip

    content = content_of(table)

    assert content.sections == {"Kultura": 3, "Sport": 1}
    assert names_of(content) == [row[0] for row in rows]


def test_record_with_a_name_alone_is_no_section():
    table = table_of(HEADER, *numbered(3), ("", "Koło Gospodyń"), *numbered(2, start=4))

    content = content_of(table)

    assert not content.sections
    assert names_of(content, 1)[3] == "Koło Gospodyń"


def test_list_of_names_alone_has_no_sections():
    names = ["A. Most", "Fundacje Razem", "I. Społeczne Koło", "1. Dom"]
    table = text_table("Nazwa;KRS;Miasto", *[f"{name};;" for name in names])

    content = content_of(table)

    assert not content.sections
    assert names_of(content) == names


def test_names_that_are_numbered_are_no_sections():
    rows = [(f"{at}. Most", "0000000001", "Łomża") for at in range(1, 6)]
    table = table_of(("Nazwa", "KRS", "Miasto"), *rows, ("6. Koło Gospodyń",), *rows)

    content = content_of(table)

    assert not content.sections
    assert len(content.records) == 11


def test_section_without_records_is_told():
    rows = numbered(2)
    table = table_of(HEADER, *rows, ("A. Fundacje",), ("B. Kluby",), *numbered(1, 3))

    assert content_of(table).sections == {"A. Fundacje": 0, "B. Kluby": 1}

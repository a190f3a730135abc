from snippets.importing.layout import Layout

from .tables import (
    content_of,
    headings_of,
    organisations,
    read_content,
    table_of,
    text_table,
)


def test_parts_of_a_heading_are_joined_from_the_top():
    table = table_of(
        ("Nazwa", "Dane rejestrowe", "", "Telefon"),
        ("", "KRS", "NIP", ""),
        ("Most", "1", "2", "3"),
        merged=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)],
    )

    content = content_of(table)

    assert headings_of(content) == [
        "Nazwa", "Dane rejestrowe / KRS", "Dane rejestrowe / NIP", "Telefon",
    ]  # fmt: skip
    assert content.columns[1].parts == ("Dane rejestrowe", "KRS")


def test_group_in_a_text_file_reaches_over_the_blank_cells_after_it():
    table = text_table(
        "Nazwa;Rejestr;;Siedziba;;Telefon", ";KRS;NIP;Ulica;Miasto;", "M;1;2;L;Ł;3"
    )

    assert headings_of(content_of(table)) == [
        "Nazwa", "Rejestr / KRS", "Rejestr / NIP", "Siedziba / Ulica",
        "Siedziba / Miasto", "Telefon",
    ]  # fmt: skip


def test_same_text_in_two_rows_is_one_part():
    table = table_of(("Nazwa", "Miasto"), ("NAZWA", "Gmina"), ("Most", "Łomża"))

    content = read_content(table, Layout(0, 2, 2, 3))

    assert headings_of(content) == ["Nazwa", "Miasto / Gmina"]


def test_same_heading_twice_is_kept_apart():
    table = table_of(("Nazwa", "Telefon", "telefon", "Telefon"), ("M", "1", "2", "3"))

    assert headings_of(content_of(table)) == [
        "Nazwa", "Telefon", "telefon (2)", "Telefon (3)",
    ]  # fmt: skip


def test_explanations_are_not_in_the_heading():
    table = table_of(("Nazwa", "KRS", "Miasto"), ("1", "2", "3"), *organisations(2))

    content = content_of(table)

    assert headings_of(content) == ["Nazwa", "KRS", "Miasto"]
    assert len(content.records) == 2


def test_column_without_heading_and_values_is_dropped():
    table = table_of(("Nazwa", "", "Miasto", "Uwagi"), ("Most", "", "Łomża", ""))

    content = content_of(table)

    assert [(column.index, column.heading) for column in content.columns] == [
        (0, "Nazwa"), (2, "Miasto"), (3, "Uwagi"),
    ]  # fmt: skip


def test_column_without_heading_and_with_values_is_kept_without_a_name():
    table = table_of(
        ("Nazwa", "", "Miasto"), *[(f"Most {at}", "x", "Łomża") for at in range(4)]
    )

    content = content_of(table)

    assert headings_of(content) == ["Nazwa", "", "Miasto"]
    assert content.columns[1].filled == 4


def test_columns_of_a_list_without_headings_have_no_names():
    content = content_of(table_of(*organisations(3)))

    assert headings_of(content) == ["", "", ""]
    assert [column.index for column in content.columns] == [0, 1, 2]
    assert len(content.records) == 3


def test_column_tells_samples_how_many_are_filled_and_whether_it_is_hidden():
    rows = [("Most", "x"), ("Most", ""), ("Dom", "x"), ("Lipa", ""), ("Koło", "")]

    content = content_of(table_of(("Nazwa", "Miasto"), *rows, hidden=frozenset({1})))

    name, city = content.columns
    assert (name.samples, name.filled, name.is_hidden) == (
        ("Most", "Dom", "Lipa"),
        5,
        False,
    )
    assert (city.samples, city.filled, city.is_hidden) == (("x",), 2, True)

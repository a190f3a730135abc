import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.queries.citations import (
    Citation,
    Cited,
    read_citation,
    read_register_numbers,
)
from tests.factories.snippets import made_up_krs, made_up_nip, made_up_regon


@pytest.mark.parametrize(
    "text",
    [
        *("ust. 29", "ust 29", "ust.29", "Ust. 29", "USTĘP 29", "ustępu 29", "pkt 29"),
        *("punkt 29", "punktu nr 29", "para. 29", "para 29", "paragraph 29"),
        *("point 29", "п. 29", "п.29", "ч. 29", "пункт 29", "частина 29", "ust. nr 29"),
        *("zmiana ust. 29", "ust. 29 o seniorach", "zmiany w ust. 29: seniorzy"),
    ],
)
def test_clause_is_cited(text):
    assert read_citation(text) == Citation(Cited.PARAGRAPH, "29")


@pytest.mark.parametrize(
    "text",
    [
        *("ust. 29 2014", "program 2014 ust. 29", "ust. 29 program na rok 2014"),
        *("2014 ust 29", "ust. 29/2014", "ust. 29 z 2014r.", "п. 29 2014"),
    ],
)
def test_year_of_a_clause_is_cited(text):
    assert read_citation(text) == Citation(Cited.PARAGRAPH, "29", 2014)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("§ 2", Citation(Cited.CHAPTER, "2")),
        ("§2", Citation(Cited.CHAPTER, "2")),
        ("paragraf 2", Citation(Cited.CHAPTER, "2")),
        ("rozdziału 2 2014", Citation(Cited.CHAPTER, "2", 2014)),
        ("rozdział 2", Citation(Cited.CHAPTER, "2")),
        ("розділ 2", Citation(Cited.CHAPTER, "2")),
        ("ust. 3A", Citation(Cited.PARAGRAPH, "3a")),
        ("obszar 4", Citation(Cited.AREA, "4")),
        ("area 4", Citation(Cited.AREA, "4")),
        ("сфера 4", Citation(Cited.AREA, "4")),
        ("cel szczegółowy 5", Citation(Cited.GOAL, "5")),
        ("cele szczegolowe 5", Citation(Cited.GOAL, "5")),
        ("specific goal 5", Citation(Cited.GOAL, "5")),
        ("wersja 3", Citation(Cited.VERSION, "3")),
        ("wersji nr 3 2014", Citation(Cited.VERSION, "3", 2014)),
        ("version 3", Citation(Cited.VERSION, "3")),
        ("версія 3", Citation(Cited.VERSION, "3")),
    ],
)
def test_other_things_are_cited(text, citation):
    assert read_citation(text) == citation


@pytest.mark.parametrize(
    "text",
    [
        *(
            "uwaga 17",
            "uwaga nr 17",
            "Uwagi nr 17",
            "uwagę 17",
            "U17",
            "u 17",
        ),
        *("comment 17", "comment no. 17", "зауваження 17", "заўвага 17"),
    ],
)
def test_comment_is_cited(text):
    assert read_citation(text) == Citation(Cited.COMMENT, "17")


@pytest.mark.parametrize(
    "text", ["17/2014", "17 / 2014", "U17/2014", "u 17/2014", "odpowiedź na U17/2014"]
)
def test_code_of_a_comment_is_cited(text):
    assert read_citation(text) == Citation(Cited.COMMENT, "17", 2014)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "2014", "17", "program 2014", "29 ust", "ust.", "§", "§§", "u was"),
        *("u 17 organizacji", "uchwała 17/2014", "17/20145", "17/1814", "rok 29"),
        *("ust. 1234567890", "nr 17", "№ 17", "uwaga siedemnaście", "ust. x29"),
    ],
)
def test_nothing_is_cited(text):
    assert read_citation(text) is None


@pytest.mark.parametrize("write", ["{}", "KRS {}", "nr KRS: {}", " {} "])
def test_krs_number_is_read(write):
    krs = made_up_krs(1)
    assert read_register_numbers(write.format(krs)) == {krs}
    grouped = f"{krs[:4]} {krs[4:7]} {krs[7:]}"
    assert read_register_numbers(write.format(grouped)) == {krs}


def test_krs_number_without_its_zeros_is_read():
    assert read_register_numbers("123456") == {"0000123456"}
    assert read_register_numbers("krs 123") == {"0000000123"}


@pytest.mark.parametrize("write", ["{}", "NIP {}", "PL{}"])
def test_nip_is_read(write):
    nip = made_up_nip(1)
    assert nip in read_register_numbers(write.format(nip))
    grouped = f"{nip[:3]}-{nip[3:6]}-{nip[6:8]}-{nip[8:]}"
    assert nip in read_register_numbers(write.format(grouped))


def test_regon_is_read():
    regon = made_up_regon(1)
    assert read_register_numbers(regon) == {regon}
    assert read_register_numbers(f"REGON {regon[:3]} {regon[3:6]} {regon[6:]}") == {
        regon
    }


@pytest.mark.parametrize(
    "text",
    [
        *("", "2014", "17", "ust. 29", "44051401359", "0000000000", "krs", "12/2014"),
        *("fundacja", "8000000011x", "1" * 300, "9" * 20),
    ],
)
def test_what_is_no_register_number_is_not_read(text):
    assert read_register_numbers(text) == frozenset()


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    read_citation(text)
    read_register_numbers(text)


@pytest.mark.parametrize("text", ["§" * 255, "a" * 255, "ust. " * 51, "1 " * 127])
def test_awkward_text_is_read_quickly(text):
    start = time.process_time()
    assert read_citation(text) is None
    assert read_register_numbers(text) == frozenset()
    assert time.process_time() - start < 0.2

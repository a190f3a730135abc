import pytest
from django.utils import translation

from search.models import Kind, plain_number
from search.queries.jumping import MOST_JUMPS, jumps
from tests.factories.catalogue import CatalogueEntryFactory
from tests.factories.pages import City
from tests.factories.snippets import made_up_krs, made_up_nip

pytestmark = pytest.mark.django_db


def clause(number="29", year=2014, *, kind="task", newest=True, **values):
    facts = {"clause_kind": kind, "is_newest": newest}
    facts["programme"] = values.pop("programme", "")
    values["number"] = plain_number(number)
    values.setdefault("title", f"ust. {number}")
    return CatalogueEntryFactory(clause=True, facts=facts, year=year, **values)


def urls(text, rf):
    return [jump.url for jump in jumps(text, rf.get("/"))]


def url_of(clause, language="pl"):
    return f"/{language}/clause/{clause.subject}/"


def test_clauses_of_newest_years_come_first(rf):
    old, new = clause(year=2013), clause(year=2014)
    clause("30")
    assert urls("ust. 29", rf) == [url_of(new), url_of(old)]
    assert urls("ust. 29 2013", rf) == [url_of(old)]
    assert urls("ust. 29 2012", rf) == []


def test_clause_of_the_newest_version_comes_first(rf):
    dropped, kept = clause(newest=False), clause()
    assert urls("ust. 29", rf) == [url_of(kept), url_of(dropped)]


def test_clause_is_named_with_its_programme_and_first_words(rf):
    clause(body="wspieranie sąsiadów " * 20, programme="Program współpracy")
    (jump,) = jumps("ust. 29", rf.get("/"))
    assert "ust. 29" in jump.title
    assert "Program współpracy" in jump.title
    assert jump.hint.startswith("wspieranie sąsiadów")
    assert len(jump.hint) == 100


def test_clause_is_named_with_the_year_where_its_programme_is_not_found(rf):
    clause()
    assert jumps("ust. 29", rf.get("/"))[0].title.endswith("2014")


def test_chapter_is_found_however_its_number_is_kept(rf):
    sign = clause("§ 2", kind="chapter", year=2014, title="§ 2 Cele")
    bare = clause("2", kind="chapter", year=2013)
    clause("2", kind="task")
    assert urls("§2", rf) == [url_of(sign), url_of(bare)]


@pytest.mark.parametrize(
    ("text", "kind"), [("obszar 2", "area"), ("cel szczegółowy 2", "goal")]
)
def test_other_kinds_of_clauses_are_found(rf, text, kind):
    wanted = clause("2", kind=kind)
    clause("2", kind="provision")
    assert urls(text, rf) == [url_of(wanted)]


def test_number_with_a_letter_is_found_in_any_case(rf):
    wanted = clause("3a")
    assert urls("ust. 3A", rf) == [url_of(wanted)]


def test_clauses_are_in_the_language_of_the_reader(rf):
    polish, english = clause(), clause(language="en")
    assert urls("ust. 29", rf) == [url_of(polish)]
    with translation.override("en"):
        assert urls("para. 29", rf) == [url_of(english, "en")]


def test_clauses_of_another_language_are_better_than_none(rf):
    polish = clause()
    with translation.override("uk"):
        assert urls("п. 29", rf) == [url_of(polish)]


def test_few_are_shown(rf):
    for year in range(2010, 2020):
        clause(year=year)
    assert len(urls("ust. 29", rf)) == MOST_JUMPS


def test_comments_are_found_by_number_and_year(rf):
    CatalogueEntryFactory(comment=True, body="Proszę dodać seniorów.")
    CatalogueEntryFactory(
        comment=True, title="U17/2015", year=2015, facts={"number": 17, "year": 2015}
    )
    new, old = "/pl/comments/2015/17/", "/pl/comments/2014/17/"
    assert urls("uwaga 17", rf) == [new, old]
    assert urls("17/2014", rf) == [old]
    assert urls("uwaga 17a", rf) == []
    (jump,) = jumps("U17/2014", rf.get("/"))
    assert jump.title == "U17/2014 ust. 29"
    assert jump.hint == "Proszę dodać seniorów."


def test_version_is_found(rf):
    city = City()
    draft = city.draft([], number=3, published=True)
    entry = {"kind": Kind.DRAFT, "page": draft.page_ptr, "facts": {"version": 3}}
    CatalogueEntryFactory(title="Projekt 3", subject="made-up", year=2014, **entry)
    url = draft.get_url()
    assert url in urls("wersja 3", rf)
    assert url in urls("wersja 3 2014", rf)
    assert urls("wersja 4", rf) == []


def organisation(*numbers, about=""):
    parts = [["names", "FUPRO"], ["body", about], ["names", " ".join(numbers)]]
    return CatalogueEntryFactory(organisation=True, parts=parts)


def test_organisation_is_found_by_its_own_numbers(rf):
    krs, nip = made_up_krs(1), made_up_nip(1)
    own = organisation(krs, nip)
    organisation(made_up_krs(2), about=f"Wspiera KRS {krs}")
    for text in (krs, f"KRS {krs}", f"{krs[:4]} {krs[4:7]} {krs[7:]}", nip, "9000001"):
        assert urls(text, rf) == [f"/pl/organisations/f-{own.subject}/"], text
    assert urls(made_up_krs(3), rf) == []


@pytest.mark.parametrize(
    ("text", "most"),
    [
        *(("seniorzy", 0), ("program 2014", 0), ("", 0), ("wersja trzecia", 0)),
        *(("ust. 29", 2), ("wersja 3", 1), ("U17/2014", 1), ("0009000001", 2)),
    ],
)
def test_jumps_ask_little(rf, text, most, django_assert_max_num_queries):
    clause()
    CatalogueEntryFactory(comment=True)
    organisation(made_up_krs(1))
    request = rf.get("/")
    with django_assert_max_num_queries(most):
        jumps(text, request)

"""Staff paste text into an open version and decide what each paragraph is."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageLogEntry

from pages.programmes.models import Clause, ClauseSuccession, ProgrammeDraftPage
from tests.factories.clauses import area, clause
from tests.factories.pages import City

from .pasting import (
    AREA,
    CHAPTER,
    FIRST,
    SECOND,
    THIRD,
    A,
    B,
    C,
    address,
    chosen,
    decide,
    revision_of,
    said,
    saved,
    send,
    signed_in,
    texts,
)

pytestmark = pytest.mark.django_db


def test_view_asks_for_the_text_and_where_it_goes(draft):
    response = signed_in().get(address(draft))

    groups = [value for value, _ in response.context["form"].fields["group"].choices]
    assert groups == ["", CHAPTER, AREA]


def test_only_an_exact_copy_is_chosen_beforehand(draft):
    text = f"28. {FIRST}\n29. {SECOND} narodowej\n30. budowa ścieżek rowerowych"

    response = send(draft, text)

    soup = BeautifulSoup(response.content, "html.parser")
    assert [chosen(soup, n) for n in (1, 2, 3)] == [A, "", ""]
    row = soup.select_one("#p-2")
    assert row.select_one("option:nth-of-type(2)")["value"] == B
    assert "%" in row.strong.text or "%" in row.text
    assert row.select_one("select[required]")
    assert "narodowej" in row.ins.text
    relation = soup.select_one("#relation-2 option[selected]")
    assert relation is None
    assert saved(draft).clauses == draft.clauses


def test_copy_of_a_clause_that_would_move_here_waits_for_a_word():
    other = str(uuid4())
    body = [
        area("Tu", 1, clause(text=FIRST, uid=A), uid=AREA),
        area("Gdzie indziej", 2, clause(text=SECOND, uid=B), uid=other),
    ]
    draft = City().draft(body, number=1, unpublished=True)
    client = signed_in()

    soup = BeautifulSoup(send(draft, SECOND, client).content, "html.parser")
    assert chosen(soup, 1) == ""
    assert "Gdzie indziej" in soup.select_one("#p-1").text

    decide(draft, SECOND, [(B, "same")], client)
    (row,) = ClauseSuccession.objects.all()
    assert (str(row.old_id), str(row.new_id), row.kind) == (B, B, "moved")
    assert {n.parent for n in saved(draft).clauses if n.uid == B} == {AREA}


def test_clauses_not_there_for_certain_are_listed_and_not_ticked(draft):
    soup = BeautifulSoup(send(draft, FIRST).content, "html.parser")

    boxes = soup.select("input[name=remove]")
    assert [box["value"] for box in boxes] == [B, C]
    assert not any(box.has_attr("checked") for box in boxes)


def test_one_revision_is_made_and_nothing_is_published(draft):
    text = f"{FIRST}\n{SECOND} narodowej\nnowe zadanie\nniepotrzebne"
    rows = [(A, "same"), (B, "same"), ("new", ""), ("out", "")]
    before = draft.revisions.count()

    response = decide(draft, text, rows)

    assert response.status_code == 302
    assert draft.revisions.count() == before + 1
    draft.refresh_from_db()
    assert not draft.live
    assert draft.latest_revision.user.username == "redakcja"
    assert PageLogEntry.objects.filter(action="wagtail.edit", page=draft.pk).exists()
    ((first, _), second, (new, added), third) = texts(draft)
    assert (first, second, third) == (A, (B, f"{SECOND} narodowej"), (C, THIRD))
    assert added == "nowe zadanie"
    assert Clause.objects.filter(pk=new).exists()
    assert not ClauseSuccession.objects.exists()


def test_succession_is_recorded_with_who_confirmed_it(draft):
    rows = [(A, "replaced"), (C, "split")]

    decide(draft, "kluby i zabytki\nświetlice", rows, **{f"into-{B}": "1"})

    (merged, _), (split, _), (third, _) = texts(draft)
    assert third == C
    found = ClauseSuccession.objects.values_list("old", "new", "kind")
    assert {(str(old), str(new), kind) for old, new, kind in found} == {
        (A, merged, "replaced"),
        (B, merged, "merged"),
        (C, split, "split"),
    }
    row = ClauseSuccession.objects.first()
    assert (row.confirmed_by.username, row.draft) == ("redakcja", draft)


def test_clause_is_removed_only_when_ticked(draft):
    decide(draft, FIRST, [(A, "same")], remove=[C])

    assert texts(draft) == [(A, FIRST), (B, SECOND)]


def test_the_same_may_be_pasted_again(draft):
    client = signed_in()
    rows = [(A, "split")]
    for _again in range(2):
        assert decide(draft, "coś", rows, client).status_code == 302

    assert len(texts(draft)) == 5


UNDECIDED = [
    [("", "")],
    [("", "same")],
    [(A, "")],
    [(A, "moved")],
    [(str(uuid4()), "same")],
    [("'><script>", "same")],
    [],
]


@pytest.mark.parametrize("rows", UNDECIDED)
def test_nothing_is_saved_while_a_row_is_not_decided(draft, rows):
    before = draft.revisions.count()

    response = decide(draft, "wspieranie klubów", rows)

    assert response.status_code == 200
    assert draft.revisions.count() == before
    assert "aria-invalid" in response.text
    assert not ClauseSuccession.objects.exists()


AT_ODDS = [
    ([(A, "same"), (A, "same")], {}),
    ([(A, "same"), (A, "replaced")], {}),
    ([(A, "same"), ("new", "")], {"remove": [A]}),
    ([(AREA, "replaced"), ("new", "")], {}),
    ([("new", ""), ("out", "")], {f"into-{B}": "2"}),
    ([("new", ""), ("out", "")], {f"into-{B}": "7"}),
    ([("new", ""), ("out", "")], {f"into-{B}": "x"}),
]


@pytest.mark.parametrize(("rows", "values"), AT_ODDS)
def test_decisions_at_odds_change_nothing(draft, rows, values):
    before = draft.revisions.count()

    response = decide(draft, "raz\ndwa", rows, **values)

    assert response.status_code == 200
    assert "help-critical" in response.text
    assert draft.revisions.count() == before
    soup = BeautifulSoup(response.content, "html.parser")
    assert chosen(soup, 1) == rows[0][0]


def test_conflict_is_told_and_the_text_is_shown_again(draft):
    draft.save_revision()
    stale = revision_of(draft)
    ProgrammeDraftPage.objects.get(pk=draft.pk).save_revision()

    client = signed_in()
    for extra in ({}, {"decided": "1", "clause-1": "new"}):
        response = send(draft, "mój <b>tekst</b>", client, **extra, revision=stale)

        form = response.context["form"]
        assert form["text"].value() == "mój <b>tekst</b>"
        assert form["revision"].value() == revision_of(draft)
        assert said(response)
        assert len(texts(draft)) == 3


TOO_MUCH = ["", " \n", "ą" * 500_001, "x\n" * 1_001, "x" * 20_001]


@pytest.mark.parametrize("text", TOO_MUCH)
def test_too_much_or_nothing_is_refused_with_a_message(draft, text):
    response = send(draft, text)

    assert response.status_code == 200
    assert response.context["form"].errors["text"]
    assert response.context["table"] is None


def test_as_much_as_is_allowed_is_taken(draft):
    text = "\n".join(f"zadanie numer {n} z wielu" for n in range(1_000))
    rows = [("new", "")] * 1_000

    assert len(send(draft, text).context["table"].rows) == 1_000
    assert decide(draft, text, rows, signed_in("Wydawca")).status_code == 302
    assert len(texts(draft)) == 1_003


def test_what_is_pasted_is_escaped(draft):
    evil = "</textarea><script>alert(1)</script x> &lt;img src=x onerror=1&gt; tekst"

    response = send(draft, evil, group="")

    assert "<img src=x" not in response.text
    assert "<script>alert" not in response.text


def test_group_that_is_not_there_is_refused(draft):
    assert send(draft, "x", group=str(uuid4())).context["form"].errors["group"]
    assert send(draft, "x", signed_in("Wydawca"), group=A).context["form"].errors


def test_person_may_go_back_to_the_text(draft):
    response = send(draft, "mój tekst", decided="1", back="1")

    assert response.context["table"] is None
    assert response.context["form"]["text"].value() == "mój tekst"

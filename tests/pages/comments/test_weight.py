"""Pages that show comments stay light, however long the comments are."""

import pytest

from pages.comments.public.listing import ON_A_PAGE
from pages.programmes.reading import CLAUSE_FRAME, WHOLE_UP_TO
from tests.factories.clauses import chapter, clause
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.pages import City
from tests.pages.measure import MOST_BYTES, weight
from tests.pages.programmes.closed import consulted
from tests.pages.programmes.test_reading import polish_text


@pytest.mark.django_db
def test_long_draft_with_a_comment_link_at_every_clause_is_light(client):
    city = City()
    for number, length in ((3, 20), (4, 150), (5, 2000)):
        draft = long_draft(city, number, length)
        ConsultationFactory(draft=draft)
        for node in draft.clauses[1:20]:
            PublicCommentFactory(
                consultation=draft.consultation, about=node.uid, published=True
            )

        response = client.get(draft.url)

        assert b"/comment/" in response.content
        assert weight(response.content) <= MOST_BYTES


@pytest.mark.django_db
@pytest.mark.usefixtures("unindexed")
def test_page_of_long_comments_on_all_of_many_clauses_is_light(client):
    text = polish_text(500_000)
    texts = iter(text[place : place + 3000] for place in range(0, 480_000, 300))
    body = [chapter("Zadania", *(clause(text=next(texts)[:250]) for _ in range(300)))]
    draft = consulted(City(), body=body)
    consultation = ConsultationFactory(draft=draft)
    for node in draft.clauses[1:]:
        comment = PublicCommentFactory(
            consultation=consultation,
            about=node.uid,
            answered=True,
            text=next(texts),
            proposed_wording=next(texts),
            justification=next(texts),
        )
        AnswerFactory(comments=[comment], published=True, reasons=next(texts))

    response = client.get(draft.url, {"view": "comments"})

    assert response.content.count(b'class="comment"') == ON_A_PAGE
    assert weight(response.content) <= MOST_BYTES


def long_draft(city, number, length):
    """Return a version in consultation, as long as one that is shown whole may be."""
    clauses = (WHOLE_UP_TO - 500) // (length + CLAUSE_FRAME)
    text = polish_text(length * clauses)
    body = chapter(
        "Zadania", *(clause(text=text[n * length :][:length]) for n in range(clauses))
    )
    return consulted(city, body=[body], number=number, title=f"Wersja {number}")

"""The list of answers, and the choice of comments that wait for one."""

import pytest
from django.urls import reverse

from tests.factories.comments import (
    AnswerFactory,
    PublicCommentFactory,
)
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.staff import ANSWER, Office, address
from tests.pages.measure import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


class TestList:
    def test_list_is_filtered(self, office, consultation):
        unit = CityUnitFactory()
        comments = PublicCommentFactory.create_batch(3, consultation=consultation)
        AnswerFactory(comments=comments[:1], ruling="noted", unit=unit)
        AnswerFactory(comments=comments[1:], ruling="rejected", published=True)
        client = office.browser("Jednostki")

        def found(query):
            response = client.get(f"{address(ANSWER, 'list')}?{query}")
            return [one.ruling for one in response.context["page_obj"]]

        assert found("") == ["rejected", "noted"]
        assert found("state=published") == found("ruling=rejected") == ["rejected"]
        assert found(f"unit={unit.pk}") == ["noted"]
        assert found("q=powiatu") == ["rejected", "noted"]

    def test_list_costs_the_same_however_long(self, office, consultation):
        client, url = office.browser("Jednostki"), address(ANSWER, "list")

        def add(number):
            for _ in range(number):
                comment = PublicCommentFactory(consultation=consultation)
                AnswerFactory(comments=[comment], drafted_by=office.unit)

        add(2)
        few = count_queries(client, url)
        add(9)
        assert count_queries(client, url) <= few

    def test_page_of_an_answer_costs_the_same_however_many_comments(
        self, office, consultation
    ):
        def cost(number):
            comments = PublicCommentFactory.create_batch(
                number, consultation=consultation, of_organisation=True
            )
            answer = AnswerFactory(comments=comments)
            return count_queries(
                office.browser("Jednostki"), address(ANSWER, "inspect", answer.pk)
            )

        assert cost(12) <= cost(2)


def test_list_offers_no_answer_without_a_comment(office):
    response = office.browser("Wydawca").get(address(ANSWER, "list"))

    assert not response.context["can_add"]


def test_chooser_of_comments_offers_what_waits_for_an_answer(office, consultation):
    waiting = PublicCommentFactory(consultation=consultation, published=True)
    PublicCommentFactory(consultation=consultation, text="ZATAJONE")
    chooser = "wagtailsnippetchoosers_public_comments_publiccomment"
    client = office.browser("Jednostki")

    html = client.get(reverse(f"{chooser}:choose")).json()["html"]
    assert str(waiting) in html
    assert "ZATAJONE" not in html
    found = client.get(f"{reverse(f'{chooser}:choose_results')}?q=U99")
    assert str(waiting) not in found.content.decode()
    chosen = client.get(reverse(f"{chooser}:chosen", args=[waiting.pk])).json()
    assert chosen["result"]["string"] == str(waiting)


def test_translators_choose_no_comments(office, consultation):
    comment = PublicCommentFactory(consultation=consultation, published=True)
    chooser = "wagtailsnippetchoosers_public_comments_publiccomment"
    client = office.browser("Tłumacze")
    for url in (
        reverse(f"{chooser}:choose"),
        reverse(f"{chooser}:choose_results"),
        reverse(f"{chooser}:chosen", args=[comment.pk]),
        f"{reverse(f'{chooser}:chosen_multiple')}?id={comment.pk}",
    ):
        assert client.get(url).status_code == 302

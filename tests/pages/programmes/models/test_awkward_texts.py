"""Texts as people send them: empty, unfinished, very long, pasted with markup."""

import pytest
from django.core.exceptions import ValidationError

from pages.programmes.models import ClauseWording, ProgrammeDraftPage
from tests.factories.clauses import chapter, clause
from tests.factories.pages import City
from tests.pages.markup import PublicPage

pytestmark = pytest.mark.django_db
WORD = (
    '<p class="MsoNormal" style="mso-style-name:x"><o:p>&nbsp;</o:p><b>wspieranie</b> '
    "<!--[if gte mso 9]><xml>x</xml><![endif]--><script>alert(1)</script></p>"
)


@pytest.fixture
def city():
    return City()


def test_version_without_text_is_published_and_closed(city):
    draft = city.draft([], status="consulted", published=True)

    assert ProgrammeDraftPage.objects.get(pk=draft.pk).frozen_version


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_clause_without_text_is_saved_but_not_published(city, text):
    body = [chapter("Zadania", clause(text="gotowy"), clause(text=text))]
    draft = city.draft(body, unpublished=True)
    revision = draft.save_revision(clean=False)

    with pytest.raises(ValidationError, match=r"ust\. 2"):
        revision.publish()

    assert not ProgrammeDraftPage.objects.get(pk=draft.pk).live


def test_chapter_without_title_is_named_by_its_number(city):
    draft = city.draft([chapter("", clause())], unpublished=True)

    with pytest.raises(ValidationError, match="§ 1"):
        draft.save_revision(clean=False).publish()


def test_clause_of_20_000_characters_is_kept_and_shown_whole(city, client):
    text = ("wspieranie sąsiadów i ich ogrodów " * 600)[:20_000].strip()
    draft = city.draft([clause(text=text)], published=True)

    assert ClauseWording.objects.get(draft=draft).text == text
    assert text in PublicPage.get(client, draft.url).main


def test_markup_pasted_from_word_stays_text(city, client):
    draft = city.draft([clause(text=WORD)], published=True)

    page = PublicPage.get(client, draft.url)

    assert "MsoNormal" in page.main
    assert page.soup.select(".clauses script, .clauses b, .clauses .MsoNormal") == []
    link = page.soup.select_one(".clauses a[href*='/clause/']")
    clause_page = PublicPage.get(client, link["href"])
    assert clause_page.soup.select("main script:not([type]), main .MsoNormal") == []


def test_number_that_is_too_long_is_refused_by_name(city):
    with pytest.raises(ValidationError, match="sąsiadów"):
        city.draft([clause(number="9" * 21)], unpublished=True)

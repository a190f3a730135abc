import json

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from pages.base.frame import (
    Frame,
    LanguageLink,
    Link,
    alternate_links,
    language_name,
    share_links,
)


@given(st.text())
def test_structured_data_cannot_leave_its_script_element(title):
    frame = Frame(title=title, url="https://example.org/")

    text = str(frame.json_ld)

    assert not set(text) & set("<>&")
    (trail,) = json.loads(text)["@graph"]
    assert trail["itemListElement"][0]["name"] == title


def test_breadcrumbs_go_from_the_home_page_to_the_page_itself():
    crumbs = (Link("Strona główna", "/pl/"), Link("Spotkania", "/pl/spotkania/"))
    frame = Frame(title="Warsztaty", url="/pl/spotkania/warsztaty/", crumbs=crumbs)

    (trail,) = json.loads(frame.json_ld)["@graph"]

    assert [(item["position"], item["name"]) for item in trail["itemListElement"]] == [
        (1, "Strona główna"),
        (2, "Spotkania"),
        (3, "Warsztaty"),
    ]


def test_share_links_carry_the_address_and_nothing_else():
    with translation.override("pl"):
        links = share_links(
            title="§ 7 „Łąka” & więcej", url="https://e.org/pl/?a=1&b=2"
        )

    assert [link.url for link in links] == [
        "mailto:?subject=%C2%A7%207%20%E2%80%9E%C5%81%C4%85ka%E2%80%9D%20%26%20wi%C4%99cej"
        "&body=https%3A%2F%2Fe.org%2Fpl%2F%3Fa%3D1%26b%3D2",
        "https://www.facebook.com/sharer/sharer.php"
        "?u=https%3A%2F%2Fe.org%2Fpl%2F%3Fa%3D1%26b%3D2",
        "https://www.linkedin.com/sharing/share-offsite/"
        "?url=https%3A%2F%2Fe.org%2Fpl%2F%3Fa%3D1%26b%3D2",
    ]


LANGUAGES = [
    LanguageLink("pl", "Polski", "/pl/a/", is_current=True),
    LanguageLink("en", "English", "/en/a/"),
    LanguageLink("uk", "Українська", "/uk/", is_home_only=True),
]


def test_only_real_translations_are_alternates():
    alternates = alternate_links(LANGUAGES, "https://example.org")

    assert {link.code: link.url for link in alternates} == {
        "pl": "https://example.org/pl/a/",
        "en": "https://example.org/en/a/",
    }


def test_page_of_a_single_language_has_no_alternates():
    assert alternate_links([LANGUAGES[0], LANGUAGES[2]], "https://example.org") == ()


@pytest.mark.parametrize(
    ("code", "name"),
    [("pl", "Polski"), ("en", "English"), ("uk", "Українська"), ("be", "Беларуская")],
)
def test_languages_are_named_in_themselves(code, name):
    assert language_name(code) == name

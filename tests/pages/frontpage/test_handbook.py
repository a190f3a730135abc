"""The staff's handbook: its text, and who reads it in the admin."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.staticfiles import finders
from django.urls import reverse

from pages.frontpage.handbook.chapters import FOLDER, PICTURES, SLUGS, read_chapter
from tests.pages.markup import PublicPage

ROOT = Path(__file__).resolve().parents[3]
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]+)\)")
WEIGHT = 60_000  # bytes; a page of the handbook has up to four pictures
STAFF = ("Redakcja", "Wydawca", "Tłumacze")


def source(slug):
    return (FOLDER / f"{slug}.md").read_text(encoding="utf-8")


def links(slug):
    """What a chapter links to and shows: whether a picture, its text, its path."""
    return [
        (mark == "!", text, path) for mark, text, path in LINK.findall(source(slug))
    ]


def address(slug):
    return reverse("handbook:chapter", args=[slug])


@pytest.fixture
def reader(client):
    def sign_in(group):
        user = get_user_model().objects.create_user(group.lower())
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return sign_in


def test_every_file_is_a_chapter():
    assert {path.stem for path in FOLDER.glob("*.md")} == set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_links_and_pictures_lead_somewhere_in_the_repository(slug):
    for _is_picture, _text, path in links(slug):
        assert (FOLDER / path).resolve().is_file(), path


@pytest.mark.parametrize("slug", SLUGS)
def test_pictures_are_described_and_light(slug):
    for is_picture, text, path in links(slug):
        if is_picture:
            assert len(text) > 40, path
            assert finders.find(f"{PICTURES}/{Path(path).name}"), path
            assert (FOLDER / path).stat().st_size <= WEIGHT, path


def test_no_picture_is_left_over():
    used = {Path(path).name for slug in SLUGS for _p, _t, path in links(slug)}
    kept = {path.name for path in Path(finders.find(PICTURES)).glob("*.png")}
    assert kept <= used


@pytest.mark.parametrize("slug", SLUGS)
def test_headings_are_in_order(slug):
    levels = [len(mark) for mark in re.findall(r"^(#+) ", source(slug), re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_summary_in_docs_leads_to_every_chapter():
    summary = (ROOT / "docs" / "redakcja.md").read_text(encoding="utf-8")
    targets = [
        (ROOT / "docs" / path).resolve() for _m, _t, path in LINK.findall(summary)
    ]
    assert targets == [FOLDER / f"{slug}.md" for slug in SLUGS]


@pytest.mark.django_db
@pytest.mark.parametrize("group", STAFF)
def test_staff_reads_every_chapter(reader, group):
    client = reader(group)
    contents = client.get(reverse("handbook:index")).content.decode()
    for slug in SLUGS:
        chapter = read_chapter(slug)
        assert f'href="{address(slug)}"' in contents
        text = client.get(address(slug)).content.decode()
        assert text.count("<h1") == 1
        assert chapter.title in text
        for section in chapter.sections:
            assert f'href="#{section.anchor}"' in text
            assert f'id="{section.anchor}"' in text


@pytest.mark.django_db
def test_help_menu_leads_to_the_handbook(reader):
    home = reader("Redakcja").get(reverse("wagtailadmin_home")).content.decode()
    assert f'"{reverse("handbook:index")}"' in home
    assert json.dumps("Podręcznik") in home


@pytest.mark.django_db
def test_paths_of_the_repository_become_addresses(reader):
    main = PublicPage.get(reader("Redakcja"), address("spotkanie")).soup.main
    targets = {link["href"] for link in main.select(".handbook a")}
    pictures = [image["src"] for image in main.select(".handbook img")]
    assert address("publikowanie") in targets
    assert not any(".md" in target for target in targets)
    assert all(path.startswith(f"/static/{PICTURES}/") for path in pictures)
    assert len(pictures) == 3


@pytest.mark.django_db
def test_unknown_chapter_is_not_found(reader):
    response = reader("Redakcja").get(address("nie-ma-takiego"), follow=True)
    assert response.status_code == 404


@pytest.mark.django_db
def test_nobody_else_reads_it(client):
    login = reverse("wagtailadmin_login")
    assert client.get(address(SLUGS[0])).url.startswith(login)
    client.force_login(get_user_model().objects.create_user("gość"))
    assert client.get(address(SLUGS[0])).status_code == 302

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from pages.directory.letters import ALPHABET, LETTERS, LetteredList
from snippets.collation import sort_key
from snippets.models import Organisation
from tests.factories.snippets import OrganisationFactory

NAMES = ("Łąka", "Lis", "„Łoś”", "4 pory", "Quo vadis", "Żubr", "Жук", "…", "Ćma")


def under(letter):
    return list(LetteredList(Organisation.objects.all(), letter)[0:50])


@pytest.mark.django_db
def test_every_name_stands_under_one_letter():
    for name in NAMES:
        OrganisationFactory(name=name)

    counts = LetteredList(Organisation.objects.all()).count_letters()

    assert list(counts) == list(LETTERS)
    used = {letter: number for letter, number in counts.items() if number}
    assert used == {"Ć": 1, "L": 1, "Ł": 2, "Ż": 1, "#": 4}
    for letter, number in counts.items():
        assert len(under(letter)) == number
    others = {one.name for one in under("#")}
    assert others == {"4 pory", "Quo vadis", "Жук", "…"}


class TestParts(TestCase):
    @settings(deadline=None, max_examples=60)
    @given(
        names=st.lists(st.text(f"{ALPHABET}QĄЖ4", min_size=1, max_size=2), max_size=12),
        letter=st.sampled_from(("", "A", "Ł", "#")),
        start=st.integers(0, 13),
        size=st.integers(1, 5),
    )
    def test_part_of_the_list_is_what_a_plain_list_has_there(
        self, names, letter, start, size
    ):
        Organisation.objects.all().delete()
        Organisation.objects.bulk_create(
            Organisation(name=name, slug=f"o-{number}")
            for number, name in enumerate(names)
        )
        plain = sorted(
            Organisation.objects.all(), key=lambda one: (one.sort_key, one.pk)
        )
        if letter:
            firsts = {one: sort_key(one) for one in ALPHABET}
            letters = {
                one.pk: next(
                    (x for x, key in firsts.items() if one.sort_key.startswith(key)),
                    "#",
                )
                for one in plain
            }
            plain = [one for one in plain if letters[one.pk] == letter]

        listed = LetteredList(Organisation.objects.all(), letter)

        assert listed.count() == len(plain)
        assert listed[start : start + size] == plain[start : start + size]


@pytest.mark.django_db
def test_list_costs_a_query_and_each_part_another(django_assert_num_queries):
    OrganisationFactory.create_batch(3)

    with django_assert_num_queries(1):
        listed = LetteredList(Organisation.objects.all())
        listed.count_letters()
        assert listed.count() == 3
    with django_assert_num_queries(1):
        assert len(listed[0:2]) == 2

from hypothesis import given
from hypothesis import strategies as st

from snippets.importing.matching import Known, NameIndex
from snippets.importing.matching import index as index_module
from tests.factories.snippets import made_up_krs, made_up_nip


def index_of(*known):
    index = NameIndex()
    for key, (names, *city) in enumerate(known, start=1):
        names = (names,) if isinstance(names, str) else names
        index.add(Known(key, names, *city))
    return index


def keys(candidates):
    return [candidate.key for candidate in candidates]


def test_nothing_is_found_in_nothing():
    assert NameIndex().find(name="Klub Kajak") == []
    assert index_of(("", ""), ("—", "")).find(name="") == []


def test_name_is_found_however_it_is_written():
    index = index_of(("STOWARZYSZENIE MIŁOŚNIKÓW KAJAKÓW „FALA”", "ŁOMŻA"), ("Chór",))

    for name in (
        "Stowarzyszenie Miłośników Kajaków Fala",
        "stow. milosnikow kajakow 'fala'",
        "Miłośników Kajaków „Fala” Stowarzyszenie",
        "Stowarzyszenie Miłosników Kajków „Fala”",
        "Stowarzyszenie „Fala”",
    ):
        assert keys(index.find(name=name, city="Łomża")) == [1], name


def test_best_comes_first_and_says_why():
    index = index_of(("Klub Kajakowy Fala", "Sejny"), ("Klub Kajakowy „Fala”", "Łomża"))
    first, second = index.find(name="Klub Kajakowy Fala", city="Łomża")

    assert (first.key, first.score, first.why) == (2, 100, ("same_name", "same_city"))
    assert (second.key, second.why) == (1, ("same_name", "other_city"))
    assert second.score < first.score


def test_of_equals_the_one_that_came_first_is_first_and_five_at_most():
    index = index_of(*[("Klub Kajakowy",)] * 9)

    assert keys(index.find(name="Klub Kajakowy")) == [1, 2, 3, 4, 5]


def test_another_krs_number_is_another_organisation():
    index = NameIndex()
    index.add(Known(1, ("Klub Kajakowy",), "Łomża", krs=made_up_krs(1)))
    index.add(Known(2, ("Klub Kajakowy",), "Łomża"))

    assert keys(index.find(name="Klub Kajakowy", city="Łomża", krs=made_up_krs(2))) == [
        2
    ]
    assert keys(index.find(name="Klub Kajakowy", city="Łomża")) == [1, 2]


def test_alias_is_found_and_said():
    index = index_of((("Laboratorium Badań Społecznych", "SocLab"), "Białystok"))
    (found,) = index.find(name="Fundacja SocLab", city="Białystok")

    assert found.why == ("same_name", "same_city", "alias")


def test_own_name_in_quotation_marks_is_found():
    index = index_of(("Fundacja Laboratorium Badań „SocLab”",), ("Fundacja Badań",))
    (found,) = index.find(name="Fundacja SocLab")

    assert (found.key, found.why) == (1, ("own_name",))


def test_own_name_that_many_have_is_no_reason():
    index = index_of(
        ("Fundacja Pomocy „Nadzieja”",),
        ("Klub Seniora „Nadzieja”",),
        ("Stowarzyszenie Rodziców „Nadzieja”",),
        ("Katolickie Stowarzyszenie „Nadzieja”",),
        ("Hospicjum Dziecięce „Nadzieja”",),
    )

    assert index.find(name="Chór Szkolny „Nadzieja”") == []


def test_name_of_many_towns_is_decided_by_none():
    index = index_of(
        ("Uniwersytet Trzeciego Wieku w Łomży", "Łomża"),
        ("Stowarzyszenie Uniwersytet Trzeciego Wieku", "Sejny"),
        ("UTW w Suwałkach", "Suwałki"),
    )

    assert set(keys(index.find(name="Uniwersytet Trzeciego Wieku"))) == {1, 2, 3}
    assert keys(index.find(name="UTW", city="Łomża"))[0] == 1


def test_name_that_more_than_three_towns_have_is_asked_only_of_its_town():
    towns = ("Łomża", "Sejny", "Zambrów", "Kolno")
    index = index_of(*[("Ochotnicza Straż Pożarna", town) for town in towns])

    assert keys(index.find(name="OSP", city="Kolno")) == [4]
    assert index.find(name="OSP", city="Grajewo") == []
    assert keys(index.find(name="OSP")) == [1, 2, 3, 4]


def test_body_of_a_national_one_is_a_question():
    index = index_of(("POLSKI CZERWONY KRZYŻ", "WARSZAWA"))
    (found,) = index.find(name="PCK", city="Białystok")

    assert found.why == ("same_name", "other_city")


def test_nip_is_shared_by_many_and_finds_nobody_alone():
    index = NameIndex()
    for key in range(1, 40):
        name = f"Przedszkole Samorządowe nr {key}"
        index.add(Known(key, (name,), "Łomża", nip=made_up_nip(1)))
    found = index.find(
        name="Przedszkole Samorządowe nr 40", city="Łomża", nip=made_up_nip(1)
    )

    assert found == []
    assert index.find(name="Chór Echo", city="Łomża", nip=made_up_nip(1)) == []


def test_organisation_is_found_as_soon_as_it_joins():
    index = index_of(("Chór Echo",))
    assert index.find(name="Klub Kajakowy Fala") == []

    index.add(Known(-7, ("Klub Kajakowy Fala",)))

    assert keys(index.find(name="Klub Kajakowy Fala")) == [-7]


def test_common_names_cost_no_more_in_a_large_register(monkeypatch):
    compared = []
    score_pair = index_module.score_pair
    monkeypatch.setattr(
        index_module,
        "score_pair",
        lambda *args: compared.append(1) or score_pair(*args),
    )
    index = index_of(*[(f"Stowarzyszenie Pomocy Dzieciom {n}",) for n in range(3000)])
    index.find(name="Stowarzyszenie Pomocy Dzieciom")
    index.find(name="Stowarzyszenie Pomocy Dzieciom 7")
    index.find(name="Stowarzyszenie Pomocy Osobom")

    assert len(compared) < 3 * 100


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=30), st.sampled_from(["", "Łomża"])),
        min_size=1,
        max_size=5,
    )
)
def test_each_organisation_that_has_words_is_found_by_its_name(rows):
    index = index_of(*rows)
    for key, (name, city) in enumerate(rows, start=1):
        found = index.find(name=name, city=city)
        is_found = key in keys(found)

        assert is_found is any(map(str.isalnum, name))

import datetime

from hypothesis import given
from hypothesis import strategies as st

from snippets.merging.choices import (
    KEPT,
    MERGED,
    TOGETHER,
    chosen_values,
    find_choices,
    is_blank,
    own_fields,
)
from snippets.models import LegalForm, Organisation

TEXTS = ("name", "short_name", "about", "email", "street", "city", "krs", "teryt")
texts = st.fixed_dictionaries(
    {name: st.sampled_from(["", "a", "b"]) for name in TEXTS}
    | {
        "opp": st.booleans(),
        "opp_since": st.sampled_from([None, datetime.date(2020, 5, 1)]),
        "status": st.sampled_from(Organisation.Status.values),
        "parent_id": st.sampled_from([None]),
    }
)


def choices_of(kept, merged):
    pair = Organisation(**kept), Organisation(**merged)
    return {choice.key: choice for choice in find_choices(*pair)}


def test_alike_or_blank_in_the_merged_entry_needs_no_choice():
    kept = {"name": "A", "phone": "85 1", "city": "Łomża"}

    assert choices_of(kept, {"name": "A", "city": "Łomża"}) == {}


def test_blank_is_filled_and_contradiction_stays_unless_chosen():
    found = choices_of(
        {"name": "A", "legal_form": LegalForm.FOUNDATION},
        {"name": "B", "legal_form": LegalForm.ASSOCIATION, "phone": "85 1"},
    )

    assert {key: choice.default for key, choice in found.items()} == {
        "name": KEPT,
        "legal_form": KEPT,
        "phone": MERGED,
    }
    assert found["phone"].kept.words == ()
    assert found["legal_form"].merged.words == (str(LegalForm.ASSOCIATION.label),)


def test_unknown_status_is_filled():
    found = choices_of({"status": "unknown"}, {"status": "in_liquidation"})

    assert found["status"].default == MERGED


def test_half_an_address_is_never_put_beside_half_of_another():
    found = choices_of(
        {"city": "Białystok"}, {"city": "Łomża", "street": "ul. Polna 1"}
    )

    assert set(found) == {"seat"}
    assert found["seat"].default == KEPT
    assert found["seat"].values(MERGED)["city"] == "Łomża"


def test_address_of_the_same_town_is_completed():
    found = choices_of(
        {"city": "Białystok", "county": "Białystok"},
        {"city": "Białystok", "street": "ul. Polna 1"},
    )

    values = chosen_values(list(found.values()), {})
    assert values == {"street": "ul. Polna 1"}


def test_numbers_are_shown_in_groups_and_dates_in_words():
    found = choices_of(
        {}, {"nip": "5422692744", "verified_at": datetime.date(2026, 1, 2)}
    )

    assert found["nip"].merged.words == ("542-269-27-44",)
    (said,) = found["verified_at"].merged.words
    assert "2026" in said
    assert "-" not in said


@given(texts, texts)
def test_chosen_values_come_from_one_of_the_two_and_no_default_loses_any(ours, theirs):
    kept, merged = Organisation(**ours), Organisation(**theirs)
    choices = find_choices(kept, merged)

    values = chosen_values(choices, {})

    for name, value in values.items():
        assert is_blank(getattr(kept, name))
        assert value == getattr(merged, name)
    grouped = {name for _label, names in TOGETHER.values() for name in names}
    for field in own_fields():
        if field.name in grouped or field.name in values:
            continue
        held = getattr(kept, field.attname)
        assert not is_blank(held) or is_blank(getattr(merged, field.attname))


@given(texts, texts)
def test_choosing_the_merged_entry_throughout_keeps_all_it_says(ours, theirs):
    kept, merged = Organisation(**ours), Organisation(**theirs)
    choices = find_choices(kept, merged)

    values = chosen_values(choices, {choice.key: MERGED for choice in choices})

    for field in own_fields():
        said = getattr(merged, field.attname)
        if not is_blank(said):
            assert values.get(field.name, getattr(kept, field.attname)) == said

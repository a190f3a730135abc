from hypothesis import given
from hypothesis import strategies as st

from snippets.merging.doubles import rules, split_doubles
from snippets.models import ContactPerson, Membership, Organisation, ProjectRole

ROLE = ProjectRole._meta.get_field("organisation")
PERSON = ContactPerson._meta.get_field("organisation")
roles = st.lists(
    st.builds(
        ProjectRole,
        project_id=st.integers(1, 3),
        role=st.sampled_from(["partner", "patron"]),
    ),
    max_size=8,
)


def key(role):
    return role.project_id, role.role


def test_rules_come_from_constraints_and_from_the_model():
    assert rules(ROLE) == [("project", "role")]
    assert rules(Membership._meta.get_field("federation")) == [("organisation",)]
    assert rules(Membership._meta.get_field("organisation")) == [("federation",)]
    spheres = Organisation.spheres.through._meta.get_field("organisation")
    assert rules(spheres) == [("sphere",)]
    assert rules(PERSON) == []


@given(roles, roles)
def test_no_two_rows_say_the_same_and_none_is_lost(present, rows):
    moved, doubles = split_doubles(ROLE, rows, present)

    assert sorted(map(id, moved + doubles)) == sorted(map(id, rows))
    assert {key(row) for row in present + rows} == {
        *map(key, present),
        *map(key, moved),
    }
    assert len({key(row) for row in moved}) == len(moved)
    assert {key(row) for row in moved}.isdisjoint(map(key, present))


@given(st.lists(st.builds(ContactPerson, name=st.just("Anna")), max_size=4))
def test_rows_without_a_rule_all_move(rows):
    assert split_doubles(PERSON, rows, rows) == (rows, [])

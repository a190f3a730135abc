from snippets.importing.fields import FIELDS
from snippets.importing.forms import GROUPS, field_choices


def test_every_field_can_be_chosen_once():
    keys = [key for _label, group in GROUPS for key in group.split()]

    assert sorted(keys) == sorted(FIELDS)


def test_leaving_out_is_the_first_choice():
    assert field_choices()[0][0] == ""


def test_private_fields_stand_in_a_group_of_their_own():
    _label, private = field_choices()[-1]

    assert {key for key, _label in private} == {
        key for key, field in FIELDS.items() if field.is_private
    }

import pytest
from django.core.exceptions import ValidationError

from snippets.fields import IDENTIFIER_MESSAGES, KRSField, NIPField, REGONField
from snippets.identifiers import IdentifierStatus
from tests.factories.snippets import OrganisationFactory, made_up_nip

NIP = made_up_nip(7)


@pytest.mark.parametrize(
    ("field", "written", "digits"),
    [
        (KRSField(), "KRS 9000001", "0009000001"),
        (NIPField(), f"PL {NIP[:3]}-{NIP[3:6]}-{NIP[6:8]}-{NIP[8:]}", NIP),
        (REGONField(), "123 456 785", "123456785"),
        (REGONField(), "", ""),
        (NIPField(), "brak", ""),
    ],
)
def test_clean_keeps_only_digits(field, written, digits):
    assert field.clean(written, None) == digits


@pytest.mark.parametrize(
    ("field", "written", "status"),
    [
        (KRSField(), "0000000000", IdentifierStatus.PLACEHOLDER),
        (KRSField(), "ST 12/2019", IdentifierStatus.OTHER_REGISTER),
        (NIPField(), "1234567890", IdentifierStatus.INVALID_CHECKSUM),
        (NIPField(), "5,4E+09", IdentifierStatus.DAMAGED),
        (NIPField(), "44051401359", IdentifierStatus.PESEL),
        (REGONField(), "12", IdentifierStatus.INVALID_LENGTH),
        (REGONField(), "Białystok", IdentifierStatus.NOT_A_NUMBER),
    ],
)
def test_clean_says_what_is_wrong(field, written, status):
    with pytest.raises(ValidationError) as error:
        field.clean(written, None)

    assert error.value.code == status.value
    assert error.value.messages == [str(IDENTIFIER_MESSAGES[status])]


@pytest.mark.parametrize("field", [KRSField(), NIPField(), REGONField()])
def test_form_takes_longer_input_than_the_column(field):
    assert field.formfield().max_length > field.max_length
    assert not field.formfield().required


@pytest.mark.parametrize("field", [KRSField("KRS"), REGONField("REGON", null=True)])
def test_field_is_rebuilt_from_its_migration(field):
    _name, _path, args, kwargs = field.deconstruct()
    rebuilt = type(field)(*args, **kwargs)

    assert rebuilt.deconstruct()[1:] == field.deconstruct()[1:]
    assert rebuilt.max_length == field.max_length


@pytest.mark.django_db
def test_sort_key_follows_the_name():
    organisation = OrganisationFactory(name="Łąka")
    before = organisation.sort_key

    organisation.name = "Alfa"
    organisation.save(update_fields=["name"])
    organisation.refresh_from_db()

    assert organisation.sort_key < before


@pytest.mark.django_db
def test_sort_key_is_filled_by_bulk_create():
    model = type(OrganisationFactory.build())
    model.objects.bulk_create([model(name="Alfa", slug="alfa")])

    assert model.objects.get().sort_key

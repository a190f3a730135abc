import pytest
from django.utils.datastructures import MultiValueDict

from pages.comments.forms import CommentForm
from pages.comments.models import LONGEST_TEXT, OnBehalf
from tests.factories.snippets import OrganisationFactory
from tests.pages.comments.visiting import VALID

WORDING = "wspieranie sąsiadów"


def fill(**values):
    data = {name: [value] for name, value in {**VALID, **values}.items()}
    return CommentForm(MultiValueDict(data), wording=WORDING)


def submission(**values):
    form = fill(**values)
    assert form.is_valid(), form.errors
    return form.submission(clause=None, language="pl")


def test_form_asks_for_nothing_else():
    assert list(CommentForm().fields) == [
        "kind",
        "proposed_wording",
        "text",
        "justification",
        "on_behalf",
        "organisation",
        "name",
        "name_is_public",
        "email",
        "reference",
    ]


def test_required_fields_carry_required_and_no_others():
    form = CommentForm()
    required = {name for name in form.fields if "required" in str(form[name])}

    assert required == {"kind", "text", "on_behalf"}


def test_wording_of_the_clause_stands_in_the_field_for_the_proposed_one():
    form = CommentForm(wording=WORDING)

    assert f">\n{WORDING}</textarea>" in str(form["proposed_wording"])


def test_form_says_what_was_written():
    found = submission(email="Jan@Example.org", name_is_public="on")

    assert (found.kind, found.text) == ("change", VALID["text"])
    assert found.proposed_wording == VALID["proposed_wording"]
    assert found.justification == VALID["justification"]
    assert (found.name, found.name_is_public) == ("Jan Próbny", True)
    assert (found.email, found.language) == ("Jan@Example.org", "pl")
    assert found.organisation is None
    assert found.organisation_name == ""


@pytest.mark.parametrize("sent", [WORDING, f" {WORDING.upper()}\r\n", ""])
def test_wording_sent_unchanged_proposes_nothing(sent):
    assert submission(proposed_wording=sent).proposed_wording == ""


@pytest.mark.parametrize("name", ["kind", "text", "on_behalf"])
@pytest.mark.parametrize("value", ["", " \t\r\n", "\x00", "\u202e"])
def test_what_is_required_is_missed_when_it_is_empty(name, value):
    form = fill(**{name: value})

    assert list(form.errors) == [name]


@pytest.mark.parametrize("name", ["kind", "on_behalf"])
@pytest.mark.parametrize("value", ["unit", "council", "other thing", "<b>", "kind"])
def test_only_what_is_offered_can_be_chosen(name, value):
    assert list(fill(**{name: value}).errors) == [name]


@pytest.mark.parametrize("name", ["text", "proposed_wording", "justification"])
def test_text_is_refused_when_it_is_too_long(name):
    assert fill(**{name: "ż" * LONGEST_TEXT}).is_valid()

    form = fill(**{name: "ż" * (LONGEST_TEXT + 1)})

    assert list(form.errors) == [name]
    assert "20001" in str(form.errors[name])
    assert "maxlength" not in str(form[name])


@pytest.mark.parametrize(
    ("name", "longest"), [("name", 190), ("organisation", 255), ("email", 254)]
)
@pytest.mark.django_db
def test_line_is_refused_when_it_is_too_long(name, longest):
    rest = "@example.org" if name == "email" else ""
    values = {"on_behalf": "organisation", "organisation": "X"}

    for length, is_valid in ((longest, True), (longest + 1, False)):
        form = fill(**values | {name: "a" * (length - len(rest)) + rest})
        assert (name not in form.errors) is is_valid


@pytest.mark.parametrize(
    "value",
    [
        "to nie adres",
        "a@b",
        "jan@example.org\nBcc: x@example.org",
        "jan@example.org, x@example.org",
        "<jan@example.org>",
        "jan@exam\x00ple",
    ],
)
def test_email_is_refused_when_it_is_none(value):
    assert list(fill(email=value).errors) == ["email"]


def test_line_breaks_do_not_get_into_a_name():
    found = submission(name="Jan\r\nBcc: x@example.org")

    assert found.name == "Jan Bcc: x@example.org"


def test_consent_without_a_name_publishes_nothing():
    assert submission(name="", name_is_public="on").name_is_public is False
    assert submission().name_is_public is False


@pytest.mark.parametrize("name", ["text", "justification", "name"])
def test_what_is_no_text_is_taken_out_before_it_is_checked(name):
    sent = "Łąka\x00 \u202edla\u2066 ws\x1bzystkich\x7f"

    assert getattr(submission(**{name: sent}), name) == "Łąka dla wszystkich"


def test_what_is_no_text_is_taken_out_where_it_is_shown_again():
    form = fill(text="a\x00b\u202ec", name="d\x00\u2066e", kind="")

    assert not form.is_valid()
    assert "abc</textarea>" in str(form["text"])
    assert 'value="de"' in str(form["name"])


def test_markup_is_shown_as_text():
    form = fill(text="<script>alert(1)</script>", name='"><img src=x>', kind="")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in str(form["text"])
    assert "<img" not in str(form["name"])


def test_many_links_are_refused_at_the_field_that_has_most(settings):
    settings.PUBLIC_COMMENTS = {"most_links": 2}
    assert fill(text="http://a.pl www.b.pl").is_valid()

    form = fill(text="http://a.pl", justification="www.b.pl https://c.pl")

    assert list(form.errors) == ["justification"]


def test_links_of_the_clause_itself_do_not_count(settings):
    settings.PUBLIC_COMMENTS = {"most_links": 0}
    wording = "ogłasza na www.example.org"
    data = MultiValueDict({n: [v] for n, v in VALID.items()})
    data["proposed_wording"] = wording

    assert CommentForm(data, wording=wording).is_valid()
    assert not CommentForm(data, wording="ogłasza").is_valid()


def test_trap_is_out_of_reach_until_it_is_filled():
    trap = CommentForm()["reference"].as_field_group()

    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap
    assert 'class="vh"' in trap
    assert 'aria-hidden="true"' in trap


def test_trap_is_shown_with_its_error_when_it_is_filled():
    form = fill(reference="X")

    assert list(form.errors) == ["reference"]
    shown = form["reference"].as_field_group()
    assert "tabindex" not in shown
    assert "aria-hidden" not in shown
    assert 'value="X"' in shown
    assert CommentForm()["reference"].field.widget.attrs["tabindex"] == "-1"


@pytest.mark.django_db
class TestOrganisations:
    def fill(self, name, **values):
        return fill(on_behalf=OnBehalf.ORGANISATION, organisation=name, **values)

    def test_name_is_asked_for_when_somebody_speaks_for_an_organisation(self):
        assert list(self.fill(" ").errors) == ["organisation"]

    def test_name_is_let_be_when_somebody_speaks_for_nobody_else(self):
        OrganisationFactory(name="Fundacja Próbna")

        found = submission(organisation="Fundacja Próbna")

        assert (found.organisation, found.organisation_name) == (None, "")

    def test_one_of_the_directory_is_taken_without_a_question(self):
        organisation = OrganisationFactory(name="Fundacja „Próbna”")

        form = self.fill("fundacja próbna")

        assert form.is_valid()
        found = form.submission(clause=None, language="pl")
        assert (found.organisation, found.organisation_name) == (organisation, "")

    def test_one_that_nothing_is_like_is_taken_as_it_is_written(self):
        form = self.fill("Grupa Sąsiedzka")

        assert form.is_valid()
        found = form.submission(clause=None, language="pl")
        assert (found.organisation, found.organisation_name) == (
            None,
            "Grupa Sąsiedzka",
        )

    def test_form_asks_which_is_meant_when_several_are_like_it(self):
        one = OrganisationFactory(name="Fundacja Sąsiedzi", city="Białystok")
        OrganisationFactory(name="Fundacja Sąsiedzi", city="Łomża")

        form = self.fill("Fundacja Sąsiedzi")

        assert list(form.errors) == ["chosen"]
        labels = [str(label) for _value, label in form.fields["chosen"].choices]
        assert labels[:2] == [
            "Fundacja Sąsiedzi, Białystok",
            "Fundacja Sąsiedzi, Łomża",
        ]
        assert len(labels) == 3
        names = list(form.fields)
        assert names.index("chosen") == names.index("organisation") + 1
        form = self.fill("Fundacja Sąsiedzi", chosen=str(one.pk))
        assert form.is_valid()
        assert form.submission(clause=None, language="pl").organisation == one

    def test_one_that_is_not_on_the_list_is_taken_as_it_is_written(self):
        OrganisationFactory(name="Fundacja Sąsiedzi")

        form = self.fill("Sąsiedzi z ulicy Bema", chosen="none")

        assert form.is_valid()
        found = form.submission(clause=None, language="pl")
        assert (found.organisation, found.organisation_name) == (
            None,
            "Sąsiedzi z ulicy Bema",
        )

    @pytest.mark.parametrize("chosen", ["0", "x", "-1", "999999"])
    def test_one_that_was_not_offered_cannot_be_chosen(self, chosen):
        OrganisationFactory(name="Fundacja Sąsiedzi")

        assert list(self.fill("Sąsiedzi", chosen=chosen).errors) == ["chosen"]

    def test_choice_is_asked_for_again_when_the_name_was_changed(self):
        one = OrganisationFactory(name="Fundacja Sąsiedzi")
        OrganisationFactory(name="Klub Szachowy")

        form = self.fill("Szachowy", chosen=str(one.pk))

        assert list(form.errors) == ["chosen"]

"""What the index holds, and that it follows what is saved, deleted and made anew."""

from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.conf import get_app_config
from modelsearch.index import (
    AutocompleteField,
    FilterField,
    RelatedFields,
    SearchField,
)
from wagtail.models import Locale, Page

from pages.base.models import ContentPage
from search.backends import documents
from search.backends.rebuilding import index_rebuilt
from tests.factories.snippets import OrganisationFactory

IndexEntry = get_app_config().get_model("IndexEntry")


def found(word, **kwargs):
    return {page.title for page in ContentPage.objects.search(word, **kwargs)}


def rebuild(backend, chunk=2):
    """Do what `rebuild_modelsearch_index` does, and yield between the chunks."""
    index = backend.get_index_for_model(Page)
    rebuilder = backend.rebuilder_class(index)
    index = rebuilder.start()
    yield
    pages = list(ContentPage.get_indexed_objects().order_by("pk"))
    for start in range(0, len(pages), chunk):
        index.add_items(ContentPage, pages[start : start + chunk])
        yield
    rebuilder.finish()


def test_saved_page_is_found_by_what_it_says_now(make_page):
    page = make_page("Boisko", "Remont szatni")
    assert found("szatnia") == {"Boisko"}
    page.title, page.lead = "Stadion", "Nowe trybuny"
    page.save()
    assert found("trybuna") == {"Stadion"}
    assert not found("szatnia")
    assert not found("boisko")
    assert [one.title for one in ContentPage.objects.autocomplete("stad")] == [
        "Stadion"
    ]
    assert not ContentPage.objects.autocomplete("bois")
    page.delete()
    assert not found("trybuna")


def place(entry):
    """Return where PostgreSQL keeps an entry: elsewhere once it is written again."""
    with connection.cursor() as cursor:
        table = IndexEntry._meta.db_table
        statement = f"SELECT ctid::text FROM {table} WHERE id = %s"  # noqa: S608
        cursor.execute(statement, [entry.pk])
        return cursor.fetchone()


def test_entry_that_says_the_same_is_not_written_again(make_page, backend):
    page = make_page("Boisko")
    entry = IndexEntry.objects.get(object_id=str(page.pk))
    if connection.vendor == "postgresql":
        before = place(entry)
        backend.add(page)
        assert place(entry) == before
    else:
        with CaptureQueriesContext(connection) as queries:
            backend.add(page)
        assert [query["sql"].split()[0] for query in queries] == ["SELECT"]


def test_each_text_is_analysed_in_the_language_of_its_page(make_page):
    english, _made = Locale.objects.get_or_create(language_code="en")
    make_page("Running meetings", locale=english)
    assert found("meeting run") == {"Running meetings"}


def test_locale_costs_no_query_for_each_page(
    make_page, backend, django_assert_num_queries
):
    pages = [make_page(f"Park {number}") for number in range(5)]
    index = backend.get_index_for_model(ContentPage)
    index.add_items(ContentPage, pages[:1])
    pages = list(ContentPage.objects.filter(pk__in=[page.pk for page in pages]))
    with django_assert_num_queries(1):
        index.add_items(ContentPage, pages)


def test_language_of_a_locale_that_changes_is_read_again(make_page):
    locale = Locale.objects.create(language_code="en")
    page = make_page("Meetings", locale=locale)
    assert documents.language_of(page) == "en"
    locale.language_code = "uk"
    locale.save()
    assert documents.language_of(page) == "uk"


class Thing:
    """An object with the fields that a test gives it."""

    pk = 7

    def __init__(self, *fields, **values):
        self.fields = fields
        self.__dict__ |= values

    def get_search_fields(self):
        return self.fields


class Plain(SearchField):
    def get_value(self, obj):
        return getattr(obj, self.field_name)


class PlainBeginning(AutocompleteField):
    def get_value(self, obj):
        return getattr(obj, self.field_name)


def keys(parts):
    return documents.joined(parts).split()


def test_values_of_any_kind_are_read():
    thing = Thing(
        Plain("values"),
        values=["zadania", {"a": ("Rady", None)}, 2013, None],
        search_language="pl",
    )
    made = documents.document(thing)
    assert {"zadanie", "rada", "2013"} <= set(keys(made.body))
    assert "none" not in keys(made.body)
    assert not made.title
    assert made.object_id == "7"


def test_field_may_have_a_language_of_its_own(settings):
    thing = Thing(
        Plain("name"), Plain("name_en", language="en"), name="Rady", name_en="Councils"
    )
    made = documents.document(thing)
    assert "rada" in keys(made.body[:1])
    assert keys(made.body[1:]) == ["council"]


def test_related_objects_that_only_filter_are_not_fetched():
    made = documents.document(
        Thing(RelatedFields("areas", [FilterField("id")]), search_language="pl")
    )
    assert not made.body


def test_related_text_is_in_the_language_of_its_object():
    class Related(RelatedFields):
        def get_value(self, obj):
            return getattr(obj, self.field_name)

    fields = [Plain("name")]
    thing = Thing(
        Related("english", fields),
        Related("other", fields),
        Related("none", fields),
        english=Thing(name="Meetings", search_language="en"),
        other=Thing(name="Radami"),
        none=None,
        search_language="pl",
    )
    made = documents.document(thing)
    assert keys(made.body[:1]) == ["meet"]
    assert "rada" in keys(made.body[1:])


def test_title_stands_apart_and_boosts_are_kept():
    thing = Thing(
        Plain("body", boost=2),
        Plain("title"),
        PlainBeginning("title"),
        title="Rady",
        body="Parki",
        search_language="pl",
    )
    made = documents.document(thing)
    assert "rada" in keys(made.title)
    assert "park" in keys(made.body)
    assert "park" not in keys(made.title)
    assert made.body[0].boost == 2
    assert keys(made.suggested)[0] == "rady"


def test_long_text_is_cut_but_the_title_has_room(monkeypatch):
    monkeypatch.setattr(documents, "MOST_CHARACTERS", 20)
    thing = Thing(
        Plain("body"),
        Plain("title"),
        title="Tytuł",
        body="a1 " * 30,
        search_language="en",
    )
    made = documents.document(thing)
    assert keys(made.title)
    assert len(keys(made.body)) == 5


def test_keys_are_cut_at_their_number_and_their_bytes(monkeypatch):
    monkeypatch.setattr(documents, "MOST_KEYS", 3)
    fields = Plain("title"), Plain("body")
    thing = Thing(*fields, title="a1", body="a2 a3 a4", search_language="en")
    made = documents.document(thing)
    assert keys(made.title) + keys(made.body) == ["a1", "a2", "a3"]
    monkeypatch.setattr(documents, "MOST_BYTES", 3)
    made = documents.document(thing)
    assert keys(made.title) + keys(made.body) == ["a1"]


def test_huge_text_of_other_scripts_is_indexed(make_page):
    words = " ".join(chr(0x4E00 + n % 20_000) * (n % 70) for n in range(9_000))
    page = make_page("Ogromna", words[:300_000])
    assert found("ogromny") == {page.title}


def test_rebuilding_leaves_all_to_be_found_meanwhile(make_page, backend):
    for number in range(5):
        make_page(f"Park {number}")
    every = found("park")
    assert len(every) == 5
    for _step in rebuild(backend):
        assert found("park") == every
    assert found("park") == every


def test_rebuilding_deletes_what_is_gone_and_nothing_else(make_page, backend):
    make_page("Park")
    OrganisationFactory(name="Park Narodowy")
    before = set(IndexEntry.objects.values_list("pk", flat=True))
    stale = IndexEntry.objects.filter(pk=min(before)).values().get()
    kinds = ContentType.objects
    stale |= {"id": None, "object_id": "987654"}
    IndexEntry.objects.bulk_create(
        [
            IndexEntry(**stale),
            IndexEntry(**stale | {"content_type_id": kinds.get_for_model(Session).pk}),
        ]
    )
    for _step in rebuild(backend):
        pass
    assert set(IndexEntry.objects.values_list("pk", flat=True)) == before


def test_object_that_is_not_to_be_indexed_any_more_is_forgotten(
    make_page, backend, monkeypatch
):
    make_page("Park")
    monkeypatch.setattr(
        ContentPage, "get_indexed_objects", lambda: ContentPage.objects.none()
    )
    assert found("park")
    for _step in rebuild(backend):
        pass
    assert not found("park")


def test_end_of_a_rebuild_is_told(backend):
    told = []

    def note(sender, **kwargs):
        told.append(sender)

    index_rebuilt.connect(note)
    for _step in rebuild(backend):
        assert not told
    assert told == [backend.index_class]


def test_command_rebuilds_all(make_page):
    make_page("Park")
    IndexEntry.objects.all().delete()
    assert not found("park")
    call_command("rebuild_modelsearch_index", verbosity=0)
    assert found("park") == {"Park"}

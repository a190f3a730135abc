"""What ids a text gets, and which it may not have."""

import pytest
from django.core.exceptions import ValidationError

from pages.programmes.clauses import is_uuid
from pages.programmes.models import ProgrammeDraftPage
from tests.factories.clauses import area, chapter, clause
from tests.factories.pages import City
from tests.pages.programmes.closed import FIRST


@pytest.mark.django_db
class TestIds:
    """What ids a text made in code gets, and which it may not have."""

    def test_blocks_without_ids_get_them_once(self):
        body = [chapter("Zadania", area("Sport", 1, clause(), clause()))]
        for block in (body[0], *body[0]["value"]["clauses"]):
            del block["id"]
        for block in body[0]["value"]["clauses"][0]["value"]["clauses"]:
            del block["id"]
        draft = City().draft(body, unpublished=True)

        uids = [node.uid for node in draft.clauses]

        assert len(set(uids)) == 4
        assert all(map(is_uuid, uids))
        revision = draft.save_revision()
        assert [node.uid for node in revision.as_object().clauses] == uids
        stored = ProgrammeDraftPage.objects.get(pk=draft.pk)
        assert [node.uid for node in stored.clauses] == uids

    def test_unsaved_text_without_ids_can_be_read_and_checked(self):
        body = [chapter("Zadania", clause())]
        del body[0]["value"]["clauses"][0]["id"]
        draft = ProgrammeDraftPage(title="W", number=1, body=body)

        assert [node.text for node in draft.clauses] == [
            "Zadania",
            "wspieranie sąsiadów",
        ]
        draft.clean()

    def test_revision_without_ids_gets_them(self):
        draft = City().draft([])
        body = [chapter("Zadania", clause())]
        del body[0]["value"]["clauses"][0]["id"]
        draft.body = body

        revision = draft.save_revision()

        first = [node.uid for node in revision.as_object().clauses]
        revision.publish()
        stored = ProgrammeDraftPage.objects.get(pk=draft.pk)
        assert [node.uid for node in stored.clauses] == first

    def test_two_spellings_of_one_uid_are_one_clause(self):
        upper = {**clause(text="marsze"), "id": str(FIRST).upper().replace("-", "")}
        city = City()
        with pytest.raises(ValidationError, match="marsze"):
            city.draft([clause(uid=FIRST), upper])

        assert [node.uid for node in city.draft([upper]).clauses] == [str(FIRST)]

    def test_id_that_is_no_uuid_is_refused_by_name(self):
        odd = {**clause(text="marsze"), "id": "klauzula-1"}
        with pytest.raises(ValidationError, match="marsze"):
            City().draft([odd])

    def test_revision_with_the_same_clause_twice_is_refused(self):
        draft = City().draft([])
        draft.body = [clause(uid=FIRST), clause(uid=FIRST, text="marsze")]

        with pytest.raises(ValidationError, match="marsze"):
            draft.save_revision(clean=False)
        assert not draft.revisions.exists()

"""What nobody may be told: planted beside the public things of a town."""

from types import SimpleNamespace
from uuid import UUID

from wagtail.contrib.redirects.models import Redirect

from tests.factories.clauses import chapter, clause
from tests.factories.comments import AnswerFactory, PublicCommentFactory, place_comment
from tests.factories.documents import DocumentFactory, close, collection
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    ContentPageFactory,
    FindingFactory,
    ProgrammeDraftPageFactory,
    ProgrammePageFactory,
)
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
)
from tests.pages.programmes.closed import FIRST

SECRET = "Zatajone"
MERGED = "polaczona"
WRITTEN = {
    name: f"{SECRET} {name}"
    for name in ("text", "proposed_wording", "justification", "citation", "name")
}
STATES = {"draft": {"unpublished": True}, "private": {"restricted": True}}
UIDS = {
    "draft": UUID("55555555-5555-4555-8555-555555555555"),
    "private": UUID("66666666-6666-4666-8666-666666666666"),
}


def plant(town):
    """Plant secrets of every kind; return the things that are hidden, by state."""
    hidden = {state: hidden_things(town, state) for state in STATES}
    hidden["hidden"] = SimpleNamespace(comment=secret_comments(town))
    hidden["hidden"].organisation = merged_entry(town)
    hidden["hidden"].plain = ContentPageFactory(
        parent=hidden["private"].plain, title=SECRET, lead=SECRET
    )
    secret_registers(town)
    unpublished_changes(town)
    return hidden


def hidden_things(town, state):
    """Make a hidden thing of each kind, tied to public ones."""
    traits, city, made = STATES[state], town.city, SimpleNamespace()
    text = {"title": f"{SECRET} {state}", "lead": f"{SECRET} zapis"}
    made.plain = city.plain(show_in_menus=True, show_in_footer=True, **text, **traits)
    made.programme = ProgrammePageFactory(
        parent=city.programmes, slug=f"p-{state}", **text, **traits
    )
    made.draft = ProgrammeDraftPageFactory(
        parent=made.programme,
        slug=f"w-{state}",
        based_on=town.draft,
        body=[
            chapter(SECRET, clause(text=SECRET, uid=FIRST)),
            clause(text=SECRET, uid=UIDS[state]),
        ],
        **text,
        **traits,
    )
    made.draft.save_revision()
    made.report = city.meeting(
        programme=city.programme,
        discussed_draft=town.draft,
        resulting_draft=town.later,
        slug=f"s-{state}",
        **text,
        **traits,
    )
    AttendanceFactory(
        page=made.report, organisation=town.organisation, name_as_written=SECRET
    )
    FindingFactory(page=made.report, clause_id=FIRST, text=SECRET)
    AgendaItemFactory(page=made.report, topic=SECRET)
    made.task = city.task(clause_id=FIRST, slug=f"z-{state}", **text, **traits)
    made.amendment = AmendmentFactory(
        programme=made.programme,
        clause_id=UIDS[state],
        text_after=SECRET,
        rationale=SECRET,
        status="proposed",
        findings=[made.report.findings.get()],
    )
    made.redirect = Redirect.objects.create(
        old_path=f"/dawny-{state}", redirect_page=made.plain, site=None
    )
    made.document = DocumentFactory(
        title=f"{SECRET} pismo", text=SECRET, collection=shut(state)
    )
    return made


def shut(state):
    """Return a collection of documents that is not open to everybody."""
    made = collection(f"{SECRET} {state}")
    close(made)
    return made


def secret_comments(town):
    """Make comments that are not shown, and personal data in one that is."""
    known = {"consultation": town.consultation, "about": FIRST}
    mail = f"{SECRET.lower()}@example.org"
    hidden = PublicCommentFactory(hidden=True, **known, **WRITTEN)
    for state in ("unconfirmed", "withdrawn"):
        PublicCommentFactory(**{state: True}, **known, **{**WRITTEN, "email": mail})
    shown = PublicCommentFactory(
        published=True, name=SECRET, name_is_public=False, email=mail, **known
    )
    AnswerFactory(reasons=f"{SECRET} uzasadnienie", comments=[shown])
    AnswerFactory(approved=True, reasons=SECRET, comments=[town.comment])
    place_comment(comment=hidden, draft=town.later, clause=None)
    return hidden


def secret_registers(town):
    """Write what only staff may read into an organisation and its contact."""
    town.organisation.private_note = f"{SECRET} notatka"
    town.organisation.save()
    ContactPersonFactory(
        organisation=town.organisation,
        name=SECRET,
        email=f"{SECRET.lower()}@example.org",
    )


def merged_entry(town):
    """Return an entry that is no more, as another one stands for it."""
    OrganisationAliasFactory(organisation=town.organisation, name="Inna", note=SECRET)
    return OrganisationFactory(
        name=SECRET, about=SECRET, slug=MERGED, merged_into=town.organisation
    )


def unpublished_changes(town):
    """Save texts of public pages that are not published yet."""
    for page in (town.later, town.report, town.task, town.plain, town.home):
        draft = page.specific.get_latest_revision_as_object()
        draft.title = draft.lead = SECRET
        draft.save_revision()

"""The steps that staff may take with one comment, with what each says and does."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.comments.models import OfficialAnswer, PublicComment
from pages.comments.moving import may_move
from pages.comments.office.answering import draft_answer
from pages.comments.office.moderating import (
    ask_back,
    assign_comment,
    group_duplicate,
    hide_comment,
    publish_comment,
    restore_comment,
    ungroup_duplicate,
    withdraw_for_author,
)
from pages.comments.privacy.contacts import contacts_of
from pages.comments.privacy.erasing import erase_contacts
from pages.comments.sending.confirming import register_comment
from pages.comments.states import CHANGE, SEE_CONTACT, TRANSITIONS

from .step import Step, table
from .step_forms import EraseForm, HeadForm, HideForm, MessageForm, NoteForm, UnitForm


@dataclass(frozen=True)
class CommentStep(Step):
    """A step with a comment."""

    @property
    def right(self) -> str:
        step = TRANSITIONS.get(self.name)
        return step.right if step else CHANGE

    def refusal(self, thing: PublicComment, user: Any) -> str:
        if self.name in TRANSITIONS:
            may = may_move(thing, self.name, user)
        else:
            may = user.has_perm(CHANGE) and thing.number is not None
            may = may and (self.name == "group" or thing.duplicate_of_id is not None)
        if may and self.name == "ask_back" and not thing.email:
            return _("The author left no e-mail, and is not asked by the site.")
        if may:
            return ""
        return _("This cannot be done with %(comment)s now. It is: %(state)s.") % {
            "comment": thing,
            "state": thing.get_state_display(),
        }


@dataclass(frozen=True)
class EraseStep(Step):
    """The author's wish, come by letter, that the office forgets who wrote."""

    right = SEE_CONTACT

    def refusal(self, thing: PublicComment, user: Any) -> str:
        if user.has_perm(SEE_CONTACT) and contacts_of(thing, with_public_name=True):
            return ""
        return _("There are no contact data, or they are not yours to erase.")


def draft(*, comment: PublicComment, user: Any) -> OfficialAnswer:
    """Start an answer to one comment, and to its duplicates."""
    return draft_answer(comments=[comment], user=user)


STEPS = table(
    CommentStep(
        "register",
        gettext_lazy("Register without confirmation"),
        gettext_lazy("The comment gets a number though its author never confirmed it."),
        register_comment,
    ),
    CommentStep(
        "publish",
        TRANSITIONS["publish"].label,
        gettext_lazy("Everybody can read the comment."),
        publish_comment,
    ),
    CommentStep(
        "ask_back",
        TRANSITIONS["ask_back"].label,
        gettext_lazy("The author gets a message and can correct the comment."),
        ask_back,
        MessageForm,
    ),
    CommentStep(
        "assign",
        TRANSITIONS["assign"].label,
        gettext_lazy("The unit sees the comment among those it answers."),
        assign_comment,
        UnitForm,
    ),
    CommentStep(
        "draft_answer",
        TRANSITIONS["draft_answer"].label,
        gettext_lazy("A draft is made that covers the comment and its duplicates."),
        draft,
    ),
    CommentStep(
        "group",
        gettext_lazy("Mark as a duplicate"),
        gettext_lazy("Both comments stay listed; one answer covers both."),
        group_duplicate,
        HeadForm,
    ),
    CommentStep(
        "ungroup",
        gettext_lazy("Not a duplicate"),
        gettext_lazy("The comment is treated separately again."),
        ungroup_duplicate,
    ),
    CommentStep(
        "withdraw",
        gettext_lazy("Withdraw for the author"),
        gettext_lazy(
            "Readers only see that there was a comment. This cannot be undone."
        ),
        withdraw_for_author,
        NoteForm,
        is_serious=True,
    ),
    CommentStep(
        "hide",
        TRANSITIONS["hide"].label,
        gettext_lazy(
            "Readers only see that there is a comment, and the reason. The author is "
            "told by e-mail. The text is kept."
        ),
        hide_comment,
        HideForm,
        is_serious=True,
    ),
    CommentStep(
        "restore",
        TRANSITIONS["restore"].label,
        gettext_lazy("The comment returns to where it was."),
        restore_comment,
    ),
    EraseStep(
        "erase_contacts",
        gettext_lazy("Erase contact data"),
        gettext_lazy(
            "Name, e-mail and scan are erased for good, and no mail goes out any more. "
            "The comment and its number stay."
        ),
        erase_contacts,
        EraseForm,
        is_serious=True,
        done=gettext_lazy("The contact data are erased."),
    ),
)

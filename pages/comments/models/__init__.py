"""Consultations, comments on them, and the office's answers."""

from .answer import (
    AnswerAmendment,
    AnswerKeptError,
    AnswerState,
    CoveredComment,
    OfficialAnswer,
)
from .attempt import SubmissionAttempt
from .choices import (
    PUBLIC_ON_BEHALF,
    Channel,
    CommentKind,
    HidingReason,
    OnBehalf,
    Ruling,
)
from .comment import LONGEST_TEXT, PublicComment
from .comment_queryset import CommentKeptError
from .consultation import WARSAW, CommentRegister, Consultation, Phase
from .link import CommentLink, LinkPurpose
from .notice import Notice, NoticeKind
from .placement import CERTAIN, CommentPlacement, PlacementKind
from .queued_mail import NoticeState, QueuedMail, QueuedMailQuerySet

__all__ = [
    "CERTAIN",
    "LONGEST_TEXT",
    "PUBLIC_ON_BEHALF",
    "WARSAW",
    "AnswerAmendment",
    "AnswerKeptError",
    "AnswerState",
    "Channel",
    "CommentKeptError",
    "CommentKind",
    "CommentLink",
    "CommentPlacement",
    "CommentRegister",
    "Consultation",
    "CoveredComment",
    "HidingReason",
    "LinkPurpose",
    "Notice",
    "NoticeKind",
    "NoticeState",
    "OfficialAnswer",
    "OnBehalf",
    "Phase",
    "PlacementKind",
    "PublicComment",
    "QueuedMail",
    "QueuedMailQuerySet",
    "Ruling",
    "SubmissionAttempt",
]

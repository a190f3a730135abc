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
from .comment import LONGEST_TEXT, CommentKeptError, PublicComment
from .consultation import WARSAW, CommentRegister, Consultation, Phase
from .link import CommentLink, LinkPurpose
from .notice import Notice, NoticeKind, NoticeState
from .placement import CERTAIN, CommentPlacement, PlacementKind

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
    "Ruling",
    "SubmissionAttempt",
]

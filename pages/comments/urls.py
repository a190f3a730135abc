"""The room's public addresses; they belong inside `i18n_patterns`."""

from django.urls import path

from .views.form import comment_form, comment_sent
from .views.links import confirm
from .views.own import correct, follow, withdraw
from .views.public import comment_detail

urlpatterns = [
    path("comment/<int:draft_id>/", comment_form, name="comment_form"),
    path("comment/sent/", comment_sent, name="comment_sent"),
    path("comment/confirm/<uuid:uid>/<str:secret>/", confirm, name="comment_confirm"),
    path("comment/follow/<uuid:uid>/<str:secret>/", follow, name="comment_follow"),
    path(
        "comment/follow/<uuid:uid>/<str:secret>/correct/",
        correct,
        name="comment_correct",
    ),
    path(
        "comment/follow/<uuid:uid>/<str:secret>/withdraw/",
        withdraw,
        name="comment_withdraw",
    ),
    path("comments/<int:year>/<int:number>/", comment_detail, name="comment"),
]

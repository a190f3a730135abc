"""The room's public addresses; they belong inside `i18n_patterns`."""

from django.urls import path

from .views.asking import my_data, my_data_sent
from .views.data import (
    all_data,
    all_data_file,
    erase_all,
    erase_own,
    erased,
    own_data,
    own_data_file,
)
from .views.form import comment_form, comment_sent
from .views.links import confirm
from .views.own import correct, follow, withdraw
from .views.public import comment_detail

# The secret of every private link stands right behind its uid: the server's logs, and
# ours, leave it out there.
FOLLOW = "comment/follow/<uuid:uid>/<str:secret>"

urlpatterns = [
    path("comment/<int:draft_id>/", comment_form, name="comment_form"),
    path("comment/sent/", comment_sent, name="comment_sent"),
    path("comment/confirm/<uuid:uid>/<str:secret>/", confirm, name="comment_confirm"),
    path(f"{FOLLOW}/", follow, name="comment_follow"),
    path(f"{FOLLOW}/correct/", correct, name="comment_correct"),
    path(f"{FOLLOW}/withdraw/", withdraw, name="comment_withdraw"),
    path(f"{FOLLOW}/data/", own_data, name="comment_own_data"),
    path(f"{FOLLOW}/data/file/", own_data_file, name="comment_own_data_file"),
    path(f"{FOLLOW}/erase/", erase_own, name="comment_erase"),
    path(f"{FOLLOW}/all/", all_data, name="comment_data"),
    path(f"{FOLLOW}/all/file/", all_data_file, name="comment_data_file"),
    path(f"{FOLLOW}/all/erase/", erase_all, name="comment_data_erase"),
    path("comments/my-data/", my_data, name="comment_my_data"),
    path("comments/my-data/sent/", my_data_sent, name="comment_my_data_sent"),
    path("comments/my-data/erased/", erased, name="comment_erased"),
    path("comments/<int:year>/<int:number>/", comment_detail, name="comment"),
]

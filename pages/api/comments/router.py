"""The router of comments; `reading` and `writing` put their operations on it.

It is one, since an address has one set of methods: comments are listed where they are
sent.
"""

from ninja import Router

router = Router(tags=["comments"])

"""Who may open which of our admin views: a table with a decision for every one.

A view that the table does not name fails `test_every_view_has_a_decision`.
"""

WHO = ("nobody", "visitor", "Redakcja", "Wydawca", "Tłumacze", "Jednostki", "admin")
STAFF = {"Redakcja", "Wydawca", "Tłumacze", "Jednostki", "admin"}
# Who reads comments, and drafts answers to them.
ANSWERERS = {"Redakcja", "Wydawca", "Jednostki", "admin"}
KEEPERS = {"Redakcja", "Wydawca", "admin"}
PUBLISHERS = {"Wydawca", "admin"}
ADMIN = {"admin"}
NOBODY_ELSE: set[str] = set()

# What a view of a register may be opened by, by the name of the view.
REGISTER = {
    "list": KEEPERS,
    "list_results": KEEPERS,
    "add": KEEPERS,
    "edit": KEEPERS,
    "copy": KEEPERS,
    "inspect": KEEPERS,
    "history": KEEPERS,
    "history_results": KEEPERS,
    "usage": KEEPERS,
    "reorder": KEEPERS,
    "delete": PUBLISHERS,
}
# The wizard that takes lists in, by the names of its views.
IMPORTS = ("imports", "import_upload")
OF_ONE_IMPORT = (
    *("import_batch", "import_columns", "import_progress", "import_preview"),
    *("import_preview_results", "import_decide", "import_run", "import_cancel"),
    *("import_report", "import_report_results", "import_refused", "import_undo"),
)
# What a user has asked for, or brought back.
OF_ONE_PAPER = ("consultation_paper", "consultation_paper_file")
OF_ONE_SHEET = (
    *("answer_sheet", "answer_sheet_confirm"),
    *("answer_sheet_again", "answer_sheet_cancel"),
)
# Choosers are for everyone who edits any page; making something new is not.
CHOOSER = {
    "choose": STAFF,
    "choose_results": STAFF,
    "chosen": STAFF,
    "chosen_multiple": STAFF,
    "create": KEEPERS,
}
DECISIONS = {
    # Merging lets an entry disappear, as deleting does.
    "wagtailsnippets_snippets_organisation": {
        **REGISTER,
        **dict.fromkeys((*IMPORTS, *OF_ONE_IMPORT), KEEPERS),
        **dict.fromkeys(("export", "template"), KEEPERS),
        "merge": PUBLISHERS,
    },
    "organisation_mergers": {"index": PUBLISHERS, "undo": PUBLISHERS},
    "wagtailsnippets_snippets_cityunit": REGISTER,
    "wagtailsnippets_snippets_place": REGISTER,
    "wagtailsnippets_snippets_priorityarea": REGISTER,
    "wagtailsnippets_snippets_project": REGISTER,
    # The statute's list changes with the law only.
    "wagtailsnippets_snippets_sphere": dict.fromkeys(REGISTER, ADMIN),
    "wagtailsnippetchoosers_snippets_organisation": CHOOSER,
    "wagtailsnippetchoosers_snippets_cityunit": CHOOSER,
    "wagtailsnippetchoosers_snippets_place": CHOOSER,
    "wagtailsnippetchoosers_snippets_priorityarea": CHOOSER,
    "wagtailsnippetchoosers_snippets_project": CHOOSER,
    # Clauses come from drafts: nobody makes one by itself.
    "clause_chooser": {name: CHOOSER[name] for name in CHOOSER if name != "create"},
    "finding_chooser": {name: CHOOSER[name] for name in CHOOSER if name != "create"},
    "wagtailsnippets_drafting_amendment": REGISTER,
    "wagtailsnippets_public_comments_publiccomment": {
        **dict.fromkeys(("list", "list_results", "inspect"), ANSWERERS),
        "draft_answer": ANSWERERS,
        **dict.fromkeys(("add", "edit", "register", "publish", "ask_back"), KEEPERS),
        **dict.fromkeys(("assign", "group", "ungroup", "withdraw"), KEEPERS),
        **dict.fromkeys(("hide", "restore"), KEEPERS),
        # Who may know whose the data are may erase them.
        "erase_contacts": PUBLISHERS,
        "scan": PUBLISHERS,
    },
    "wagtailsnippets_public_comments_officialanswer": {
        **dict.fromkeys(("list", "list_results", "inspect", "edit"), ANSWERERS),
        **dict.fromkeys(("return", "revise"), ANSWERERS),
        **dict.fromkeys(("approve", "publish", "approve_publish"), PUBLISHERS),
    },
    # Units find the papers there that they fill in.
    "wagtailsnippets_public_comments_consultation": {
        **dict.fromkeys(("list", "list_results", "inspect"), ANSWERERS),
        **dict.fromkeys(("add", "edit", "history", "history_results"), KEEPERS),
    },
    "wagtailsnippets_public_comments_notice": dict.fromkeys(
        ("list", "list_results", "inspect", "send_again"), KEEPERS
    ),
    # What is drafted under a code is not shown to anybody here.
    "wagtailsnippets_organisation_positions_organisationcode": dict.fromkeys(
        ("list", "list_results", "add", "inspect", "revoke", "invite"), KEEPERS
    ),
    "wagtailsnippets_directory_dataerrorreport": {
        **dict.fromkeys(("list", "list_results", "inspect", "close"), KEEPERS),
        "delete": PUBLISHERS,
    },
    # The register is not for everyone who edits a page.
    "wagtailsnippetchoosers_public_comments_publiccomment": dict.fromkeys(
        ("choose", "choose_results", "chosen", "chosen_multiple"), ANSWERERS
    ),
    # Nothing depends on a synonym: who adds one may take it out again.
    "wagtailsnippets_participation_search_synonym": {**REGISTER, "delete": KEEPERS},
    # The address of a receiver may be as good as a password.
    "wagtailsnippets_participation_webhooks_webhook": dict.fromkeys(
        (
            *("list", "list_results", "add", "edit", "delete", "inspect"),
            *("history", "history_results", "send_test", "secret"),
        ),
        PUBLISHERS,
    ),
    "wagtailsnippets_participation_webhooks_webhookdelivery": dict.fromkeys(
        ("list", "list_results", "inspect", "send_again"), PUBLISHERS
    ),
    "missed_queries": dict.fromkeys(("index", "index_results", "promote"), KEEPERS),
    "unread_files": dict.fromkeys(("index", "index_results"), KEEPERS),
    "handbook": {"index": STAFF, "chapter": STAFF},
    # What is done with one version, in the source language.
    "": {
        "draft_status": PUBLISHERS,
        "draft_next": KEEPERS,
        "draft_next_year": KEEPERS,
        "draft_paste": KEEPERS,
        "draft_apply": KEEPERS,
        "draft_reasons": KEEPERS,
        "draft_parts": KEEPERS,
        "draft_placements": KEEPERS,
        # Units read comments and answer them: they may have the papers, and bring
        # a table back. One paper, or one table, is for who asked for it alone.
        "consultation_papers": ANSWERERS,
        **dict.fromkeys(OF_ONE_PAPER, NOBODY_ELSE),
        "answer_sheet_upload": ANSWERERS,
        **dict.fromkeys(OF_ONE_SHEET, NOBODY_ELSE),
    },
}

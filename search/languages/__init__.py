"""What the search knows of each language: its keys and its stop words. No Django.

Every module has `STOP_WORDS`, `index_keys(word)`, `query_keys(word)` and
`algorithm_id()`; words come in small letters, keys go out folded.
"""

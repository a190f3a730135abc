"""Lists of organisations from spreadsheets: read, laid out, matched, taken in, undone.

A file goes through rooms that know nothing of the next one: `reading` makes tables of
bytes, `layout` makes records of tables, `columns` and `values` make field values of
records, `matching` finds whom they may be about. The `resource` judges the rows and
writes them; `running` moves a batch from upload to report.
"""

"""The demo: the report of 26 July 2013 and the programme it led to."""

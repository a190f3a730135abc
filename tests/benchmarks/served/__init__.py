"""The site as it is served to the visitors of a benchmark."""

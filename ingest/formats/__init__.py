"""One module for each format, found by being here: `KIND`, and `drafts(data, password) -> Drafts`."""

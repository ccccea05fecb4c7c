"""Mail: a letter's own words as a Document, and what hangs on it as files of their own."""

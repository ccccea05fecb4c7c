"""The room of the Word reader: a walker over a document's XML that keeps what the page shows and nothing else.

`styles`, `numbering`, `fields` and `changes` know the rules; `runs` reads a
paragraph, `walker` and `tables` the body, `stories` what stands beside it, and `inventory` accounts for every part.
"""

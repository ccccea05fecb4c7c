"""The room of the OpenDocument reader: a walker over its XML that keeps what the page shows and nothing else.

`package` opens the zip or the flat file; `styles`, `numbering` and `changes` know the rules; `inline` reads a
paragraph, `walker` the blocks, `stories` puts together the body and what stands beside it; `slides` and `sheets`
read presentations and spreadsheets.
"""

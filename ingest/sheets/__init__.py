"""The room of spreadsheets: `delimited` knows text of cells, `workbook` and `values` Excel's, `grid` makes drafts of
rows, whichever program wrote them.
"""

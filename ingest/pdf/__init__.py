"""How a PDF page becomes text: lines, columns, furniture, tables, paragraphs, and the place of each."""

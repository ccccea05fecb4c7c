"""How a PDF page becomes text: characters, lines, columns, furniture, tables, paragraphs, and where each of them stands."""

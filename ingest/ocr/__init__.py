"""Text recognition (OCR): an image of a page becomes the same lines as a PDF's text, with a place and a confidence.

The straight line: `engines` chooses who reads, `upright` turns and straightens the image, `rapid` or `tesseract` reads
its stretches of text, `ink` measures their size and weight, `rules` finds the lines that tables are drawn with,
`sheet` makes a page of it. What was read is kept by the image's hash (`cache`). Nothing here is imported before a page
needs it.
"""

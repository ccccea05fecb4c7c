"""The room of the PowerPoint reader: `presentation` puts the slides in order, `shapes` walks what stands on one, `text`
reads a text frame, `bullets` draws its marks.
"""

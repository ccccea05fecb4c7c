"""The room of the HTML reader: `page` decodes and parses, `hiding` knows what a page does not show, `walker` reads the
blocks, `tables` and `lists` what its name says. No address is ever asked, no script run, no entity resolved.
"""

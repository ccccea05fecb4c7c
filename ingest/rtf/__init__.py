"""The room of the RTF reader: `tokens` cuts the file up, `definitions` holds fonts and styles, `state` what a group
inherits, `reader` follows the control words, `stories` and `tables` make drafts of what it says.

Rich Text Format 1.9.1 (Microsoft, 2008). Groups are kept on a stack of our own, so that no depth breaks Python.
"""

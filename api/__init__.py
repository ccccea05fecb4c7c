"""The doors: command line, service, and the reports that both give."""

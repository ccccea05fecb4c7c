"""What the service answers, a file for each kind of door: the API, and the pages."""

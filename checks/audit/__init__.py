"""The follow-up of an audit: which recommendation got which answer. `check.check_audit` is its straight line."""
